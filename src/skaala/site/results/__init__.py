"""The published results of a board, as a page and as files."""
