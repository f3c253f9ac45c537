"""Series, their events and places."""
