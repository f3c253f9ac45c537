"""Who counts as being in a workshop now."""

from datetime import timedelta

HERE_FOR = timedelta(minutes=2)
"""Somebody is there whose stream is open, or whose page was asked for within so long."""
NOTED_EVERY = 30
"""It is noted at most once in so many seconds for each."""
