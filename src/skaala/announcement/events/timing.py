"""
Gives the events their times: beside the date, from the words about the event, or from what is said of all events.
"""

from __future__ import annotations

import re
from collections import Counter

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.document.reading import TextReading
from skaala.announcement.draft import Span
from skaala.announcement.events.beside import take_times_beside
from skaala.announcement.events.durations import find_duration
from skaala.announcement.events.occasion import Occasion
from skaala.announcement.events.programme import ProgrammeRows
from skaala.announcement.events.sections import EventSection
from skaala.announcement.events.time_words import near, repeats_the_time
from skaala.announcement.layout.parts import TextPart
from skaala.announcement.roles.deadline_times import time_of_deadline
from skaala.announcement.roles.role import OF_REGISTRATION, DateRole
from skaala.announcement.times.mentions import TimeMention
from skaala.announcement.vocabulary.purposes import REGISTRATION

_NOT_OF_EVENTS = OF_REGISTRATION | {DateRole.PUBLISHED, DateRole.PAST}
_TELEPHONE = re.compile(
    r"(?:\bp\.|\bpuh\b|\btel\b|puhelin\w*|phone|avoinna|öppet|aukiolo\w*|opening\s+hours|asiakaspalvelu\w*)"
)


class TimeAssigner:
    """The times of one text, and which of them are used: by a deadline, or by an event already."""

    def __init__(self, reading: TextReading) -> None:
        self.reading = reading
        self.page = reading.page
        self.programme = ProgrammeRows(reading)
        self.deadline_times = frozenset(self._times_of_deadlines())
        self.used_times: set[TimeMention] = set(self.deadline_times)
        self.free_on_line: dict[int, list[TimeMention]] = {}
        self.dates_on_line: dict[int, list[DateMention]] = {}
        for time in reading.times:
            if time not in self.deadline_times:
                self.free_on_line.setdefault(time.line, []).append(time)
        for mention in reading.mentions:
            self.dates_on_line.setdefault(mention.line, []).append(mention)

    def _times_of_deadlines(self) -> list[TimeMention]:
        """Return the times beside dates that are not of events."""
        times = [
            time_of_deadline(self.page, mention, sentence.times)
            for sentence in self.reading.sentences
            for mention in sentence.dates
            if self.reading.roles.get(mention) in _NOT_OF_EVENTS | {DateRole.OTHER}
        ]
        return [time for time in times if time]

    def take_times_beside(self, occasion: Occasion) -> None:
        """Give an event the times beside its date, or beside the date on which it ends."""
        line = occasion.mention.line
        times, dates = self.free_on_line.get(line, []), self.dates_on_line.get(line, [])
        take_times_beside(self.page, occasion, times, dates, self.used_times)
        if occasion.end_mention:
            self._take_end_beside(occasion, occasion.end_mention)
        self.used_times.update(time for time in (occasion.time, occasion.end_time) if time)

    def _take_end_beside(self, occasion: Occasion, last_date: DateMention) -> None:
        times = self.free_on_line.get(last_date.line, [])
        later = next((time for time in times if time.span.start >= last_date.span.end), None)
        if later:
            occasion.end_time = later
            if occasion.time is later:
                occasion.time = None

    def rows_under(self, occasion: Occasion, limit: int) -> list[TimeMention]:
        """Return the rows that begin with a range of times between a day without a time and the next day."""
        if occasion.time or occasion.last_day or occasion.day is None:
            return []
        rows = [
            time
            for time in self.reading.times
            if occasion.mention.line < time.line < limit
            and time not in self.deadline_times
            and self.programme.is_row(time)
            and self.reading.parts[time.line] is TextPart.BODY
        ]
        return rows if all(row.end is not None for row in rows) else []

    # --- from the words about the event

    def complete_from_sections(self, occasion: Occasion, sections: list[EventSection], *, only: bool) -> None:
        """Give an event its missing start and end from its sections (from the whole text, if it is the ``only`` one)."""
        free = self._free_times(sections, only=only)
        rows = [time for time in free if self.programme.is_row(time)]
        stated = [time for time in free if not self.programme.is_row(time)]
        if occasion.time is None:
            candidates = [time for time in stated if time != occasion.end_time]
            starts = self._starts(candidates, has_rows=bool(rows))
            if starts:
                ranges = [] if only else [time for time in starts if time.end is not None]
                occasion.time = (ranges or starts)[0]
                self.used_times.add(occasion.time)
            else:
                self.programme.take_times(occasion, rows)
        if occasion.needs_end:
            self._find_end(occasion, stated)
        if occasion.needs_end:
            self.programme.take_end(occasion, rows)

    def _free_times(self, sections: list[EventSection], *, only: bool) -> list[TimeMention]:
        passages = (
            [Span(0, len(self.page.folded))]
            if only
            else [Span(section.start, section.end) for section in sections]
        )
        return [
            time
            for time in self.reading.times
            if time not in self.used_times
            and any(passage.start <= time.span.start < passage.end for passage in passages)
            and self._speaks_of_event(time)
        ]

    def _starts(self, times: list[TimeMention], *, has_rows: bool) -> list[TimeMention]:
        """Return the times that may be the start: no coffee, and no end."""
        main = [time for time in times if not near(self.page, time).is_side_programme]
        if main:
            return [time for time in main if time.end is not None or not near(self.page, time).is_end]
        # "Kahvit juodaan klo 9–9.45": where nothing else is said, the coffee is the event
        return [] if has_rows else [time for time in times if time.end is not None]

    def _find_end(self, occasion: Occasion, times: list[TimeMention]) -> None:
        """Find when the event ends, if that is said in another sentence of its section."""
        start = occasion.time.span if occasion.time else None
        for time in times:
            is_row = time.leads_line and time.end is not None
            if (
                time.span != start
                and not is_row
                and near(self.page, time).is_end
                and occasion.can_end_at(time)
            ):
                occasion.end_time = time
                return

    def _speaks_of_event(self, time: TimeMention) -> bool:
        """
        Return whether a free time is in a sentence about the event, not about registering or the telephone.
        """
        sentence = self.reading.sentence_at(time.span.start)
        if self.reading.parts[time.line] in (TextPart.PAST, TextPart.OTHER):
            return False
        if any(self.reading.roles.get(mention) in _NOT_OF_EVENTS for mention in sentence.dates):
            return False
        if _TELEPHONE.search(self.reading.words(sentence)):
            return False
        before = self.page.folded[max(sentence.span.start, time.span.start - 60) : time.span.start]
        after = self.page.folded[time.span.end : time.span.end + 12]
        return not (REGISTRATION.search(before) or re.match(r"\s*mennessä", after))

    # --- from what is said of all events

    def give_common_times(self, occasions: list[Occasion], sections: list[EventSection]) -> None:
        """Give the events that still have none the time that is said of all: `each Tuesday at 9–10`."""
        lacking = [occasion for occasion in occasions if occasion.time is None]
        if not lacking:
            return
        common = self._common_time(lacking, sections)
        previous: TimeMention | None = None
        for number, occasion in enumerate(occasions):
            if occasion.time is None and not occasion.last_day:
                own = [section for section in sections if section.occasion == number]
                occasion.time = common or (previous if self._repeats_the_time(occasion, own) else None)
            previous = occasion.time or previous

    def complete_ends(self, occasions: list[Occasion], sections: list[EventSection]) -> None:
        """Give events that have a start and no end the end or the duration that their sections or the whole text state."""
        for number, occasion in enumerate(occasions):
            if not occasion.needs_end or occasion.time is None or occasion.last_day:
                continue
            own = [Span(one.start, one.end) for one in sections if one.occasion == number]
            outside = [span for span in self._paragraphs() if not self._is_in(sections, span)]
            for passage in [*own, *outside]:
                ending = self._stated_end(occasion.time, passage)
                if ending:
                    occasion.end_time = ending
                    break

    def _paragraphs(self) -> list[Span]:
        return [sentence.span for sentence in self.reading.sentences]

    def _is_in(self, sections: list[EventSection], span: Span) -> bool:
        return any(one.start <= span.start < one.end for one in sections)

    def _stated_end(self, start: TimeMention, passage: Span) -> TimeMention | None:
        """Return when an event that starts then ends by the words of a passage: `päättyvät klo 19.30`, `kestää tunnin`."""
        lasting = find_duration(self.page.folded, passage.start, passage.end)
        if lasting:
            minutes, span = lasting
            line = self.page.line_at(span.start).index
            return TimeMention(span, line, min(start.start + minutes, 24 * 60 - 1), zone=start.zone)
        return next(
            (
                time
                for time in self.reading.times
                if passage.start <= time.span.start < passage.end
                and time.end is None
                and time.start > start.start
                and time not in self.deadline_times
                and near(self.page, time).is_end
                and not self.programme.is_row(time)
                and self._speaks_of_event(time)
            ),
            None,
        )

    def _common_time(self, lacking: list[Occasion], sections: list[EventSection]) -> TimeMention | None:
        lacking_on_line = Counter(occasion.mention.line for occasion in lacking)
        times = [
            time
            for time in self.reading.times
            if time not in self.deadline_times
            and not self.reading.sentence_at(time.span.start).dates
            and (lacking_on_line[time.line] > 1 or self._is_outside_events(time, sections))
            and self._speaks_of_event(time)
            and not self.programme.is_row(time)
        ]
        main = [time for time in times if not near(self.page, time).is_side_programme]
        ranges = [time for time in main or times if time.end is not None]
        return next(iter([*ranges, *main]), None)

    def _is_outside_events(self, time: TimeMention, sections: list[EventSection]) -> bool:
        return time not in self.used_times and not any(
            section.start <= time.span.start < section.end for section in sections
        )

    def _repeats_the_time(self, occasion: Occasion, sections: list[EventSection]) -> bool:
        line = self.page.lines[occasion.mention.line]
        return any(
            repeats_the_time(self.page, section.start, section.end) for section in sections
        ) or repeats_the_time(self.page, line.start, line.end)
