"""Pages of news and materials."""
