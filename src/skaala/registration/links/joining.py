"""The link by which somebody joins one event online: signed, never stored, and it opens nothing else."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

from skaala.registration.links.personal import InvalidLink
from skaala.registration.models import Attendance

_signer = Signer(salt="skaala.join-link", sep="~")


def make_token(attendance: Attendance) -> str:
    """Return the token for joining one event; it ends when the person's link is replaced."""
    return _signer.sign(f"{attendance.pk}.{attendance.registration.generation}")


def read_token(token: str) -> Attendance:
    """
    Return the attendance that ``token`` was made for, with its event and registration, whether or not there is still a place.

    :raises InvalidLink: if it was made for none, or the person's link has been replaced since
    """
    try:
        attendance_id, generation = map(int, _signer.unsign(token).split("."))
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    found = Attendance.objects.select_related("event__series", "event__venue", "registration")
    attendance = found.filter(pk=attendance_id, registration__generation=generation).first()
    if attendance is None:
        raise InvalidLink
    return attendance
