"""A module a subject. A view translates a request, makes one call to a room below, and translates back."""
