"""The link of those who take part in a next step from the hall: with it they take it back. Signed, never stored."""

from __future__ import annotations

import uuid

from django.core.signing import BadSignature, Signer

from skaala.reports.commitments.models import Commitment

_signer = Signer(salt="skaala.hall-commitment", sep="~")


def make_token(commitment: Commitment) -> str:
    """Return what is in the link."""
    return _signer.sign(commitment.pk.hex)


def find_from_hall(token: str) -> Commitment | None:
    """Return what a link is about; None for one that is made up, or where it has been taken back or forgotten."""
    try:
        key = uuid.UUID(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
    found = Commitment.objects.filter(pk=key, is_from_hall=True).exclude(name="")
    return found.select_related("board__event__series", "root", "municipality").first()
