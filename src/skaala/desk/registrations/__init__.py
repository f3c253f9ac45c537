"""Registrations: the list, a person's page, and their files."""
