"""The pages on which people register."""
