"""What the catalogue says to people, a module per subject."""
