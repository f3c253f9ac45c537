"""Emails that come back."""

from __future__ import annotations

from django.db import transaction

from skaala.mail.models import Email
from skaala.mail.rules import delivery
from skaala.mail.rules.bounces import read_bounce


def note_bounce(*, notice: bytes) -> Email | None:
    """
    Note that an email has come back, from the notice that a mail server sent about it.

    :returns: the email; None if the notice tells of no email of ours, or of none that was taken as sent
    """
    bounce = read_bounce(notice)
    if bounce is None:
        return None
    with transaction.atomic():
        found = Email.objects.select_for_update().filter(message_id=bounce.message_id, state=Email.State.SENT)
        email = found.first()
        if email is not None:
            problem = delivery.problem_of_bounce(bounce.status)
            email.state, email.problem, email.problem_detail = (
                Email.State.BOUNCED,
                problem.code,
                problem.detail,
            )
            email.save(update_fields=["state", "problem", "problem_detail"])
    return email
