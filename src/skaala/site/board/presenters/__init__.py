"""What a participant sees of their own: made ready for templates and files."""
