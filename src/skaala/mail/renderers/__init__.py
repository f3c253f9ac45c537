"""Contents in, file out: emails as they are sent, and calendar files."""
