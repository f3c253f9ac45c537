"""The emails to those who work here."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.people.links import invitation_url, new_password_url
from skaala.people.messages import ROLES, WORK
from skaala.people.models import MemberInvitation
from skaala.people.operations import invite, passwords
from skaala.people.queries import find_account


@composes(invite.KIND, name=pgettext_lazy("letter", "Invitation of a member"))
def invitation(email: Email) -> RenderedEmail:
    """Invite somebody to an organisation, with the link by which they accept."""
    found = MemberInvitation.objects.select_related("tenant", "invited_by").filter(email=email).first()
    if found is None:
        raise Obsolete
    if email.sent_at is None and not invite.is_open(found, now=timezone.now()):
        raise Superseded
    subject = _("Invitation: %(organisation)s") % {"organisation": found.tenant.name}
    return _write(
        "invitation",
        subject,
        invitation=found,
        role=ROLES[found.role],
        work=WORK[found.role],
        days=invite.VALID_FOR.days,
        url=invitation_url(found),
    )


@composes(passwords.KIND, name=pgettext_lazy("letter", "New password"))
def new_password(email: Email) -> RenderedEmail:
    """Give the link by which a new password is chosen."""
    account = find_account(email.to_address)
    if account is None or not account.is_active:
        raise Obsolete
    return _write("new_password", _("Choose a new password"), url=new_password_url(account, email.language))


def _write(name: str, subject: str, **context: Any) -> RenderedEmail:
    context |= {"subject": subject}
    return RenderedEmail(
        subject=subject,
        text=render_to_string(f"people/emails/{name}.txt", context).strip() + "\n",
        html=render_to_string(f"people/emails/{name}.html", context),
    )
