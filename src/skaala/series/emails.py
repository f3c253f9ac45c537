"""The emails to those who work on one series, or on one event: they name it, and call it neither."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.people.messages import ROLES, WORK_IN_ONE
from skaala.people.models import Tenant
from skaala.people.operations.role_invitations import VALID_FOR, is_open
from skaala.people.queries import find_account, sender_of
from skaala.series.links import role_invitation_url, shared_url
from skaala.series.models import RemovedSharing, SeriesInvitation
from skaala.series.operations import partners, role_invitations
from skaala.series.queries import ended_for, offers_to
from skaala.ui import dates


@composes(role_invitations.KIND, name=pgettext_lazy("letter", "Invitation to a role in one series"))
def role_invitation(email: Email) -> RenderedEmail:
    """Invite somebody to a role in one series, with the link by which they accept."""
    found = (
        SeriesInvitation.objects.select_related("series__tenant", "invited_by").filter(email=email).first()
    )
    if found is None:
        raise Obsolete
    if email.sent_at is None and not is_open(found, now=timezone.now()):
        raise Superseded
    subject = _("Invitation: %(series)s") % {"series": found.series.title}
    context = {
        "subject": subject,
        "invitation": found,
        "role": ROLES[found.role],
        "work": WORK_IN_ONE[found.role],
        "days": VALID_FOR.days,
        "url": role_invitation_url(found),
    }
    return _write("role_invitation", found.series.tenant, context)


@composes(partners.OFFERED, name=pgettext_lazy("letter", "Offer of a shared series"))
def partner_offered(email: Email) -> RenderedEmail:
    """Say to an owner that another organisation offers to share a series, and where to answer."""
    account = find_account(email.to_address)
    offer = offers_to(account).order_by("-offered_at").first() if account else None
    if offer is None:
        raise Obsolete
    context = {
        "subject": _("Offer to organise jointly: %(title)s") % {"title": offer.series.title},
        "offer": offer,
        "url": shared_url(offer.tenant, email.language),
    }
    return _write("partner_offered", offer.series.tenant, context)


@composes(partners.ENDED, name=pgettext_lazy("letter", "End of a shared series"))
def partner_ended(email: Email) -> RenderedEmail:
    """Say to an owner that a series is no longer shared, or no longer offered, and what that means for them."""
    account = find_account(email.to_address)
    sharing = ended_for(account, email.created_at) if account else None
    if sharing is None or sharing.ended_at is None:
        raise Obsolete
    subject = _("No longer shared: %(series)s") if sharing.accepted_at else _("Withdrawn: %(series)s")
    context = {
        "subject": subject % {"series": sharing.series.title},
        "sharing": sharing,
        "ended": dates.moment(
            sharing.ended_at, email.language, sharing.series.zone, timezone.get_default_timezone()
        ),
    }
    return _write("partner_ended", sharing.series.tenant, context)


@composes(partners.REMOVED, name=pgettext_lazy("letter", "Removal of a shared series"))
def partner_removed(email: Email) -> RenderedEmail:
    """Say to an owner that a series that was shared with their organisation, or offered to it, has been removed."""
    removed = RemovedSharing.objects.select_related("tenant__face").filter(email=email).first()
    if removed is None:
        raise Obsolete
    context = {
        "subject": _("Removed: %(series)s") % {"series": removed.title},
        "removed": removed,
    }
    return _write("partner_removed", removed.tenant, context)


def _write(name: str, tenant: Tenant, context: dict[str, Any]) -> RenderedEmail:
    context["sender"] = sender = sender_of(tenant)
    return RenderedEmail(
        subject=context["subject"],
        text=sender.sign(render_to_string(f"series/emails/{name}.txt", context).strip() + "\n"),
        html=render_to_string(f"series/emails/{name}.html", context),
        sender=sender,
    )
