"""A guest's device: a signed cookie that holds her pseudonym in one series, and nothing else."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from skaala.series.models import Series
from skaala.workshops import queries
from skaala.workshops.models import Participant

DAYS = 90
_signer = Signer(salt="skaala.board-guest", sep="~")


def guest_of(request: HttpRequest, series: Series) -> Participant | None:
    """Return the guest whom this device is in ``series``; None for a device that is none, or a cookie not of ours."""
    try:
        participant_id = uuid.UUID(_signer.unsign(request.COOKIES.get(_name(series), "")))
    except (BadSignature, ValueError):
        return None
    participant = queries.find_participant(participant_id, series_id=series.pk)
    return participant if participant is not None and participant.is_guest else None


def remember_guest(response: HttpResponse, participant: Participant, series: Series) -> None:
    """Let the device keep who its guest is."""
    response.set_cookie(
        _name(series),
        _signer.sign(str(participant.pk)),
        max_age=DAYS * 24 * 3600,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _name(series: Series) -> str:
    return f"skaala-guest-{series.pk}"
