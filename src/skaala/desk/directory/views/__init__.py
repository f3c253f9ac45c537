"""Pages of a directory, and the addresses that it calls."""
