"""The way to an event's call: a page of its own, and a press that leads on."""
