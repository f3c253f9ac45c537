"""Addresses that letters carry. The pages behind them stand in `site`; a test keeps names and paths together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from skaala.registration.check_in_links import make_code, make_helper_token
from skaala.registration.models import Attendance, HelperLink, Registration
from skaala.registration.personal_link import make_token

HIDDEN = "HIDDEN"
"""What stands in place of a token where a link is shown to somebody else than its owner."""

_masked = ContextVar("masked", default=False)


@contextmanager
def masked() -> Iterator[None]:
    """Within this block, links are made without their tokens: for showing a person's letter at the desk."""
    before = _masked.set(True)
    try:
        yield
    finally:
        _masked.reset(before)


def _token(registration: Registration) -> str:
    return HIDDEN if _masked.get() else make_token(registration)


def personal_url(registration: Registration) -> str:
    """Return the absolute address of the personal page, in the language of the person's letters."""
    return _absolute("site:personal", registration.language, token=_token(registration))


def join_url(attendance: Attendance) -> str:
    """Return our own redirect to the event's join link, which opens only for this confirmed participant."""
    registration = attendance.registration
    return _absolute(
        "site:join", registration.language, token=_token(registration), event_id=attendance.event_id
    )


def code_url(attendance: Attendance) -> str:
    """Return the address in somebody's entrance code: at the door it checks her in, to herself it shows the code."""
    code = HIDDEN if _masked.get() else make_code(attendance)
    return _absolute("site:entrance-code", attendance.registration.language, code=code)


def feedback_url(attendance: Attendance) -> str:
    """Return the address of the questions about one event, which opens for this participant."""
    registration = attendance.registration
    return _absolute(
        "site:feedback", registration.language, token=_token(registration), event_id=attendance.event_id
    )


def outcome_url(registration: Registration) -> str:
    """Return the address of the page on which somebody sees what became of her own statements."""
    return _absolute("site:personal-outcome", registration.language, token=_token(registration))


def helper_url(link: HelperLink, language: str) -> str:
    """Return the address by which helpers check people in."""
    return _absolute("site:helper", language, token=make_helper_token(link))


def event_url(attendance: Attendance, language: str) -> str:
    """Return the absolute address of the event's public page."""
    event = attendance.event
    return _absolute("site:event", language, slug=event.series.slug, event_slug=event.slug)


def privacy_url(registration: Registration) -> str:
    """Return the absolute address of the series' privacy notice, for somebody who has not seen it on the form."""
    return _absolute("site:series-privacy", registration.language, slug=registration.series.slug)


def _absolute(name: str, language: str, **parts: object) -> str:
    with translation.override(language):
        return settings.BASE_URL + reverse(name, kwargs=parts)
