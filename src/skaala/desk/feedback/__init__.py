"""Feedback on an event: its questions and results."""
