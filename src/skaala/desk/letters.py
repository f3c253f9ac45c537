"""The letter by which an organiser tries whether letters arrive."""

from __future__ import annotations

from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from skaala.mail.compose import Composed, composes
from skaala.mail.models import Letter
from skaala.mail.operations import queue_letter
from skaala.people.models import Account

KIND = "desk.test"


def queue_test_letter(account: Account, *, now: datetime) -> Letter:
    """Queue a test letter to an organiser; it goes the way of all letters."""
    return queue_letter(
        kind=KIND, to_address=account.email, to_name=account.name, language=account.language, now=now
    )


@composes(KIND)
def test_letter(letter: Letter) -> Composed:
    """Say that the letter has arrived, and nothing else."""
    context = {"letter": letter, "subject": _("Test letter from Skaala")}
    return Composed(
        subject=str(context["subject"]),
        text=render_to_string("desk/letters/test.txt", context).strip() + "\n",
        html=render_to_string("desk/letters/test.html", context),
    )
