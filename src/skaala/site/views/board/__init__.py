"""A board as participants see it, a module a page."""
