"""What is announced: the front page, a series, its events, calendars, and help in choosing an event."""
