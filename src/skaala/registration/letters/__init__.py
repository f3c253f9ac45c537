"""The words of the letters of this room, made at the moment of delivery. A module a kind; importing them registers them."""

from skaala.registration.letters import about_events, about_registration, feedback, message
from skaala.registration.letters.calendars import personal_calendar
from skaala.registration.letters.items import AttendedEvent, attended_events, standing_events

__all__ = [
    "AttendedEvent",
    "about_events",
    "about_registration",
    "attended_events",
    "feedback",
    "message",
    "personal_calendar",
    "standing_events",
]
