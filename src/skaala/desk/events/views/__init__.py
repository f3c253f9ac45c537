"""Pages of events, a module per subject."""
