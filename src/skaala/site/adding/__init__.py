"""Adding events to a registration by the link of an email: a page of its own, and a press that does it."""
