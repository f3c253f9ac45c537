"""News and materials of a series."""
