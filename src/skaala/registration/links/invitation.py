"""The link by which the organiser lets somebody into events that are closed to others: signed, never stored or logged."""

from __future__ import annotations

import base64
import uuid

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import translation

from skaala.people.queries import base_url
from skaala.registration.models import Invitation

_signer = Signer(salt="skaala.invitation", sep="~")


def make_token(invitation: Invitation) -> str:
    """Return the token that opens the form for those who were invited."""
    return _signer.sign(base64.urlsafe_b64encode(invitation.id.bytes).rstrip(b"=").decode())


def read_token(token: str) -> Invitation | None:
    """Return the invitation that ``token`` names, whether or not it still holds; None if it names none."""
    try:
        encoded = _signer.unsign(token)
        invitation_id = uuid.UUID(bytes=base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except (BadSignature, ValueError):
        return None
    found = Invitation.objects.filter(pk=invitation_id).select_related("series")
    return found.prefetch_related("events").first()


def invitation_url(invitation: Invitation, language: str) -> str:
    """Return the absolute address to be passed on, in a language."""
    with translation.override(language):
        return f"{base_url(invitation.series.tenant)}{reverse('site:invited', kwargs={'token': make_token(invitation)})}"
