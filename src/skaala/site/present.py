"""Prepared words for the public pages: templates get what they show and ask nothing further."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from skaala.series import naming, queries, rules
from skaala.series.models import Event, Involvement, Material, Series
from skaala.ui import dates
from skaala.ui.texts import Words

SOON = timedelta(days=3)


@dataclass(frozen=True)
class EventPage:
    """An event as the public sees it at one moment."""

    event: Event
    heading: str
    ordinal: str
    label: str
    title: Words
    url: str
    mode: str
    perspective: str
    place: str
    status: str
    closes: datetime
    is_open: bool
    reason_closed: str
    register_url: str
    note: str

    @property
    def has_closed(self) -> bool:
        return self.status in {"closed", "past"}

    @property
    def stated_deadline(self) -> datetime | None:
        """The deadline if one was stated; the start is not shown as one once it is past."""
        return self.event.registration_closes

    @property
    def where(self) -> str:
        """Mode and place on one line."""
        return f"{self.mode}: {self.place}" if self.place else self.mode

    @property
    def zone(self) -> str:
        return self.event.time_zone


@dataclass(frozen=True)
class SeriesPage:
    """A series as the public sees it at one moment."""

    series: Series
    url: str
    phase: str
    events: list[EventPage]
    parts: dict[str, list[Involvement]]
    materials: list[Material] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return any(event.is_open for event in self.events)

    @property
    def organisers(self) -> list[Involvement]:
        return self.parts.get(Involvement.Role.ORGANISER, [])

    @property
    def commissioners(self) -> list[Involvement]:
        return self.parts.get(Involvement.Role.COMMISSIONER, [])

    @property
    def carried_out_by(self) -> list[Involvement]:
        return self.parts.get(Involvement.Role.CARRIES_OUT, [])

    @property
    def first_start(self) -> datetime | None:
        return self.events[0].event.start if self.events else None

    @property
    def last_end(self) -> datetime | None:
        return max(page.event.end for page in self.events) if self.events else None


def series_page(series: Series, *, now: datetime) -> SeriesPage:
    """Return ``series`` (read with all its parts) prepared for its page."""
    parts: dict[str, list[Involvement]] = {}
    for part in series.involvements.all():
        parts.setdefault(part.role, []).append(part)
    events = list(series.events.all())
    phase = rules.Phase.PAST if series.status == "archived" else rules.phase(events, now=now)
    return SeriesPage(
        series=series,
        url=reverse("site:series", args=[series.slug]),
        phase=phase.value,
        events=[event_page(series, event, now=now) for event in events],
        parts=parts,
        materials=queries.visible_materials(series, now=now),
    )


def event_page(series: Series, event: Event, *, now: datetime) -> EventPage:
    """Return one event of ``series`` prepared for cards and its page."""
    window = queries.registration_window(series, event, now=now)
    closes = rules.closes_at(event)
    return EventPage(
        event=event,
        heading=naming.heading(event),
        ordinal=naming.ordinal(event),
        label=naming.label(event),
        title=naming.title(event),
        url=reverse("site:event", args=[series.slug, event.slug]),
        mode=naming.mode_words(event),
        perspective=naming.perspective_words(event),
        place=str(event.venue) if event.offers_onsite and event.venue else "",
        status=_status(window, closes, now),
        closes=closes,
        is_open=window == rules.Window.OPEN,
        reason_closed=why_closed(event, window),
        register_url=f"{reverse('site:register', args=[series.slug])}?event={event.slug}",
        note=_("The programme is still to be specified.") if event.programme_pending else "",
    )


def _status(window: rules.Window, closes: datetime, now: datetime) -> str:
    if window == rules.Window.OPEN:
        return "closing_soon" if closes - now < SOON else "open"
    return {"not_yet": "not_open", "closed": "closed", "past": "past", "unpublished": "draft"}[window.value]


def why_closed(event: Event, window: rules.Window) -> str:
    """Say since when or until when one cannot register; empty while one can."""
    language = get_language() or "fi"
    if window == rules.Window.CLOSED:
        closes = rules.closes_at(event)
        return _("Registration closed on %(when)s.") % {"when": _closing_words(closes, language, event)}
    if window == rules.Window.NOT_YET and event.registration_opens:
        opens = dates.moment(event.registration_opens, language, event.zone)
        return _("Registration opens on %(when)s.") % {"when": opens}
    if window == rules.Window.PAST:
        return _("The event is over.")
    if window == rules.Window.UNPUBLISHED:
        return _("The event has not been published yet.")
    return ""


def _closing_words(closes: datetime, language: str, event: Event) -> str:
    day = dates.end_of_day(closes.astimezone(event.zone))
    return dates.day(day, language) if day else dates.moment(closes, language, event.zone)
