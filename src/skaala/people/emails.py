"""The emails to those who work here."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.mail.renderers.sender import NOBODY, Sender
from skaala.people.links import invitation_url, keep_account_url, new_password_url, reply_address_url
from skaala.people.messages import ROLES, WORK
from skaala.people.models import Face, MemberInvitation, Tenant, UnusedAccount
from skaala.people.operations import faces, invite, passwords, role_invitations, unused_accounts
from skaala.people.queries import find_account, sender_of
from skaala.people.rules import Role
from skaala.ui import dates


@composes(invite.KIND, name=pgettext_lazy("letter", "Invitation of a member"))
def invitation(email: Email) -> RenderedEmail:
    """Invite somebody to an organisation, with the link by which they accept."""
    found = MemberInvitation.objects.select_related("tenant", "invited_by").filter(email=email).first()
    if found is None:
        raise Obsolete
    if email.sent_at is None and not role_invitations.is_open(found, now=timezone.now()):
        raise Superseded
    subject = _("Invitation: %(organisation)s") % {"organisation": found.tenant.name}
    return _write(
        "invitation",
        subject,
        sender_of(found.tenant),
        invitation=found,
        role=ROLES[found.role],
        work=WORK[found.role],
        days=role_invitations.VALID_FOR.days,
        url=invitation_url(found),
    )


@composes(passwords.KIND, name=pgettext_lazy("letter", "New password"))
def new_password(email: Email) -> RenderedEmail:
    """Give the link by which a new password is chosen."""
    account = find_account(email.to_address)
    if account is None or not account.is_active:
        raise Obsolete
    return _write("new_password", _("Choose a new password"), url=new_password_url(account, email.language))


@composes(unused_accounts.FIRST, name=pgettext_lazy("letter", "Unused account"))
@composes(unused_accounts.SECOND, name=pgettext_lazy("letter", "Unused account, before it is closed"))
def unused_account(email: Email) -> RenderedEmail:
    """Say since when an account has not been used and when it will be closed, with the link by which it is kept."""
    account = find_account(email.to_address)
    unused = UnusedAccount.objects.filter(account=account).first() if account else None
    if account is None or not account.is_active or unused is None:
        raise Obsolete
    used_at = unused_accounts.last_used(account, unused)
    if unused.first_at is None or unused.closes_at is None or used_at > unused.first_at:
        raise Superseded
    day = dates.day(timezone.localdate(unused.closes_at), email.language)
    return _write(
        email.kind.rpartition(".")[2],
        _("Your account will be closed on %(day)s") % {"day": day},
        day=day,
        used=dates.day(timezone.localdate(used_at), email.language),
        url=keep_account_url(account, email.language),
    )


@composes(
    unused_accounts.LAST_OWNER, name=pgettext_lazy("letter", "An organisation whose only owner is gone")
)
def unused_last_owner(email: Email) -> RenderedEmail:
    """Say to those who operate the service which organisations have an only owner who does not use their account."""
    found = Tenant.objects.filter(
        memberships__role=Role.OWNER,
        memberships__ended_at=None,
        memberships__account__is_active=True,
        memberships__account__unused__operator_informed_at__isnull=False,
    ).distinct()
    if not found:
        raise Obsolete
    return _write("unused_last_owner", _("The only owner does not use their account"), organisations=found)


@composes(faces.ASKED, name=pgettext_lazy("letter", "Confirmation of a reply address"))
def reply_address(email: Email) -> RenderedEmail:
    """Ask the mailbox to which answers to an organisation's emails shall go whether it takes them."""
    face = Face.objects.select_related("tenant").filter(asked_email=email).first()
    if face is None:
        raise Superseded if email.sent_at is None else Obsolete
    return _write(
        "reply_address",
        _("Answers to emails of %(organisation)s") % {"organisation": face.tenant.name},
        organisation=face.tenant.name,
        address=face.asked_reply_to,
        url=reply_address_url(email),
    )


def _write(name: str, subject: str, sender: Sender = NOBODY, **context: Any) -> RenderedEmail:
    context |= {"subject": subject, "sender": sender}
    return RenderedEmail(
        subject=subject,
        text=sender.sign(render_to_string(f"people/emails/{name}.txt", context).strip() + "\n"),
        html=render_to_string(f"people/emails/{name}.html", context),
        sender=sender,
    )
