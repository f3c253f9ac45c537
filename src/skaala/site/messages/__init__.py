"""Whether somebody wants messages from the organiser."""
