"""Series and events in words, in a calendar and as JSON."""
