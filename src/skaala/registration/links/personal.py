"""The link by which somebody manages their registration without an account: signed, never stored."""

from __future__ import annotations

import base64
import hashlib
import uuid

from django.core.signing import BadSignature, Signer

from skaala.registration.models import Registration

# Signer takes SECRET_KEY and, for reading, the old keys; “~” does not occur in base64url.
_signer = Signer(salt="skaala.personal-link", sep="~")


class InvalidLink(Exception):
    """The link is damaged, made up, or has been replaced by a newer one."""


def make_token(registration: Registration) -> str:
    """
    Return the token of the registration's present generation; renewing the generation ends it.

    It also says for which address it was made: see :func:`read_token`.
    """
    value = registration.id.bytes + registration.generation.to_bytes(2) + _mark(registration)
    return _signer.sign(base64.urlsafe_b64encode(value).rstrip(b"=").decode())


def read_token(token: str) -> Registration:
    """
    Return the registration that ``token`` opens, with its series.

    A link made for an earlier address opens it too, but its holder has not shown that the present address is theirs:
    ``is_opened_by_its_address`` is False then, and nothing else with that address is opened.

    :raises InvalidLink: if it opens none
    """
    try:
        encoded = _signer.unsign(token)
        value = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
        registration_id, generation = uuid.UUID(bytes=value[:16]), int.from_bytes(value[16:18])
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    registration = (
        Registration.objects.select_related("series", "municipality", "network")
        .filter(pk=registration_id, generation=generation)
        .first()
    )
    if registration is None:
        raise InvalidLink
    # Links sent before they were marked are as good as the address is old.
    was_changed = bool(registration.given_email or registration.email_corrected_at)
    mark = value[18:]
    registration.is_opened_by_its_address = mark == _mark(registration) if mark else not was_changed
    return registration


def _mark(registration: Registration) -> bytes:
    """A few bytes that tell one address from another; the whole token is signed."""
    return hashlib.sha256(registration.email_normalised.encode()).digest()[:6]
