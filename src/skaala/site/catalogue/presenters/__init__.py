"""What pages of the catalogue need beyond what the room gives, a module per subject."""
