"""Gives the days that are events their times: beside the date, from the words about the event, or from what holds for all."""

from __future__ import annotations

import re

from skaala.series.announcement import events as happenings
from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.deadlines import time_of_deadline
from skaala.series.announcement.draft import Span
from skaala.series.announcement.events import Occasion, times_beside
from skaala.series.announcement.headings import Part
from skaala.series.announcement.reading import Reading
from skaala.series.announcement.role_words import REGISTRATION
from skaala.series.announcement.roles import Role
from skaala.series.announcement.stretches import Stretch
from skaala.series.announcement.times import TimeMention


class Timer:
    """The times of one text, and which of them are taken: by a deadline, or by an event already."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.used_times: set[TimeMention] = set()
        self.deadline_times: frozenset[TimeMention] = frozenset()
        self.free_on_line: dict[int, list[TimeMention]] = {}
        self.dates_on_line: dict[int, list[DateMention]] = {}
        for mention in reading.mentions:
            self.dates_on_line.setdefault(mention.line, []).append(mention)

    def find_times(self, occasions: list[Occasion]) -> None:
        """Put the times of deadlines aside, and give each day the times that stand beside it."""
        for sentence in self.reading.sentences:
            for mention in sentence.dates:
                if self.reading.roles.get(mention) in (
                    Role.DEADLINE,
                    Role.OPENS,
                    Role.WINDOW,
                    Role.OTHER,
                    Role.PUBLISHED,
                    Role.PAST,
                ):
                    time = time_of_deadline(self.reading.page, mention, sentence.times)
                    if time:
                        self.used_times.add(time)
        self.deadline_times = frozenset(self.used_times)
        for time in self.reading.times:
            if time not in self.deadline_times:
                self.free_on_line.setdefault(time.line, []).append(time)
        for occasion in occasions:
            self.find_time_of(occasion)

    def find_time_of(self, occasion: Occasion) -> None:
        """Give one day the times that stand beside it, or beside the day on which it ends."""
        line = occasion.mention.line
        times_beside(
            self.reading.page,
            occasion,
            self.free_on_line.get(line, []),
            self.dates_on_line.get(line, []),
            self.used_times,
        )
        if occasion.end_mention:
            later = [
                t
                for t in self.free_on_line.get(occasion.end_mention.line, [])
                if t.span.start >= occasion.end_mention.span.end
            ]
            if later:
                occasion.end_time = later[0]
                if occasion.time is later[0]:
                    occasion.time = None
        if occasion.time:
            self.used_times.add(occasion.time)
        if occasion.end_time:
            self.used_times.add(occasion.end_time)

    def rows_under(self, occasion: Occasion, limit: int) -> list[TimeMention]:
        """Return the rows that begin with a range of times between a day without a time and the next day."""
        if occasion.time or occasion.last_day or occasion.day is None:
            return []
        rows = [
            t
            for t in self.reading.times
            if occasion.mention.line < t.line < limit
            and t not in self.deadline_times
            and self._is_programme_row(t)
            and self.reading.parts[t.line] is Part.BODY
        ]
        return rows if all(t.end is not None for t in rows) else []

    def time_from_stretch(self, occasion: Occasion, stretches: list[Stretch], only: bool) -> None:
        """Give a day what is missing of its start and end from the words about it (of the whole text, if ``only``)."""
        spans = (
            [Span(0, len(self.reading.page.folded))] if only else [Span(s.start, s.end) for s in stretches]
        )
        free = [
            t
            for t in self.reading.times
            if t not in self.used_times
            and any(s.start <= t.span.start < s.end for s in spans)
            and self._speaks_of_event(t)
        ]
        if occasion.time is None:
            telling = [t for t in free if not self._is_programme_row(t)]
            if occasion.end_time in telling:
                telling.remove(occasion.end_time)
            with_cue = [
                t
                for t in telling
                if not happenings.is_coffee(self.reading.page, t, max(0, t.span.start - 60))
            ]
            starts = [
                t
                for t in with_cue
                if not (
                    happenings.ends_here(self.reading.page, t, max(0, t.span.start - 40)) and t.end is None
                )
            ]
            if not starts and not with_cue:
                # "Kahvit juodaan klo 9–9.45": where nothing else is said, the coffee is the event
                starts = [
                    t for t in telling if t.end is not None and not any(map(self._is_programme_row, free))
                ]
            if starts:
                occasion.time = next((t for t in starts if t.end is not None and not only), starts[0])
                self.used_times.add(occasion.time)
            else:
                rows = [t for t in free if self._is_programme_row(t)]
                happenings.programme_times(self.reading.page, occasion, rows)
        happenings.find_end(self.reading.page, occasion, [t for t in free if not self._is_programme_row(t)])
        if occasion.time and occasion.time.end is None and not occasion.end_time:
            rows = [t for t in free if self._is_programme_row(t) and t.start >= occasion.time.start]
            if (
                rows
                and happenings.ends_here(
                    self.reading.page, rows[-1], self.reading.page.lines[rows[-1].line].start
                )
                and rows[-1].start > occasion.time.start
            ):
                occasion.end_time = rows[-1]

    def _is_programme_row(self, time: TimeMention) -> bool:
        if not time.leads_line:
            return False
        line = self.reading.page.lines[time.line]
        rest = self.reading.page.folded[time.span.end : line.end].strip(" .,)")
        if not rest or rest.startswith("("):
            return False
        if self.reading.parts[time.line] is Part.PROGRAMME:
            return True
        return not any(m.line == time.line for m in self.reading.mentions)

    def _speaks_of_event(self, time: TimeMention) -> bool:
        """
        Return whether a free time stands in a sentence about the event, not about registering or the
        telephone.
        """
        sentence = self.reading.sentence_at(time.span.start)
        words = self.reading.page.folded[sentence.span.start : sentence.span.end]
        if self.reading.parts[time.line] in (Part.PAST, Part.OTHER):
            return False
        if any(
            self.reading.roles.get(m) in (Role.DEADLINE, Role.OPENS, Role.WINDOW, Role.PAST, Role.PUBLISHED)
            for m in sentence.dates
        ):
            return False
        if _TELEPHONE.search(words):
            return False
        before = self.reading.page.folded[max(sentence.span.start, time.span.start - 60) : time.span.start]
        return not (
            REGISTRATION.search(before)
            or re.match(r"\s*mennessä", self.reading.page.folded[time.span.end : time.span.end + 12])
        )

    def times_for_all(self, occasions: list[Occasion], stretches: list[Stretch]) -> None:
        """Give the days that still have none the time that is said of all: `each Tuesday at 9–10`."""
        lacking = [o for o in occasions if o.time is None]
        if not lacking:
            return
        for_all = [
            t
            for t in self.reading.times
            if (t not in self.used_times or sum(o.mention.line == t.line for o in lacking) > 1)
            and t not in self.deadline_times
            and not self.reading.sentence_at(t.span.start).dates
            and (
                not any(s.start <= t.span.start < s.end for s in stretches)
                or sum(o.mention.line == t.line for o in lacking) > 1
            )
            and self._speaks_of_event(t)
            and not self._is_programme_row(t)
        ]
        for_all = [
            t for t in for_all if not happenings.is_coffee(self.reading.page, t, max(0, t.span.start - 60))
        ] or [t for t in for_all if t.end is not None]
        previous: TimeMention | None = None
        for number, occasion in enumerate(occasions):
            if occasion.time is None and not occasion.last_day:
                its = [s for s in stretches if s.occasion == number]
                repeated = any(
                    happenings.same_time(
                        self.reading.page, self.reading.page.lines[occasion.mention.line], s.start, s.end
                    )
                    for s in its
                ) or (
                    happenings.same_time(
                        self.reading.page,
                        self.reading.page.lines[occasion.mention.line],
                        *self._line_span(occasion),
                    )
                )
                if for_all:
                    occasion.time = next((t for t in for_all if t.end is not None), for_all[0])
                elif repeated and previous:
                    occasion.time = previous
            previous = occasion.time or previous

    def _line_span(self, occasion: Occasion) -> tuple[int, int]:
        line = self.reading.page.lines[occasion.mention.line]
        return line.start, line.end


_TELEPHONE = re.compile(
    r"(?:\bp\.|\bpuh\b|\btel\b|puhelin\w*|phone|avoinna|öppet|aukiolo\w*|opening\s+hours|asiakaspalvelu\w*)"
)
