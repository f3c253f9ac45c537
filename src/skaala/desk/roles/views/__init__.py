"""Pages of roles in a series."""
