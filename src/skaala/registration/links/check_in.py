"""Codes that open something at the door: a participant's entrance code, and a helper's link. Signed, never stored."""

from __future__ import annotations

import base64
import uuid

from django.core.signing import BadSignature, Signer

from skaala.registration.links.personal import InvalidLink
from skaala.registration.models import Attendance, HelperLink

_codes = Signer(salt="skaala.entrance-code", sep="~")
_helpers = Signer(salt="skaala.helper-link", sep="~")


def make_code(attendance: Attendance) -> str:
    """
    Return the entrance code of one attendance; it opens nothing else, least of all the personal page.

    It ends when the person's link is replaced.
    """
    return _codes.sign(f"{attendance.pk}.{attendance.registration.generation}")


def read_code(code: str) -> Attendance:
    """
    Return the attendance that an entrance code stands for, with its event and registration.

    :raises InvalidLink: if it stands for none
    """
    try:
        # Codes sent before they had a generation are of the first.
        attendance_id, _dot, generation = _codes.unsign(code).partition(".")
        wanted = {"pk": int(attendance_id), "registration__generation": int(generation or 1)}
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    found = Attendance.objects.select_related("event__series", "event__venue", "registration")
    attendance = found.filter(**wanted).first()
    if attendance is None:
        raise InvalidLink
    return attendance


def make_helper_token(link: HelperLink) -> str:
    """Return the token of a helper's link."""
    return _helpers.sign(base64.urlsafe_b64encode(link.pk.bytes).rstrip(b"=").decode())


def read_helper_token(token: str) -> HelperLink:
    """
    Return the helper's link that ``token`` opens, with its event; it may have ended since.

    :raises InvalidLink: if it opens none
    """
    try:
        encoded = _helpers.unsign(token)
        link_id = uuid.UUID(bytes=base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    link = HelperLink.objects.select_related("event__series").filter(pk=link_id).first()
    if link is None:
        raise InvalidLink
    return link
