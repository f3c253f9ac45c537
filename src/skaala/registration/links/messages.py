"""The link by which somebody says whether they want messages from the organiser: signed, never stored; it opens nothing else."""

from __future__ import annotations

import uuid

from django.core.signing import BadSignature, Signer

from skaala.registration.links.personal import InvalidLink
from skaala.registration.models import Registration

_signer = Signer(salt="skaala.messages", sep="~")


def make_token(registration: Registration) -> str:
    """Return the token; it holds until the registration is deleted, since old emails must keep their promise."""
    return _signer.sign(registration.pk.hex)


def read_token(token: str) -> Registration:
    """
    Return whose messages ``token`` is about, with their series.

    :raises InvalidLink: if it is about nobody's
    """
    try:
        key = uuid.UUID(_signer.unsign(token))
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    registration = Registration.objects.select_related("series").filter(pk=key).first()
    if registration is None:
        raise InvalidLink
    return registration
