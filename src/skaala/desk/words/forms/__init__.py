"""Forms of an organisation's own words."""
