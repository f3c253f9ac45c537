"""The email by which an organiser tries whether emails arrive."""

from __future__ import annotations

from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from skaala.mail.renderers.emails import RenderedEmail, composes
from skaala.people.models import Account

KIND = "desk.test"


def queue_test_email(account: Account, *, now: datetime) -> Email:
    """Queue a test email to an organiser; it goes the way of all emails."""
    return queue_email(
        kind=KIND, to_address=account.email, to_name=account.name, language=account.language, now=now
    )


@composes(KIND, name=gettext_lazy("Test email"))
def test_email(email: Email) -> RenderedEmail:
    """Say that the email has arrived, and nothing else."""
    context = {"email": email, "subject": _("Test email from Skaala")}
    return RenderedEmail(
        subject=str(context["subject"]),
        text=render_to_string("desk/emails/test.txt", context).strip() + "\n",
        html=render_to_string("desk/emails/test.html", context),
    )
