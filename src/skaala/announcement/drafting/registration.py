"""
Gives each event the opening and the last day of its registration, from its own words or from what is said of
all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from skaala.announcement.dates.year_clues import exact
from skaala.announcement.dates.years import is_possible, settle, settle_before
from skaala.announcement.draft import EventDraft, Reason, Span
from skaala.announcement.drafting.group import EventGroup
from skaala.announcement.drafting.registration_dates import RegistrationDate, registration_dates
from skaala.announcement.drafting.scopes import events_meant
from skaala.announcement.events.occasion import Occasion
from skaala.announcement.events.sections import EventSection
from skaala.announcement.layout.parts import TextPart
from skaala.announcement.times.zones import in_helsinki
from skaala.announcement.vocabulary.kinds import ALL
from skaala.announcement.vocabulary.purposes import APPLICATION, NO_REGISTRATION, last_match

_REGISTERING = re.compile(r"ilmoittau|anmäl|\bregist|sign[\s-]?up")
_SEPARATOR = re.compile(r"[,;]|\b(?:ja|och|and|sekä|samt)\b")


@dataclass(frozen=True, slots=True)
class SharedDate:
    """A date for registering that several events or all have in common."""

    events: set[int]
    entry: RegistrationDate


@dataclass(slots=True)
class DatesByEvent:
    """The dates for registering: those in an event's own section, and those that events share."""

    own: dict[int, list[RegistrationDate]] = field(default_factory=dict)
    shared: list[SharedDate] = field(default_factory=list)


def write_registration(group: EventGroup) -> None:
    """Fill in when registration opens and closes for every event."""
    _RegistrationWriter(group).write()


class _RegistrationWriter:
    """The registration dates of one text's events."""

    def __init__(self, group: EventGroup) -> None:
        self.group = group
        self.reading = group.reading
        self.page = group.reading.page

    def write(self) -> None:
        count = len(self.group.drafts)
        dates = self._dates_by_event()
        self._share_last_ones(dates)
        if len(dates.own) == count:
            # events that have a day of their own each: a call for something else is not about them
            dates.shared = [date for date in dates.shared if not self._is_another_call(date.entry)]
        one_each = self._one_each(dates)
        for number in range(count):
            for opens in (True, False):
                self._write_first(number, self._candidates(dates, one_each, number), opens=opens)

    def _candidates(
        self, dates: DatesByEvent, one_each: list[RegistrationDate], number: int
    ) -> list[list[RegistrationDate]]:
        """Return the dates for an event: its own, those of several events, those of all; the closest first."""
        shared = [date for date in dates.shared if number in date.events]
        narrow = [date.entry for date in shared if len(date.events) < len(self.group.drafts)]
        wide = [date.entry for date in shared if date.entry not in one_each or date.entry is one_each[number]]
        return [dates.own.get(number, []), narrow, wide]

    def _write_first(self, number: int, candidates: list[list[RegistrationDate]], *, opens: bool) -> None:
        for entries in candidates:
            wanted = [entry for entry in entries if entry.opens is opens]
            if wanted and self._write_day(self.group.drafts[number], wanted, self.group.occasions[number]):
                return

    # --- which date is for which event

    def _entries(self) -> list[RegistrationDate]:
        in_past = {line.index for line in self.page.lines if self.reading.parts[line.index] is TextPart.PAST}
        entries = registration_dates(self.page, self.reading.sentences, self.reading.roles, in_past)
        if NO_REGISTRATION.search(self.page.folded):
            # applications are then for something else than the events
            entries = [e for e in entries if not APPLICATION.search(self.reading.words(e.sentence))]
        return entries

    def _dates_by_event(self) -> DatesByEvent:
        dates = DatesByEvent()
        for entry in self._entries():
            section = None if self.group.is_single else self.group.section_at(entry.span.start)
            events = events_meant(self.group, self._clause(entry))
            if section is not None and self._is_of_section(entry, section, events):
                dates.own.setdefault(section.occasion, []).append(entry)
            else:
                dates.shared.append(SharedDate(events, entry))
        return dates

    def _is_of_section(self, entry: RegistrationDate, section: EventSection, events: set[int]) -> bool:
        """Return whether a date is for the event in whose section it is, and not for all or for another one."""
        means_all = len(events) == len(self.group.drafts)
        if means_all and ALL.search(self.reading.words(entry.sentence)):
            return False
        if not means_all and section.occasion not in events and len(events) <= 1:
            return False
        # "a week before the event" under the last event is said of all
        is_behind_the_last = section is self.group.sections[-1] and section.head_end < entry.span.start
        return entry.days_before is None or not is_behind_the_last

    def _clause(self, entry: RegistrationDate) -> Span:
        """Return the words around a registration date that may name its event: from the date before it on."""
        sentence = entry.sentence.span
        start, end = self._between_other_dates(entry)
        if start > sentence.start:
            separator = last_match(_SEPARATOR, self.page.folded[start : entry.span.start])
            start += separator.end() if separator else 0
        if end < sentence.end:
            separator = last_match(_SEPARATOR, self.page.folded[entry.span.end : end])
            end = entry.span.end + (separator.start() if separator else 0)
        return Span(start, max(end, entry.span.end))

    @staticmethod
    def _between_other_dates(entry: RegistrationDate) -> tuple[int, int]:
        """Return the end of the date before the entry's own in its sentence, and the start of the one after."""
        start, end = entry.sentence.span.start, entry.sentence.span.end
        if entry.mention is None:
            return start, end
        own = entry.mention.span
        for mention in entry.sentence.dates:
            if mention.span.end <= own.start:
                start = mention.span.end
            elif mention.span.start >= own.end:
                end = min(end, mention.span.start)
        return start, end

    def _is_another_call(self, entry: RegistrationDate) -> bool:
        words = self.reading.words(entry.sentence)
        return bool(APPLICATION.search(words)) and not _REGISTERING.search(words)

    def _share_last_ones(self, dates: DatesByEvent) -> None:
        """
        Give all events a last day for registering that is apart behind the last event, if no other has one.
        """
        if self.group.is_single or not self.group.sections:
            return
        last = self.group.sections[-1]
        if set(dates.own) != {last.occasion}:
            return
        block = self.page.line_at(last.head_start).block
        apart = [
            entry
            for entry in dates.own[last.occasion]
            if entry.sentence.line.block != block and entry.span.start >= last.head_end
        ]
        if apart:
            dates.own[last.occasion] = [entry for entry in dates.own[last.occasion] if entry not in apart]
            dates.shared.extend(SharedDate(self.group.everyone, entry) for entry in apart)

    def _one_each(self, dates: DatesByEvent) -> list[RegistrationDate]:
        """Return the last days listed in one or two sentences, if they are as many as the events: one for each."""
        if self.group.is_single or dates.own:
            return []
        count = len(self.group.drafts)
        listed = [
            date.entry for date in dates.shared if len(date.events) == count and date.entry.is_listed_deadline
        ]
        is_one_list = len({entry.sentence.span for entry in listed}) <= 2
        return listed if len(listed) == count and is_one_list else []

    # --- into the draft

    def _write_day(self, draft: EventDraft, entries: list[RegistrationDate], occasion: Occasion) -> bool:
        """Write the first entry that gives a possible day; say why if none does."""
        name = "registration_opens" if entries[0].opens else "registration_deadline"
        problem: Reason | None = None
        for entry in entries:
            day = self._day(entry, occasion)
            reason = _problem(entry, day, occasion)
            if day is not None and reason is None:
                setattr(draft, name, _as_text(day, entry))
                draft.evidence[name] = entry.span
                draft.undecided.pop(name, None)
                return True
            problem = problem or reason
            draft.evidence.setdefault(name, entry.span)
        if problem:
            draft.undecided[name] = problem
        return False

    def _day(self, entry: RegistrationDate, occasion: Occasion) -> date | None:
        mention = entry.mention
        if mention is None:
            return entry.before(occasion.day) if occasion.day else None
        wanted = entry.day
        if occasion.day is None:
            return settle(replace(mention, first=wanted or mention.first, last=None), self.reading.clues).day
        day = settle_before(mention, occasion.day, wanted)
        if entry.opens and mention.last and day:
            closes = settle_before(mention, occasion.day, mention.last)
            if closes and day > closes:
                return exact(mention.first, closes.year - 1)
        return day


def _problem(entry: RegistrationDate, day: date | None, occasion: Occasion) -> Reason | None:
    """Return why an entry gives the event no day, or none if it does."""
    if day is None:
        if entry.day is not None and not is_possible(entry.day):
            return Reason.NO_SUCH_DATE
        return occasion.reason or Reason.NO_YEAR
    if occasion.day and day > (occasion.last_day or occasion.day):
        return Reason.DEADLINE_AFTER_START
    return None


def _as_text(day: date, entry: RegistrationDate) -> str:
    if entry.time is None:
        return day.isoformat()
    minutes = entry.time.start if entry.opens or entry.time.end is None else entry.time.end
    return in_helsinki(day, minutes, entry.time.zone).isoformat(timespec="minutes")
