"""Pages of an organisation's own words."""
