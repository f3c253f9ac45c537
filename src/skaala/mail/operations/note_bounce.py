"""Letters that come back."""

from __future__ import annotations

from django.db import transaction

from skaala.mail import rules
from skaala.mail.bounces import read_bounce
from skaala.mail.models import Letter


def note_bounce(*, notice: bytes) -> Letter | None:
    """
    Note that a letter has come back, from the notice that a mail server sent about it.

    :returns: the letter; None if the notice tells of no letter of ours, or of none that was taken as sent
    """
    bounce = read_bounce(notice)
    if bounce is None:
        return None
    with transaction.atomic():
        found = Letter.objects.select_for_update().filter(
            message_id=bounce.message_id, state=Letter.State.SENT
        )
        letter = found.first()
        if letter is not None:
            letter.state, letter.last_error = Letter.State.BOUNCED, rules.describe_bounce(bounce.status)
            letter.save(update_fields=["state", "last_error"])
    return letter
