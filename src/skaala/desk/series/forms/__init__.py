"""Forms about a series."""
