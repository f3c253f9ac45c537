"""Pages of the synthesis, a module per subject."""
