"""Signed links: keys that open the pages of an unpublished series, and an invitation to a role."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner, b62_decode
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import override

from skaala.people.models import Tenant
from skaala.series.models import Series, SeriesInvitation, SharedPreview

LIFETIME = timedelta(days=1)
_signer = TimestampSigner(salt="skaala.preview")
_shared = Signer(salt="skaala.shared-preview", sep="~")
_invitations = Signer(salt="skaala.series-invitation", sep="~")


def make_preview_key(series: Series) -> str:
    """Return a key to add to the address of a page of ``series`` as ``?preview=…``."""
    return _signer.sign(str(series.pk))


def make_shared_preview_key(preview: SharedPreview) -> str:
    """Return the key of a preview that somebody without an account was given."""
    return _shared.sign(preview.pk.hex)


def preview_url(series: Series, key: str, language: str) -> str:
    """Return the whole address at which ``key`` opens ``series``."""
    return f"{public_url(series, language)}?{urlencode({'preview': key})}"


def public_url(series: Series, language: str) -> str:
    """Return the whole address of the page of ``series``."""
    with override(language):
        return f"{settings.BASE_URL}{reverse('site:series', args=[series.slug])}"


def opens_until(key: str, series: Series, *, now: datetime) -> datetime | None:
    """Return until when ``key`` opens ``series`` before it is published; None if it does not open it now."""
    ends = _day_of(key, series) or _shared_until(key, series)
    return ends if ends is not None and now < ends else None


def _day_of(key: str, series: Series) -> datetime | None:
    """Return the end of a key for a day, which says itself since when it holds."""
    try:
        if _signer.unsign(key) != str(series.pk):
            return None
    except BadSignature:
        return None
    made = b62_decode(key.rsplit(_signer.sep, 2)[1])
    return datetime.fromtimestamp(made, UTC) + LIFETIME


def _shared_until(key: str, series: Series) -> datetime | None:
    try:
        found = SharedPreview.objects.filter(pk=uuid.UUID(_shared.unsign(key)), series=series, ended_at=None)
    except (BadSignature, ValueError):
        return None
    return found.values_list("ends_at", flat=True).first()


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
