"""Forms about events and their programme."""
