"""Reading places, a module per subject."""
