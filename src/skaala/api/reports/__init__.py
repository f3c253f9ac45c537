"""Published reports and their findings."""
