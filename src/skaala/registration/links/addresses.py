"""Addresses that emails carry. The pages behind them stand in `site`; a test keeps names and paths together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from skaala.people.queries import base_url
from skaala.registration.links import addition, joining, messages
from skaala.registration.links.check_in import make_code, make_helper_token
from skaala.registration.links.personal import make_token
from skaala.registration.models import Attendance, HelperLink, Registration
from skaala.registration.rules import Choice
from skaala.series.models import Series

HIDDEN = "HIDDEN"
"""What stands in place of a token where a link is shown to somebody else than its owner."""

_masked = ContextVar("masked", default=False)


@contextmanager
def masked() -> Iterator[None]:
    """Within this block, links are made without their tokens: for showing a person's email at the desk."""
    before = _masked.set(True)
    try:
        yield
    finally:
        _masked.reset(before)


def is_masked() -> bool:
    """Say whether links are made without their tokens now."""
    return _masked.get()


def _token(registration: Registration) -> str:
    return HIDDEN if is_masked() else make_token(registration)


def personal_url(registration: Registration) -> str:
    """Return the absolute address of the personal page, in the language of the person's emails."""
    return absolute(
        "site:personal", registration.language, at=registration.series, token=_token(registration)
    )


def join_url(attendance: Attendance) -> str:
    """Return the page that leads this confirmed participant to the event's call, and opens nothing else."""
    token = HIDDEN if is_masked() else joining.make_token(attendance)
    return absolute(
        "site:join", attendance.registration.language, at=attendance.registration.series, token=token
    )


def addition_url(registration: Registration, choices: Sequence[Choice]) -> str:
    """Return the page on which somebody adds these events to their registration."""
    token = HIDDEN if is_masked() else addition.make_token(registration, choices)
    return absolute("site:add", registration.language, at=registration.series, token=token)


def messages_url(registration: Registration) -> str:
    """Return the page on which somebody says whether they want messages from the organiser; mail programs post to it (RFC 8058)."""
    token = HIDDEN if is_masked() else messages.make_token(registration)
    return absolute("site:messages", registration.language, at=registration.series, token=token)


def code_url(attendance: Attendance) -> str:
    """Return the address in somebody's entrance code: at the door it checks them in, to themselves it shows the code."""
    code = HIDDEN if is_masked() else make_code(attendance)
    return absolute(
        "site:entrance-code",
        attendance.registration.language,
        at=attendance.registration.series,
        code=code,
    )


def feedback_url(attendance: Attendance) -> str:
    """Return the address of the questions about one event, which opens for this participant."""
    registration = attendance.registration
    return absolute(
        "site:feedback",
        registration.language,
        at=registration.series,
        token=_token(registration),
        event_id=attendance.event_id,
    )


def outcome_url(registration: Registration) -> str:
    """Return the address of the page on which somebody sees the next steps they joined, and the way to their statements."""
    return absolute(
        "site:personal-outcome", registration.language, at=registration.series, token=_token(registration)
    )


def helper_url(link: HelperLink, language: str) -> str:
    """Return the address by which helpers check people in."""
    return absolute("site:helper", language, at=link.event.series, token=make_helper_token(link))


def event_url(attendance: Attendance, language: str) -> str:
    """Return the absolute address of the event's public page."""
    event = attendance.event
    return absolute("site:event", language, at=event.series, slug=event.series.slug, event_slug=event.slug)


def link_again_url(series: Series, language: str) -> str:
    """Return the page on which anyone has the link to their registration sent to their address; it holds no token."""
    return absolute("site:link-again", language, at=series, slug=series.slug)


def privacy_url(registration: Registration) -> str:
    """Return the absolute address of the series' privacy notice, for somebody who has not seen it on the form."""
    return absolute(
        "site:series-privacy",
        registration.language,
        at=registration.series,
        slug=registration.series.slug,
    )


def absolute(name: str, language: str, *, at: Series | None = None, **parts: object) -> str:
    """Return the absolute address of the page ``name`` in ``language``, at the host of whose series it is about."""
    base = base_url(at.tenant) if at is not None else settings.BASE_URL
    with translation.override(language):
        return f"{base}{reverse(name, kwargs=parts)}"
