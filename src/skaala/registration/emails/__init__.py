"""Composers of this app's emails, a module per subject; importing them registers them."""

from skaala.registration.emails import about_events, about_registration, feedback, message, workspace_link

__all__ = ["about_events", "about_registration", "feedback", "message", "workspace_link"]
