"""
The key for the workspaces of one series in somebody's browser: a cookie that no script reads.

Its name begins with ``__Host-`` where pages come over HTTPS, so that no other host of the same domain can set it. It
lives until the personal data of the series are removed. The server keeps no key; what it makes of one is in
``registration/rules/workspace_key.py``.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from skaala.registration.rules import workspace_key
from skaala.series.models import Series
from skaala.series.queries import forget_on
from skaala.workshops import queries
from skaala.workshops.models import Board, Participant
from skaala.workshops.queries.door import NOBODY, Comer

LONGEST = timedelta(days=400)  # browsers keep no cookie for longer
_earlier = Signer(salt="skaala.board-guest", sep="~")


def key_in(request: HttpRequest, series: Series) -> bytes | None:
    """Return the key that this browser holds in ``series``; None if it holds none."""
    return workspace_key.from_text(request.COOKIES.get(cookie_name(series), ""))


def participant_in(request: HttpRequest, series: Series) -> Participant | None:
    """Return who this browser takes part as in ``series``; None before the first time."""
    key = key_in(request, series)
    if key is None:
        return _earlier_guest(request, series)
    return queries.find_participant(workspace_key.participant_of(key), series_id=series.pk)


def comer_in(request: HttpRequest, board: Board) -> Comer:
    """Return who this browser is on ``board``, and where they stand at its door if they are a guest."""
    key = key_in(request, board.event.series)
    if key is not None:
        return queries.who_comes(board, workspace_key.participant_of(key))
    earlier = _earlier_guest(request, board.event.series)
    return queries.who_comes(board, earlier.pk) if earlier is not None else NOBODY


def remember_key(response: HttpResponse, key: bytes, series: Series) -> None:
    """Let the browser keep ``key``."""
    response.set_cookie(
        cookie_name(series),
        workspace_key.as_text(key),
        max_age=_lifetime(series, timezone.now()),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget_key(response: HttpResponse, series: Series) -> None:
    """Take the key out of the browser."""
    response.delete_cookie(cookie_name(series), samesite="Lax")


def _lifetime(series: Series, now: datetime) -> timedelta:
    day = forget_on(series)
    return min(max(day - now.date(), timedelta(days=1)), LONGEST) if day else LONGEST


def cookie_name(series: Series) -> str:
    """Return the name of the cookie that holds the key of ``series``."""
    return f"{'__Host-' if settings.HTTPS else ''}skaala-workspace-{series.pk}"


def _earlier_guest(request: HttpRequest, series: Series) -> Participant | None:
    """Return the guest whom a cookie of before there were keys names; such a cookie ends after ninety days."""
    try:
        participant_id = uuid.UUID(_earlier.unsign(request.COOKIES.get(f"skaala-guest-{series.pk}", "")))
    except (BadSignature, ValueError):
        return None
    participant = queries.find_participant(participant_id, series_id=series.pk)
    return participant if participant is not None and participant.is_guest else None
