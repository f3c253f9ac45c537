"""Contents in, file out."""
