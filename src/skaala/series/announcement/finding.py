"""Finds the events: which dates are occasions, which of them are the same, and when each begins and ends."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from skaala.series.announcement import events as happenings
from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.draft import Note, Reason, Span
from skaala.series.announcement.events import Occasion
from skaala.series.announcement.reading import SAYS_IT_HAPPENS, Reading
from skaala.series.announcement.roles import Role, Sentence, is_strong
from skaala.series.announcement.stretches import Stretch, mark_stretches
from skaala.series.announcement.timing import Timer
from skaala.series.announcement.titles import is_prose, title_in_row
from skaala.series.announcement.years import Settled, settle, settle_end

MOST_EVENTS = 200


def find_occasions(reading: Reading) -> list[Occasion]:
    """Return the text's events in reading order, with their times."""
    return _Finder(reading).find()


class _Finder:
    """The search for the events of one text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.page = reading.page
        self.result = reading.result
        self.mentions = reading.mentions
        self.times = reading.times
        self.taken = reading.taken
        self.sentences = reading.sentences
        self.parts = reading.parts
        self.roles = reading.roles
        self.clues = reading.clues
        self.published = reading.published
        self.occasions: list[Occasion] = []
        self.timer = Timer(reading)

    def find(self) -> list[Occasion]:
        self._find_occasions()
        if self.occasions:
            self.timer.find_times(self.occasions)
            self._part_days()
            self._merge()
        return self.occasions

    def _find_occasions(self) -> None:
        after: date | None = None
        left_out = False
        for sentence in self.sentences:
            for at, mention in enumerate(sentence.dates):
                if self.roles.get(mention) in (Role.EVENT, Role.OTHER) and self._ends_the_one_before(
                    sentence, at
                ):
                    self.roles[mention] = Role.EVENT
                    continue
                if self.roles.get(mention) is not Role.EVENT or not is_strong(self.page, sentence, at):
                    continue
                settled = settle(mention, self.clues, after=after)
                if settled.day is None and settled.reason is not Reason.NO_SUCH_DATE:
                    self._add(mention, sentence, settled)
                    continue
                if (
                    settled.day
                    and self.published
                    and (self._last_day(settled.day, mention) or settled.day) < self.published
                ):
                    self.roles[mention] = Role.PAST
                    left_out = True
                    continue
                if settled.day:
                    after = settled.day
                self._add(mention, sentence, settled)
        if left_out:
            self.result.notes.append(Note.PAST_LEFT_OUT)
        self._drop_strays()

    def _add(self, mention: DateMention, sentence: Sentence, settled: Settled) -> None:
        if len(self.occasions) >= MOST_EVENTS:
            if Note.TOO_MANY not in self.result.notes:
                self.result.notes.append(Note.TOO_MANY)
            return
        occasion = Occasion(
            mention, sentence, settled.day, reason=settled.reason, anchors=[(mention, sentence)]
        )
        occasion.last_day = self._last_day(settled.day, mention)
        if settled.weekday_differs:
            occasion.notes.append(Note.WEEKDAY_DIFFERS)
        if settled.by_weekday:
            occasion.notes.append(Note.OTHER_YEAR_FITS)
        self.occasions.append(occasion)

    @staticmethod
    def _last_day(day: date | None, mention: DateMention) -> date | None:
        if day is None or mention.last is None:
            return None
        last = settle_end(day, mention.last)
        return last if last and last > day else None

    def _ends_the_one_before(self, sentence: Sentence, at: int) -> bool:
        """
        Return whether this date is the end of the event before it: `klo 12 – 28.3. klo 15`, `and ends on 11
        June`.
        """
        if at == 0 or not self.occasions or self.occasions[-1].mention is not sentence.dates[at - 1]:
            return False
        occasion, mention = self.occasions[-1], sentence.dates[at]
        between = self.page.folded[occasion.mention.span.end : mention.span.start]
        dash = re.fullmatch(
            r"[\s,]*(?:(?:klo|kello|kl|at)\.?\s*)?[\d.:]+\s*(?:[ap]m\s*)?(?:-|to|till|"
            r"until)\s*(?:[^\W\d]{2,11}\s*)?",
            between,
        )
        ends = re.search(r"\b(?:päättyy|päättyen|ends?|ending|avslutas|slutar|finish\w*|loppuu)\b", between)
        if not (dash or ends) or mention.is_range or occasion.day is None:
            return False
        last = settle_end(occasion.day, mention.first)
        if last is None or not 0 < (last - occasion.day).days <= 14:
            return False
        occasion.last_day = last
        occasion.end_mention = mention
        return True

    def _drop_strays(self) -> None:
        """Leave out dates in running text without a time where the text has events with times."""
        if len(self.occasions) < 2:
            return
        timed = [o for o in self.occasions if any(t.line == o.mention.line for t in self.times)]
        if not timed:
            return
        kept: list[Occasion] = []
        for occasion in self.occasions:
            line = self.page.lines[occasion.mention.line]
            words = self.page.folded[line.start : line.end]
            if (
                occasion in timed
                or occasion.mention.chained
                or not is_prose(self.page, line.start, line.end)
                or len(words.split()) <= 12
            ):
                kept.append(occasion)
                continue
            sentence = self.page.folded[occasion.sentence.span.start : occasion.sentence.span.end]
            if (
                occasion.sentence.times
                or occasion.day is None
                or SAYS_IT_HAPPENS.search(sentence)
                or happenings.same_time(self.page, line, line.start, line.end)
            ):
                kept.append(occasion)
        if kept:
            self.occasions = kept

    def _part_days(self) -> None:
        """Make an event of each row under a day where the rows lie apart in time, as in no programme."""
        parted: list[Occasion] = []
        starts = sorted(o.mention.line for o in self.occasions)
        for occasion in self.occasions:
            later = [line for line in starts if line > occasion.mention.line]
            rows = self.timer.rows_under(occasion, later[0] if later else len(self.page.lines))
            if len(rows) < 2 or not any(b.start - (a.end or 0) >= 60 for a, b in pairwise(rows)):
                parted.append(occasion)
                continue
            for row in rows:
                anchor = DateMention(
                    row.span, row.line, occasion.mention.first, weekday=occasion.mention.weekday
                )
                parted.append(
                    Occasion(
                        anchor,
                        self.reading.sentence_at(row.span.start),
                        occasion.day,
                        reason=occasion.reason,
                        time=row,
                        anchors=[(anchor, self.reading.sentence_at(row.span.start))],
                        notes=list(occasion.notes),
                        date_span=occasion.mention.span,
                    )
                )
                self.timer.used_times.add(row)
        self.occasions = parted

    def _merge(self) -> None:
        """Make one event of the mentions of one day, unless their times tell two events apart."""
        merged: list[Occasion] = []
        for occasion in self.occasions:
            if occasion.day is None:
                twin = next(
                    (o for o in merged if o.day is None and o.mention.first == occasion.mention.first), None
                )
            else:
                twin = next((o for o in merged if self._same_event(o, occasion)), None)
            if twin is None:
                merged.append(occasion)
                continue
            twin.anchors.extend(occasion.anchors)
            if occasion.last_day and not twin.last_day and occasion.day == twin.day:
                twin.last_day = occasion.last_day
            if twin.last_day and occasion.day == twin.last_day and occasion.day != twin.day:
                twin.end_time = twin.end_time or occasion.end_time or occasion.time
            elif twin.time is None:
                twin.time = occasion.time
                twin.end_time = twin.end_time or occasion.end_time
            elif occasion.end_time and not twin.end_time and twin.time.end is None:
                twin.end_time = occasion.end_time
        self.occasions = merged
        self._drop_frames()
        stretches = self._stretches()
        for number, occasion in enumerate(self.occasions):
            self.timer.time_from_stretch(
                occasion, [s for s in stretches if s.occasion == number], len(self.occasions) == 1
            )
        self.timer.times_for_all(self.occasions, stretches)

    def _drop_frames(self) -> None:
        """
        Leave out days that only frame a list of events with names and times of their own (`November 18–20`
        above three).
        """
        for frame in [o for o in self.occasions if o.last_day and len(o.anchors) > 2]:
            named = [(m, s) for m, s in frame.anchors[1:] if self._has_own_name_and_time(m)]
            if len(named) < 2 or len(named) != len(frame.anchors) - 1 or len({m.first for m, _ in named}) < 2:
                continue
            self.occasions.remove(frame)
            for mention, sentence in named:
                settled = settle(mention, self.clues, after=frame.day)
                self._add(mention, sentence, settled)
                self.timer.find_time_of(self.occasions[-1])
        self.occasions.sort(key=lambda o: o.mention.span)

    def _has_own_name_and_time(self, mention: DateMention) -> bool:
        line = self.page.lines[mention.line]
        if is_prose(self.page, line.start, line.end) or not any(t.line == mention.line for t in self.times):
            return False
        title = title_in_row(
            self.page, line.start, line.end, [s for s in self.taken if line.start <= s.start < line.end]
        )
        return title is not None and not _A_DAY.match(self.page.folded, title.start)

    @staticmethod
    def _same_event(one: Occasion, other: Occasion) -> bool:
        if one.day is None or other.day is None:
            return False
        if one.last_day and one.day <= other.day <= one.last_day:
            return not other.time or other.day in (one.day, one.last_day) or not other.last_day
        if one.day != other.day:
            return False
        if one.time is None or other.time is None:
            return True
        if one.time.start == other.time.start:
            return True
        ends = one.time.end or one.time.start
        other_ends = other.time.end or other.time.start
        return one.time.start <= other.time.start and other_ends <= ends

    def _stretches(self) -> list[Stretch]:
        return mark_stretches(self.page, self.occasions, Span(*self.reading.title_span()), self.parts)


_A_DAY = re.compile(r"(?:päivä|dag|day|ohjelma|program)\b")
