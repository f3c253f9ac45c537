"""What came of a series for one person, behind their personal link: what they take part in, under their own name."""
