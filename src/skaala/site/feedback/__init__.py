"""Giving feedback on an event through the personal link."""
