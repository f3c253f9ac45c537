"""What pages, streams and files show of a board: analyses in words and drawings, and the frames of open pages."""
