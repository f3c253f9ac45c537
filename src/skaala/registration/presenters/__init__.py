"""Prepared data for pages, emails and files, in the words of their reader."""
