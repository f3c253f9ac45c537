"""Pages of the account and of signing in."""
