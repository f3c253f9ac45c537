"""Drafting a series from an announcement that somebody already wrote: paste, check what was read, save."""
