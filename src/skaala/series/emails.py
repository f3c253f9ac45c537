"""The emails to those who work on a single series."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.people.messages import ROLES, WORK
from skaala.people.operations.invite import VALID_FOR
from skaala.series.links import role_invitation_url
from skaala.series.models import SeriesInvitation
from skaala.series.operations import role_invitations


@composes(role_invitations.KIND, name=pgettext_lazy("letter", "Invitation to a role in one series"))
def role_invitation(email: Email) -> RenderedEmail:
    """Invite somebody to a role in one series, with the link by which they accept."""
    found = (
        SeriesInvitation.objects.select_related("series__tenant", "invited_by").filter(email=email).first()
    )
    if found is None:
        raise Obsolete
    if email.sent_at is None and not role_invitations.is_open(found, now=timezone.now()):
        raise Superseded
    subject = _("Invitation: %(series)s") % {"series": found.series.title}
    context = {
        "subject": subject,
        "invitation": found,
        "role": ROLES[found.role],
        "work": WORK[found.role],
        "days": VALID_FOR.days,
        "url": role_invitation_url(found),
    }
    return RenderedEmail(
        subject=subject,
        text=render_to_string("series/emails/role_invitation.txt", context).strip() + "\n",
        html=render_to_string("series/emails/role_invitation.html", context),
    )
