"""Prepared data for pages, in the words of their reader."""
