"""What a browser keeps for half an hour of a form it has sent, so that a mistyped address can be seen and corrected there."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict

from skaala.people.operations.sealing import seal, unseal
from skaala.series.models import Series

KEPT_FOR = timedelta(minutes=30)
MOST_BYTES = 3800
"""Browsers keep no larger cookie; a form with longer texts is not kept."""
_PURPOSE = "site.sent-form"


@dataclass(frozen=True)
class SentForm:
    """
    A form as it was sent.

    :param sent_at: when, for the first time
    :param address: where the email went
    :param made: the registration that it made; None if the address had one before, which no page may tell
    """

    sent_at: datetime
    address: str
    made: UUID | None
    form: QueryDict


def remember(response: HttpResponse, sent: SentForm, series: Series) -> bool:
    """
    Let the browser keep ``sent``, sealed: it cannot read in it whether a registration was made.

    :returns: whether it was kept; a form that is too long is not, whatever it made
    """
    content = {
        "at": sent.sent_at.timestamp(),
        "to": sent.address,
        "made": str(sent.made or uuid4()),
        "is": int(sent.made is not None),
        "form": sent.form.urlencode(),
    }
    # A made-up number where nothing was made: the length would tell.
    sealed = seal(_PURPOSE, zlib.compress(json.dumps(content).encode(), 9)).decode()
    if len(sealed) > MOST_BYTES:
        return False
    response.set_cookie(
        _name(series),
        sealed,
        max_age=KEPT_FOR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return True


def sent_in(request: HttpRequest, series: Series, *, now: datetime) -> SentForm | None:
    """Return the form that this browser has sent in ``series`` within half an hour, if any."""
    opened = unseal(_PURPOSE, request.COOKIES.get(_name(series), "").encode())
    if opened is None:
        return None
    content = json.loads(zlib.decompress(opened))
    sent_at = datetime.fromtimestamp(content["at"], UTC)
    if now >= sent_at + KEPT_FOR:
        return None
    made = UUID(content["made"]) if content["is"] else None
    return SentForm(sent_at, content["to"], made, QueryDict(content["form"]))


def _name(series: Series) -> str:
    return f"{'__Host-' if settings.HTTPS else ''}skaala-sent-{series.pk}"
