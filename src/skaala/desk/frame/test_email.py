"""The email by which an organiser tries whether emails arrive, and how those of an organisation look."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from skaala.mail.renderers.emails import RenderedEmail, composes
from skaala.mail.renderers.sender import NOBODY
from skaala.people.models import Account, Tenant, TestEmail
from skaala.people.queries import sender_of

KIND = "desk.test"


@transaction.atomic
def queue_test_email(account: Account, tenant: Tenant | None, *, now: datetime) -> Email:
    """Queue a test email of an organisation, or of the service itself, to an organiser; it goes the way of all emails."""
    email = queue_email(
        kind=KIND, to_address=account.email, to_name=account.name, language=account.language, now=now
    )
    if tenant is not None:
        TestEmail.objects.create(email=email, tenant=tenant)
    return email


@composes(KIND, name=gettext_lazy("Test email"))
def test_email(email: Email) -> RenderedEmail:
    """Say that the email has arrived, and nothing else."""
    tried = TestEmail.objects.select_related("tenant__face").filter(email=email).first()
    sender = sender_of(tried.tenant) if tried else NOBODY
    context = {
        "email": email,
        "subject": _("Test email from Skaala"),
        "sender": sender,
        "sender_name": tried.tenant.name if tried else "",
    }
    return RenderedEmail(
        subject=str(context["subject"]),
        text=sender.sign(render_to_string("desk/emails/test.txt", context).strip() + "\n"),
        html=render_to_string("desk/emails/test.html", context),
        sender=sender,
    )
