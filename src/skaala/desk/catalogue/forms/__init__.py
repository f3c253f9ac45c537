"""Forms, a module per subject."""
