"""Deeds of the outbox: queueing letters, delivering them, noting those that come back."""

from skaala.mail.operations.deliver import deliver, deliver_due, message
from skaala.mail.operations.note_bounce import note_bounce
from skaala.mail.operations.queue import (
    Addressee,
    forget_letters,
    queue_letter,
    queue_letters,
    send_again,
    send_failed_again,
)

__all__ = [
    "Addressee",
    "deliver",
    "deliver_due",
    "forget_letters",
    "message",
    "note_bounce",
    "queue_letter",
    "queue_letters",
    "send_again",
    "send_failed_again",
]
