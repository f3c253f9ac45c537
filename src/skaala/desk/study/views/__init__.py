"""Pages of the study, a module per subject."""
