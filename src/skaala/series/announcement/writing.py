"""Writes the events down: their times, titles, numbers and audiences, and why a value is empty."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from skaala.series.announcement.draft import EventDraft, Note, Reason, Span
from skaala.series.announcement.events import Occasion
from skaala.series.announcement.kinds import kinds_of, number_in_head
from skaala.series.announcement.people import find_audiences
from skaala.series.announcement.placing import write_places_and_modes
from skaala.series.announcement.reading import Reading, one_line
from skaala.series.announcement.registering import write_registration
from skaala.series.announcement.role_words import REGISTRATION
from skaala.series.announcement.scopes import Cast
from skaala.series.announcement.stretches import Stretch, mark_stretches
from skaala.series.announcement.times import HELSINKI
from skaala.series.announcement.titles import (
    is_kind_only,
    is_prose,
    title_in_prose,
    title_in_row,
    title_line,
    topic_in,
    without_kind,
)
from skaala.series.announcement.tokens import Page
from skaala.series.announcement.venues import find_places
from skaala.series.announcement.zones import in_helsinki


def write_events(reading: Reading, occasions: list[Occasion]) -> None:
    """Write the events found into the draft, in order of time."""
    reading.result.events = _Writer(reading, occasions).write()


class _Writer:
    """The writing of one text's events."""

    def __init__(self, reading: Reading, occasions: list[Occasion]) -> None:
        self.reading = reading
        self.page = reading.page
        self.result = reading.result
        self.occasions = occasions
        self.taken = reading.taken

    def write(self) -> list[EventDraft]:
        title = Span(*self.reading.title_span())
        stretches = mark_stretches(self.page, self.occasions, title, self.reading.parts)
        only = len(self.occasions) == 1
        drafts: list[EventDraft] = []
        own: list[list[Stretch]] = [
            [s for s in stretches if s.occasion == n] for n in range(len(self.occasions))
        ]
        for occasion, its in zip(self.occasions, own, strict=True):
            draft = EventDraft(notes=list(occasion.notes))
            self._write_times(draft, occasion)
            self._write_title(draft, occasion, its, only)
            drafts.append(draft)
        titles = [self._own_title(draft) for draft in drafts]
        kinds = [
            kinds_of(" ".join([title, *(self.page.folded[s.head_start : s.head_end] for s in its)]))
            for title, its in zip(titles, own, strict=True)
        ]
        cast = Cast(drafts, self.occasions, stretches, own, kinds, titles)
        write_places_and_modes(self.reading, cast)
        write_registration(self.reading, cast)
        self._write_audiences(drafts, own, stretches)
        for draft in drafts:
            self._explain_gaps(draft)
        return sorted(drafts, key=lambda draft: (draft.start is None, draft.start or ""))

    def _own_title(self, draft: EventDraft) -> str:
        """Return the event's title in small letters, unless it is only the series' title lent to it."""
        span = draft.evidence.get("title")
        start, end = self.reading.title_span()
        return (
            ""
            if span is None or (start <= span.start < end and len(self.occasions) > 1)
            else (draft.title or "").lower()
        )

    def _write_times(self, draft: EventDraft, occasion: Occasion) -> None:
        day, time = occasion.day, occasion.time
        if day is None:
            draft.undecided["start"] = occasion.reason or Reason.NO_YEAR
            draft.evidence["start"] = occasion.mention.span
            return
        beside = (
            time is not None
            and time.line == occasion.mention.line
            and _near(occasion.mention.span, time.span)
        )
        evidence = occasion.mention.span.joined(time.span) if time and beside else occasion.mention.span
        draft.evidence["start"] = occasion.date_span or evidence
        if occasion.date_span and time is not None:
            draft.evidence["start_time"] = time.span
        if time is None:
            draft.start = day.isoformat()
            if occasion.last_day:
                draft.end = occasion.last_day.isoformat()
                draft.evidence["end"] = (occasion.end_mention or occasion.mention).span
            return
        if not beside:
            draft.evidence["start_time"] = time.span
        start = in_helsinki(day, time.start, time.zone)
        if (
            time.zone
            and time.zone != HELSINKI
            and start != datetime.combine(day, datetime.min.time()) + timedelta(minutes=time.start)
        ):
            draft.notes.append(Note.TIME_CONVERTED)
        draft.start = start.isoformat(timespec="minutes")
        end_day = occasion.last_day or day
        if occasion.end_time is not None and (time.end is None or occasion.last_day):
            other = occasion.end_time
            minutes = other.end if other.end is not None and other is not time else other.start
            end = in_helsinki(end_day, minutes, other.zone or time.zone)
            span = other.span
        elif time.end is not None:
            end = in_helsinki(end_day, time.end, time.zone)
            span = evidence
        elif occasion.last_day:
            draft.end = occasion.last_day.isoformat()
            draft.evidence["end"] = (occasion.end_mention or occasion.mention).span
            return
        else:
            return
        if end <= start:
            draft.undecided["end"] = Reason.ENDS_BEFORE_START
            return
        draft.end = end.isoformat(timespec="minutes")
        draft.evidence["end"] = span

    def _write_title(
        self, draft: EventDraft, occasion: Occasion, stretches: list[Stretch], only: bool
    ) -> None:
        page = self.page
        for stretch in stretches:
            found = number_in_head(
                page.folded, page.text, stretch.head_start, stretch.head_end, self.reading.taken_in(stretch)
            )
            if not found and stretch.title_above:
                found = number_in_head(
                    page.folded, page.text, stretch.title_above.start, stretch.title_above.end
                )
            if found and draft.number is None and not (only and not _numbered_list(page, stretch)):
                draft.number = found[0]
                draft.evidence["number"] = Span(found[1], found[2])
        title: Span | None = None
        kind_only: Span | None = None
        for stretch in stretches:
            title, kind = self._title_of(stretch, only)
            kind_only = kind_only or kind
            if title:
                break
        title = title or kind_only
        if title is None and "title" in self.result.evidence:
            title = self._series_title()
        if title:
            draft.title = one_line(title.of(page.text))
            draft.evidence["title"] = title

    def _series_title(self) -> Span:
        """
        Return the text's title without a date or a time at its end, for an event that has no title of its
        own.
        """
        span = self.result.evidence["title"][0]
        row = title_in_row(self.page, span.start, span.end, [t for t in self.taken if t.overlaps(span)])
        return without_kind(self.page, row or span)

    def _title_of(self, stretch: Stretch, only: bool) -> tuple[Span | None, Span | None]:
        page = self.page
        places = [
            p.span
            for p in find_places(page, stretch.head_start, stretch.head_end, self.taken)
            if p.kind != "hall" or not only
        ]
        taken = self.reading.taken_in(stretch)
        line = page.line_at(stretch.head_start)
        prose = is_prose(page, stretch.head_start, stretch.head_end) or is_prose(page, line.start, line.end)
        if prose:
            named = title_in_prose(page, stretch.head_start, stretch.head_end)
            if named:
                return named, None
        if only and "title" in self.result.evidence:
            return None, None
        candidates: list[Span | None] = []
        if not only:
            topic = topic_in(page, stretch.head_start, stretch.end)
            if topic:
                return topic, None
        if stretch.under_title and stretch.title_above:
            line = stretch.title_above
            candidates.append(
                title_line(page, line, [s for s in self.taken if line.start <= s.start < line.end])
            )
        if not prose:
            candidates.append(title_in_row(page, stretch.head_start, stretch.head_end, [*taken, *places]))
        near = [line for line in (stretch.title_below, stretch.title_above) if line]
        if stretch.title_above and stretch.title_above.block == page.line_at(stretch.head_start).block:
            near.reverse()
        elif stretch.title_above and stretch.title_below is None:
            near = [stretch.title_above]
        if not prose or not candidates:
            for line in near:
                if (only and line.index == 0) or line.start == self.reading.title_span()[0]:
                    continue
                if is_prose(page, line.start, line.end) and len(page.words(line)) > 90:
                    continue
                words = page.words(line)
                if REGISTRATION.match(words):
                    continue
                spans = [s for s in self.taken if line.start <= s.start < line.end]
                spans += [
                    p.span for p in find_places(page, line.start, line.end, self.taken) if p.kind != "hall"
                ]
                span = title_line(page, line, spans)
                candidates.append(span)
        found = [c for c in candidates if c]
        for span in found:
            if not is_kind_only(page, span):
                return span, None
        return None, found[0] if found else None

    def _write_audiences(
        self, drafts: list[EventDraft], own: list[list[Stretch]], stretches: list[Stretch]
    ) -> None:
        for draft, its in zip(drafts, own, strict=True):
            spans = [span for s in its for span in find_audiences(self.page, s.start, s.end)]
            if spans:
                draft.audience = one_line(spans[0].of(self.page.text))
                draft.evidence["audience"] = spans[0]
        shared = [
            span
            for span in find_audiences(self.page, 0, len(self.page.text))
            if len(drafts) == 1 or not any(s.start <= span.start < s.end for s in stretches)
        ]
        for draft in drafts:
            if draft.audience is None and shared:
                draft.audience = one_line(shared[0].of(self.page.text))
                draft.evidence["audience"] = shared[0]

    @staticmethod
    def _explain_gaps(draft: EventDraft) -> None:
        if draft.start is not None and draft.end is None:
            draft.undecided.setdefault("end", Reason.NO_END if "T" in draft.start else Reason.NO_TIME)
        if draft.start is None:
            draft.undecided.setdefault("end", draft.undecided["start"])
        if draft.mode is None:
            draft.undecided.setdefault("mode", Reason.NO_MODE)
        if draft.venue is None:
            draft.undecided.setdefault(
                "venue", Reason.ONLINE_ONLY if draft.mode == "online" else Reason.NOT_STATED
            )
        if draft.registration_deadline is None:
            draft.undecided.setdefault("registration_deadline", Reason.NO_DEADLINE)
        if draft.registration_opens is None:
            draft.undecided.setdefault("registration_opens", Reason.NOT_STATED)
        if draft.audience is None:
            draft.undecided.setdefault("audience", Reason.NOT_STATED)
        if draft.title is None:
            draft.undecided.setdefault("title", Reason.NOT_STATED)


def _numbered_list(page: Page, stretch: Stretch) -> bool:
    return bool(re.match(r"\s*\d{1,2}[.)]\s", page.folded[stretch.head_start : stretch.head_end]))


def _near(one: Span, other: Span) -> bool:
    whole = one.joined(other)
    return whole.end - whole.start <= (one.end - one.start) + (other.end - other.start) + 30
