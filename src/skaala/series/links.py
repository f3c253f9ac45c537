"""Signed links: a key that opens the pages of an unpublished series for a day, and an invitation to a role."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse
from django.utils.translation import override

from skaala.people.models import Tenant
from skaala.series.models import Series, SeriesInvitation

LIFETIME = timedelta(days=1)
_signer = TimestampSigner(salt="skaala.preview")
_invitations = Signer(salt="skaala.series-invitation", sep="~")


def make_preview_key(series: Series) -> str:
    """Return a key to add to the address of a page of ``series`` as ``?preview=…``."""
    return _signer.sign(str(series.pk))


def opens(key: str, series: Series) -> bool:
    """Say whether ``key`` is a preview key of ``series`` and not older than :data:`LIFETIME`."""
    try:
        return _signer.unsign(key, max_age=LIFETIME) == str(series.pk)
    except BadSignature:
        return False


def make_role_token(invitation: SeriesInvitation) -> str:
    """Return what the link of an invitation has in it."""
    return _invitations.sign(str(invitation.pk))


def find_role_invitation(token: str) -> SeriesInvitation | None:
    """Return the invitation of a link, whatever has become of it; None for one that is made up."""
    try:
        key = int(_invitations.unsign(token))
    except (BadSignature, ValueError):
        return None
    found = SeriesInvitation.objects.select_related("series__tenant", "invited_by")
    return found.filter(pk=key).first()


def role_invitation_url(invitation: SeriesInvitation) -> str:
    """Return the address of the page on which an invitation is accepted, in its language."""
    with override(invitation.language):
        path = reverse("desk:accept-series-invitation", args=[make_role_token(invitation)])
        return f"{settings.BASE_URL}{path}"


def shared_url(tenant: Tenant, language: str) -> str:
    """Return the address of the page on which an organisation sees what others share with it."""
    with override(language):
        return f"{settings.BASE_URL}{reverse('desk:shared', args=[tenant.slug])}"
