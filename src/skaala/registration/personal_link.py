"""The link by which somebody manages her registration without an account: signed, never stored."""

from __future__ import annotations

import base64
import uuid

from django.core.signing import BadSignature, Signer

from skaala.registration.models import Registration

# Signer takes SECRET_KEY and, for reading, the old keys; “~” does not occur in base64url.
_signer = Signer(salt="skaala.personal-link", sep="~")


class InvalidLink(Exception):
    """The link is damaged, made up, or has been replaced by a newer one."""


def make_token(registration: Registration) -> str:
    """Return the token of the registration's present generation; renewing the generation ends it."""
    value = registration.id.bytes + registration.generation.to_bytes(2)
    return _signer.sign(base64.urlsafe_b64encode(value).rstrip(b"=").decode())


def read_token(token: str) -> Registration:
    """
    Return the registration that ``token`` opens, with its series.

    :raises InvalidLink: if it opens none
    """
    try:
        encoded = _signer.unsign(token)
        value = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
        registration_id, generation = uuid.UUID(bytes=value[:16]), int.from_bytes(value[16:])
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    registration = (
        Registration.objects.select_related("series", "municipality", "network")
        .filter(pk=registration_id, generation=generation)
        .first()
    )
    if registration is None:
        raise InvalidLink
    return registration
