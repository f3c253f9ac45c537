"""Pure rules of this room, one module per subject."""
