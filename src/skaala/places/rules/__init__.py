"""Pure rules of this app, a module per subject."""
