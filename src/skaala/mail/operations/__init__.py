"""Operations of the outbox: queueing emails, delivering them, noting those that come back."""

from skaala.mail.operations.deliver import deliver, deliver_due, message
from skaala.mail.operations.line import one_line
from skaala.mail.operations.note_bounce import note_bounce
from skaala.mail.operations.queue import (
    Addressee,
    forget_emails,
    new_email,
    queue_email,
    queue_emails,
    send_again,
    send_failed_again,
)

__all__ = [
    "Addressee",
    "deliver",
    "deliver_due",
    "forget_emails",
    "message",
    "new_email",
    "note_bounce",
    "one_line",
    "queue_email",
    "queue_emails",
    "send_again",
    "send_failed_again",
]
