"""Pages of admissions, a module per subject."""
