"""The email by which an organiser tries whether emails arrive."""

from __future__ import annotations

from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from skaala.mail.renderers.emails import RenderedEmail, composes
from skaala.mail.renderers.sender import NOBODY, Sender
from skaala.people.models import Account
from skaala.people.queries import find_account, sender_of, tenants_of

KIND = "desk.test"


def queue_test_email(account: Account, *, now: datetime) -> Email:
    """Queue a test email to an organiser; it goes the way of all emails."""
    return queue_email(
        kind=KIND, to_address=account.email, to_name=account.name, language=account.language, now=now
    )


@composes(KIND, name=gettext_lazy("Test email"))
def test_email(email: Email) -> RenderedEmail:
    """Say that the email has arrived, and nothing else."""
    sender = _sender_of(email)
    context = {"email": email, "subject": _("Test email from Skaala"), "sender": sender}
    return RenderedEmail(
        subject=str(context["subject"]),
        text=sender.sign(render_to_string("desk/emails/test.txt", context).strip() + "\n"),
        html=render_to_string("desk/emails/test.html", context),
        sender=sender,
    )


def _sender_of(email: Email) -> Sender:
    """Return the sender of the organiser's organisation, so that they see how it looks; with several, the service's own."""
    account = find_account(email.to_address)
    found = tenants_of(account) if account else []
    return sender_of(found[0]) if len(found) == 1 else NOBODY
