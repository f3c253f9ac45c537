"""Checking people in: a helper's list, and the page that an entrance code opens."""
