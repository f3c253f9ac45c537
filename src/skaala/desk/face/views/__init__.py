"""Pages of an organisation's look and sender."""
