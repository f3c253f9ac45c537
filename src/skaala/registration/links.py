"""Addresses that letters carry. The pages behind them stand in `site`; a test keeps names and paths together."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from skaala.registration.models import Attendance, Registration
from skaala.registration.personal_link import make_token


def personal_url(registration: Registration) -> str:
    """Return the absolute address of the personal page, in the language of the person's letters."""
    return _absolute("site:personal", registration.language, token=make_token(registration))


def join_url(attendance: Attendance) -> str:
    """Return our own redirect to the event's join link, which opens only for this confirmed participant."""
    registration = attendance.registration
    return _absolute(
        "site:join", registration.language, token=make_token(registration), event_id=attendance.event_id
    )


def event_url(attendance: Attendance, language: str) -> str:
    """Return the absolute address of the event's public page."""
    event = attendance.event
    return _absolute("site:event", language, slug=event.series.slug, event_slug=event.slug)


def _absolute(name: str, language: str, **parts: object) -> str:
    with translation.override(language):
        return settings.BASE_URL + reverse(name, kwargs=parts)
