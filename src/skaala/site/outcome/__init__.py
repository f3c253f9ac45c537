"""What came of a participant's own statements, and the next steps in which they take part."""
