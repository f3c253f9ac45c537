"""Prepared words for the public pages: templates get what they show and ask nothing further."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from skaala.registration.models import Question
from skaala.registration.queries import full_modes
from skaala.registration.queries.questions import questions_of
from skaala.series import queries, rules
from skaala.series.models import Event, Involvement, Material, Series, WordList
from skaala.series.models.own_words import words_of
from skaala.series.presenters import naming
from skaala.site.announcement.presenters.windows import SOON, status_of, why_closed
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.ui.texts import Words

MOST_AT_HAND = 100
PARTS: dict[str, Any] = {
    Involvement.Role.ORGANISER: gettext_lazy("Organised by"),
    Involvement.Role.COMMISSIONER: gettext_lazy("Study commissioned by"),
    Involvement.Role.CARRIES_OUT: gettext_lazy("Carried out by"),
}
"""What stands before the names of those with a role that has the program's name."""


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
    full_modes: frozenset[str] = frozenset()

    @property
    def is_full(self) -> bool:
        """Every way of attending takes nobody at once any more."""
        return bool(self.event.modes) and self.full_modes >= set(self.event.modes)

    @property
    def seats_note(self) -> str:
        """What a reader should know of the places before they register; empty while there are some of each kind."""
        if not self.is_open or not self.full_modes:
            return ""
        if self.is_full:
            return _("All places are taken. You can put yourself on the waiting list.")
        if "onsite" in self.full_modes:
            return _("All places on site are taken. You can take part online, or wait for a place on site.")
        return _("All places online are taken. You can come on site, or wait for a place online.")

    @property
    def notes(self) -> str:
        return " ".join(text for text in (self.seats_note, self.note) if text)

    @property
    def has_closed(self) -> bool:
        return self.status in {"closed", "past", "cancelled", "by_invitation"}

    @property
    def is_cancelled(self) -> bool:
        return self.event.is_cancelled

    @property
    def moved_from(self) -> datetime | None:
        """When it was first announced to start, if it has been moved since and is still to come."""
        return None if self.is_cancelled or self.status == "past" else self.event.rescheduled_from

    @property
    def stated_deadline(self) -> datetime | None:
        """The deadline if one was stated; the start is not shown as one once it is past."""
        return None if self.is_cancelled else self.event.registration_closes

    @property
    def register_label(self) -> str:
        """What the way to register is called where it is not just “Register”."""
        return _("Join the waiting list") if self.is_full else ""

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
    has_report: bool = False

    @cached_property
    def questions(self) -> list[Question]:
        """What the form asks beyond its own fields; read where a form is made, once a page at hand."""
        return questions_of(self.series)

    @property
    def is_open(self) -> bool:
        return any(event.is_open for event in self.events)

    @property
    def has_events_to_come(self) -> bool:
        return any(not each.is_cancelled and each.status != "past" for each in self.events)

    @property
    def organisers(self) -> list[Involvement]:
        return self.parts.get(Involvement.Role.ORGANISER, [])

    @property
    def ways(self) -> list[str]:
        """How one attends, each way once, in the order of the events."""
        return list(dict.fromkeys(page.mode for page in self.events))

    @property
    def wheres(self) -> list[str]:
        """How and where one attends, each once, in the order of the events."""
        return list(dict.fromkeys(page.where for page in self.events))

    @property
    def next_deadline(self) -> EventPage | None:
        """The event among those open whose registration ends first."""
        return min((page for page in self.events if page.is_open), key=lambda page: page.closes, default=None)

    @property
    def can_choose(self) -> bool:
        """Whether “Which of these is for me?” fits: it asks about municipalities, for the program's perspectives."""
        words = words_of(self.series.tenant_id, WordList.PERSPECTIVES)
        return all(
            words.is_of_program(page.event.perspective) and not words.is_renamed(page.event.perspective)
            for page in self.events
        )

    @property
    def parts_by_role(self) -> list[tuple[str, list[Involvement]]]:
        """Who takes which part, under the name that the organisation has for it."""
        codes = words_of(self.series.tenant_id, WordList.ROLES).codes
        return [(self.role_label(role), self.parts[role]) for role in codes if self.parts.get(role)]

    @property
    def organisers_label(self) -> str:
        """What stands before the names of the organisers."""
        return self.role_label(Involvement.Role.ORGANISER)

    def role_label(self, role: str) -> str:
        """Return what stands before the names of those with ``role``."""
        words = words_of(self.series.tenant_id, WordList.ROLES)
        return (
            capfirst(words.label(role)) if words.is_renamed(role) or role not in PARTS else str(PARTS[role])
        )

    @property
    def first_start(self) -> datetime | None:
        return self.events[0].event.start if self.events else None

    @property
    def last_end(self) -> datetime | None:
        return max(page.event.end for page in self.events) if self.events else None


def series_page(
    series: Series, *, now: datetime, full: frozenset[tuple[int, str]] | None = None
) -> SeriesPage:
    """
    Return ``series`` (read with all its parts) prepared for its page.

    :param full: what is full, if it has been asked for already
    """
    parts: dict[str, list[Involvement]] = {}
    for part in series.involvements.all():
        parts.setdefault(part.role, []).append(part)
    events = list(series.events.all())
    full = full_modes(events) if full is None else full
    phase = rules.Phase.PAST if series.status == "archived" else rules.phase(events, now=now)
    return SeriesPage(
        series=series,
        url=reverse("site:series", args=[series.slug]),
        phase=phase.value,
        events=[event_page(series, event, now=now, full=full) for event in events],
        parts=parts,
        materials=queries.visible_materials(series, now=now),
    )


_at_hand: dict[tuple[int, str], tuple[SeriesPage, datetime, datetime]] = {}


def series_page_at_hand(series: Series, *, now: datetime) -> SeriesPage:
    """Return :func:`series_page`, prepared once for a series read once, a language and the time it holds; read it only."""
    key = (series.pk, get_language() or "")
    known = _at_hand.get(key)
    if known is not None and known[0].series is series and known[1] <= now < known[2]:
        return known[0]
    page = series_page(series, now=now)
    if len(_at_hand) >= MOST_AT_HAND:
        _at_hand.clear()
    _at_hand[key] = (page, now, holds_until(series, now=now))
    return page


def holds_until(*shown: Series, now: datetime, also: datetime | None = None) -> datetime:
    """
    Return the next instant at which a page about ``shown`` changes automatically.

    :param also: another instant that matters to the page
    """
    instants = [instant for series in shown for instant in queries.turning_points(series)]
    instants += [rules.closes_at(event) - SOON for series in shown for event in series.events.all()]
    instants += [also] if also else []
    return min((instant for instant in instants if instant > now), default=datetime.max.replace(tzinfo=UTC))


def forget_day(series: Series) -> str:
    """Say on which day the personal data of ``series`` are removed; empty while it has no event."""
    found = queries.forget_on(series)
    return dates.day(found, reader_language()) if found else ""


def event_page(
    series: Series, event: Event, *, now: datetime, full: frozenset[tuple[int, str]] = frozenset()
) -> EventPage:
    """
    Return one event of ``series`` prepared for cards and its page.

    :param full: id and way of attending of what is full, as :func:`full_modes` gives it
    """
    window = queries.registration_window(series, event, now=now)
    closes = rules.closes_at(event)
    full_here = frozenset(mode for event_id, mode in full if event_id == event.pk)
    is_full = bool(event.modes) and full_here >= set(event.modes)
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
        status="full" if is_full and window == rules.Window.OPEN else status_of(window, closes, now),
        closes=closes,
        is_open=window == rules.Window.OPEN,
        reason_closed=why_closed(event, window),
        register_url=f"{reverse('site:register', args=[series.slug])}?event={event.slug}",
        note="" if window == rules.Window.PAST else _note(event),
        full_modes=full_here,
    )


def _note(event: Event) -> str:
    if event.is_cancelled:
        return str(event.cancel_reason.for_reader())
    return _("The programme is still to be specified.") if event.programme_pending else ""
