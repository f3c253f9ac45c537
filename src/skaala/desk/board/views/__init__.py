"""Pages of the workspace, a module per subject."""
