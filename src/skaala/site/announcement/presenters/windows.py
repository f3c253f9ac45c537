"""Whether one can register for an event now: as a tag, and in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.series import rules
from skaala.series.models import Event
from skaala.ui import dates
from skaala.ui.languages import reader_language

SOON = timedelta(days=3)


def status_of(window: rules.Window, closes: datetime, now: datetime) -> str:
    """Return the status that a tag shows for a registration window."""
    if window == rules.Window.OPEN:
        return "closing_soon" if closes - now <= SOON else "open"
    return {"not_yet": "not_open", "unpublished": "draft"}.get(window.value, window.value)


def why_closed(event: Event, window: rules.Window) -> str:
    """Say since when or until when one cannot register; empty while one can."""
    language = reader_language()
    if window == rules.Window.CLOSED:
        closes = rules.closes_at(event)
        return _("Registration closed on %(when)s.") % {"when": _closing_words(closes, language, event)}
    if window == rules.Window.NOT_YET and event.registration_opens:
        opens = dates.moment(event.registration_opens, language, event.zone, timezone.get_default_timezone())
        return _("Registration opens on %(when)s.") % {"when": opens}
    if window == rules.Window.CANCELLED:
        return _("The event has been cancelled.")
    if window == rules.Window.BY_INVITATION:
        return _("Registration is by invitation. Ask the organiser for a link.")
    if window == rules.Window.PAST:
        return _("The event is over.")
    if window == rules.Window.UNPUBLISHED:
        return _("The event has not been published yet.")
    return ""


def _closing_words(closes: datetime, language: str, event: Event) -> str:
    return dates.day_or_moment(closes, language, event.zone, timezone.get_default_timezone())
