"""Pages of a series, a module per subject."""
