"""What was read, made ready for pages, a module per subject."""
