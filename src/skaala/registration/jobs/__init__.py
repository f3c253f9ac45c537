"""Background tasks, and what this app forgets at night; each starts an operation."""

from skaala.registration.jobs import forgetting
from skaala.registration.jobs.scheduled import (
    fill_forgotten_seats,
    import_attendees,
    look_after_feedback,
    queue_due_reminders,
    send_asked_links,
)

__all__ = [
    "fill_forgotten_seats",
    "forgetting",
    "import_attendees",
    "look_after_feedback",
    "queue_due_reminders",
    "send_asked_links",
]
