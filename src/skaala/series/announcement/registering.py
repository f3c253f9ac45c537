"""
Gives each event the opening and the last day of its registration, from its own words or from what holds for
all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from skaala.series.announcement.deadlines import RegistrationDate, registration_dates
from skaala.series.announcement.draft import EventDraft, Reason, Span
from skaala.series.announcement.events import Occasion
from skaala.series.announcement.headings import Part
from skaala.series.announcement.kinds import ALL
from skaala.series.announcement.reading import Reading
from skaala.series.announcement.role_words import APPLICATION, NO_REGISTRATION, last_match
from skaala.series.announcement.scopes import Cast, events_meant
from skaala.series.announcement.stretches import Stretch
from skaala.series.announcement.years import exact, settle, settle_before
from skaala.series.announcement.zones import in_helsinki


def write_registration(reading: Reading, cast: Cast) -> None:
    """Fill in when registration opens and closes for every event."""
    _Registrar(reading, cast).write()


class _Registrar:
    """The registration dates of one text's events."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.page = reading.page
        self.result = reading.result
        self.cast = cast
        self.sentences = reading.sentences
        self.parts = reading.parts
        self.roles = reading.roles
        self.clues = reading.clues

    def write(self) -> None:
        cast = self.cast
        drafts, stretches, occasions = cast.drafts, cast.stretches, cast.occasions
        in_past = {line.index for line in self.page.lines if self.parts[line.index] is Part.PAST}
        found = registration_dates(self.page, self.sentences, self.roles, in_past)
        if NO_REGISTRATION.search(self.page.folded):
            # what one applies for is then something else than the events
            found = [e for e in found if not APPLICATION.search(self.reading.words(e.sentence))]
        local: dict[int, list[RegistrationDate]] = {}
        general: list[tuple[set[int], RegistrationDate]] = []
        many = len(drafts) > 1
        for entry in found:
            holder = (
                next((s for s in stretches if s.start <= entry.span.start < s.end), None) if many else None
            )
            scope = events_meant(self.reading, cast, self._clause(entry))
            words = self.page.folded[entry.sentence.span.start : entry.sentence.span.end]
            if (
                holder is not None
                and not (ALL.search(words) and len(scope) == len(drafts))
                and (len(scope) == len(drafts) or holder.occasion in scope or len(scope) > 1)
            ):
                if (
                    entry.days_before is not None
                    and holder.head_end < entry.span.start
                    and holder is stretches[-1]
                ):
                    general.append((scope, entry))
                else:
                    local.setdefault(holder.occasion, []).append(entry)
            else:
                general.append((scope, entry))
        self._last_ones_are_for_all(local, general, drafts, stretches)
        if len(local) == len(drafts):
            # who registers for each event by its own day does not apply for something else through a call
            general = [entry for entry in general if not self._is_another_call(entry[1])]
        listed = [
            e
            for scope, e in general
            if len(scope) == len(drafts) and e.mention is not None and not e.opens and not e.last
        ]
        one_each = (
            many and len(listed) == len(drafts) and len({e.sentence.span for e in listed}) <= 2 and not local
        )
        for number, draft in enumerate(drafts):
            mine = local.get(number, [])
            shared = [e for scope, e in general if number in scope]
            if one_each:
                shared = [e for e in shared if e not in listed or e is listed[number]]
            narrow = [e for scope, e in general if number in scope and len(scope) < len(drafts)]
            for opens in (True, False):
                for group in (mine, narrow, shared):
                    wanted = [e for e in group if e.opens is opens]
                    if wanted and self._set_registration(draft, wanted, opens, occasions[number]):
                        break

    def _is_another_call(self, entry: RegistrationDate) -> bool:
        words = self.reading.words(entry.sentence)
        return bool(APPLICATION.search(words)) and not _REGISTERING.search(words)

    def _last_ones_are_for_all(
        self,
        local: dict[int, list[RegistrationDate]],
        general: list[tuple[set[int], RegistrationDate]],
        drafts: list[EventDraft],
        stretches: list[Stretch],
    ) -> None:
        """
        A last day for registering that stands apart behind the last event, while no other has one, is for
        all.
        """
        if len(drafts) < 2 or not stretches or set(local) != {stretches[-1].occasion}:
            return
        last = stretches[-1]
        head = self.page.line_at(last.head_start)
        apart = [
            e
            for e in local[last.occasion]
            if e.sentence.line.block != head.block and e.span.start >= last.head_end
        ]
        if apart:
            local[last.occasion] = [e for e in local[last.occasion] if e not in apart]
            general.extend((set(range(len(drafts))), e) for e in apart)

    def _clause(self, entry: RegistrationDate) -> Span:
        """Return the words around a registration date that may name its event: from the date before it on."""
        sentence = entry.sentence
        start, end = sentence.span.start, sentence.span.end
        for mention in sentence.dates:
            if entry.mention is not None and mention.span.end <= entry.mention.span.start:
                start = mention.span.end
            elif entry.mention is not None and mention.span.start >= entry.mention.span.end:
                end = min(end, mention.span.start)
        if start > sentence.span.start:
            words = self.page.folded[start : entry.span.start]
            separated = last_match(_SEPARATOR, words)
            if separated:
                start += separated.end()
        if end < sentence.span.end:
            words = self.page.folded[entry.span.end : end]
            separated = last_match(_SEPARATOR, words)
            end = entry.span.end + (separated.start() if separated else 0)
        return Span(start, max(end, entry.span.end))

    def _set_registration(
        self, draft: EventDraft, entries: list[RegistrationDate], opens: bool, occasion: Occasion
    ) -> bool:
        name = "registration_opens" if opens else "registration_deadline"
        impossible: Reason | None = None
        for entry in entries:
            day = self._registration_day(entry, occasion)
            if day is None:
                impossible = impossible or (
                    Reason.NO_SUCH_DATE if _impossible(entry) else occasion.reason or Reason.NO_YEAR
                )
                draft.evidence.setdefault(name, entry.span)
                continue
            if occasion.day and day > (occasion.last_day or occasion.day):
                impossible = impossible or Reason.DEADLINE_AFTER_START
                draft.evidence.setdefault(name, entry.span)
                continue
            value = day.isoformat()
            if entry.time is not None:
                minutes = entry.time.end if entry.time.end is not None and not opens else entry.time.start
                value = in_helsinki(day, minutes, entry.time.zone).isoformat(timespec="minutes")
            setattr(draft, name, value)
            draft.evidence[name] = entry.span
            draft.undecided.pop(name, None)
            return True
        if impossible:
            draft.undecided[name] = impossible
        return False

    def _registration_day(self, entry: RegistrationDate, occasion: Occasion) -> date | None:
        if entry.mention is None:
            return entry.before(occasion.day) if occasion.day else None
        mention = entry.mention
        wanted = mention.last if entry.last and mention.last else mention.first
        if occasion.day is None:
            settled = settle(replace(mention, first=wanted, last=None), self.clues)
            return settled.day
        day = settle_before(mention, occasion.day, wanted)
        if entry.opens and mention.last and day:
            closes = settle_before(mention, occasion.day, mention.last)
            if closes and day > closes:
                day = exact(wanted, closes.year - 1)
        return day


_REGISTERING = re.compile(r"ilmoittau|anmäl|\bregist|sign[\s-]?up")
_SEPARATOR = re.compile(r"[,;]|\b(?:ja|och|and|sekä|samt)\b")


def _impossible(entry: RegistrationDate) -> bool:
    if entry.mention is None:
        return False
    day = entry.mention.last if entry.last and entry.mention.last else entry.mention.first
    return not any(exact(day, year) for year in ((day.year,) if day.year else (2023, 2024)))
