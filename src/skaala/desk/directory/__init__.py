"""An organisation's own directory: setting it up, signing in by it, and what it tells us."""
