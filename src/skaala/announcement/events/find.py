"""Finds the events: which dates are occasions, which of them are the same, and when each begins and ends."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.dates.years import Settled, settle, settle_end
from skaala.announcement.document.reading import TextReading
from skaala.announcement.draft import Note
from skaala.announcement.events.merging import merge_occasions
from skaala.announcement.events.occasion import Occasion
from skaala.announcement.events.sections import EventSection, mark_sections
from skaala.announcement.events.time_words import repeats_the_time
from skaala.announcement.events.timing import TimeAssigner
from skaala.announcement.roles.decide import is_strong
from skaala.announcement.roles.role import DateRole, Sentence
from skaala.announcement.times.mentions import TimeMention
from skaala.announcement.titles.lines import is_prose_line
from skaala.announcement.titles.rows import title_in_row
from skaala.announcement.vocabulary.purposes import TAKES_PLACE

MOST_EVENTS = 200
MOST_DAYS_OF_EVENT = 14
MINUTES_APART = 60  # rows with such a gap are events, not a programme

_TIME_THEN_DASH = re.compile(
    r"[\s,]*(?:(?:klo|kello|kl|at)\.?\s*)?[\d.:]+\s*(?:[ap]m\s*)?(?:-|to|till|"
    r"until)\s*(?:[^\W\d]{2,11}\s*)?"
)
_ENDS = re.compile(r"\b(?:päättyy|päättyen|ends?|ending|avslutas|slutar|finish\w*|loppuu)\b")
_EACH_DAY = re.compile(
    r"\b(?:joka\s+päivä\w*|jokaisena\s+päivänä|jokaiselle\s+päivälle|päivittäin|kaikki\s+alkavat|(?:en|ett)\s+\w+\s+om\s+dagen|"
    r"varje\s+dag|alla\s+börjar|samtliga\s+börjar|each\s+day|every\s+day|daily|a\s+day\b|days?\s+in\s+a\s+row|on\s+each\s+of|"
    r"all\s+(?:start|begin))"
)
_A_DAY = re.compile(r"(?:päivä|dag|day|ohjelma|program)\b")


def find_occasions(reading: TextReading) -> list[Occasion]:
    """Return the text's events in reading order, with their times."""
    return _Finder(reading).find()


class _Finder:
    """The search for the events of one text."""

    def __init__(self, reading: TextReading) -> None:
        self.reading = reading
        self.page = reading.page
        self.notes = reading.result.notes
        self.roles = reading.roles
        self.occasions: list[Occasion] = []

    def find(self) -> list[Occasion]:
        self._find_days()
        self._drop_strays()
        if self.occasions:
            # only now, because the roles of dates may have changed
            self.timer = TimeAssigner(self.reading)
            for occasion in self.occasions:
                self.timer.take_times_beside(occasion)
            self._split_days()
            self.occasions = merge_occasions(self.occasions)
            self._drop_frames()
            self._complete_times()
        return self.occasions

    # --- days

    def _find_days(self) -> None:
        after: date | None = None
        past_left_out = False
        for sentence in self.reading.sentences:
            for at, mention in enumerate(sentence.dates):
                if self._ends_the_one_before(sentence, at):
                    self.roles[mention] = DateRole.EVENT
                    continue
                if self.roles.get(mention) is not DateRole.EVENT or not is_strong(self.page, sentence, at):
                    continue
                settled = settle(mention, self.reading.clues, after=after)
                if self._is_past(mention, settled):
                    self.roles[mention] = DateRole.PAST
                    past_left_out = True
                    continue
                after = settled.day or after
                self._add(mention, sentence, settled)
        if past_left_out:
            self.notes.append(Note.PAST_LEFT_OUT)

    def _is_past(self, mention: DateMention, settled: Settled) -> bool:
        published = self.reading.published
        if settled.day is None or published is None:
            return False
        return (_last_day(settled.day, mention) or settled.day) < published

    def _add(self, mention: DateMention, sentence: Sentence, settled: Settled) -> None:
        if len(self.occasions) >= MOST_EVENTS:
            if Note.TOO_MANY not in self.notes:
                self.notes.append(Note.TOO_MANY)
            return
        occasion = Occasion(
            mention,
            sentence,
            settled.day,
            last_day=_last_day(settled.day, mention),
            reason=settled.reason,
            anchors=[(mention, sentence)],
        )
        if settled.weekday_differs:
            occasion.notes.append(Note.WEEKDAY_DIFFERS)
        if settled.by_weekday:
            occasion.notes.append(Note.OTHER_YEAR_FITS)
        self.occasions.append(occasion)

    def _ends_the_one_before(self, sentence: Sentence, at: int) -> bool:
        """
        Return whether this date is the end of the event before it: `klo 12 – 28.3. klo 15`, `and ends on 11
        June`; the event then gets its last day.
        """
        mention = sentence.dates[at]
        if at == 0 or self.roles.get(mention) not in (DateRole.EVENT, DateRole.OTHER) or mention.is_range:
            return False
        occasion = self.occasions[-1] if self.occasions else None
        if occasion is None or occasion.mention is not sentence.dates[at - 1] or occasion.day is None:
            return False
        between = self.page.folded[occasion.mention.span.end : mention.span.start]
        if not (_TIME_THEN_DASH.fullmatch(between) or _ENDS.search(between)):
            return False
        last = settle_end(occasion.day, mention.first)
        if last is None or not 0 < (last - occasion.day).days <= MOST_DAYS_OF_EVENT:
            return False
        occasion.last_day = last
        occasion.end_mention = mention
        return True

    def _drop_strays(self) -> None:
        """Leave out dates in running text without a time where the text has events with times."""
        timed_lines = {time.line for time in self.reading.times}
        timed = [occasion for occasion in self.occasions if occasion.mention.line in timed_lines]
        if len(self.occasions) < 2 or not timed:
            return
        kept = [
            occasion
            for occasion in self.occasions
            if occasion.mention.line in timed_lines
            or self._is_listed(occasion)
            or self._takes_place(occasion)
        ]
        self.occasions = kept or self.occasions

    def _is_listed(self, occasion: Occasion) -> bool:
        """Return whether a date is in a list of dates or in a short line, not in running text."""
        line = self.page.lines[occasion.mention.line]
        return (
            occasion.mention.chained
            or not is_prose_line(self.page, line)
            or len(self.page.words(line).split()) <= 12
        )

    def _takes_place(self, occasion: Occasion) -> bool:
        line = self.page.lines[occasion.mention.line]
        return bool(
            occasion.sentence.times
            or occasion.day is None
            or TAKES_PLACE.search(self.reading.words(occasion.sentence))
            or repeats_the_time(self.page, line.start, line.end)
        )

    # --- events of one day, and of several

    def _split_days(self) -> None:
        """Make an event of each row under a day where the rows lie apart in time, as in no programme."""
        split: list[Occasion] = []
        starts = sorted(occasion.mention.line for occasion in self.occasions)
        for occasion in self.occasions:
            limit = next((line for line in starts if line > occasion.mention.line), len(self.page.lines))
            rows = self.timer.rows_under(occasion, limit)
            if any(second.start - (first.end or 0) >= MINUTES_APART for first, second in pairwise(rows)):
                split.extend(self._event_of_row(occasion, row) for row in rows)
                self.timer.used_times.update(rows)
            else:
                split.append(occasion)
        self.occasions = split

    def _event_of_row(self, day: Occasion, row: TimeMention) -> Occasion:
        anchor = DateMention(row.span, row.line, day.mention.first, weekday=day.mention.weekday)
        sentence = self.reading.sentence_at(row.span.start)
        return Occasion(
            anchor,
            sentence,
            day.day,
            reason=day.reason,
            time=row,
            anchors=[(anchor, sentence)],
            notes=list(day.notes),
            date_span=day.mention.span,
        )

    def _drop_frames(self) -> None:
        """
        Leave out days that only frame a list of events with names and times of their own (`November 18–20`
        above three).
        """
        for frame in [
            occasion for occasion in self.occasions if occasion.last_day and len(occasion.anchors) > 2
        ]:
            others = frame.anchors[1:]
            daily = bool(_EACH_DAY.search(self.page.folded))
            if not all(self._has_own_name(mention, without_time=daily) for mention, _ in others):
                continue
            if len({mention.first for mention, _ in others}) < 2:
                continue
            self.occasions.remove(frame)
            for mention, sentence in others:
                self._add(mention, sentence, settle(mention, self.reading.clues, after=frame.day))
                self.timer.take_times_beside(self.occasions[-1])
        self.occasions.sort(key=lambda occasion: occasion.mention.span)

    def _has_own_name(self, mention: DateMention, *, without_time: bool) -> bool:
        """Return whether a day's line names something of its own, with a time unless the text says that each day has one."""
        line = self.page.lines[mention.line]
        has_time = any(time.line == mention.line for time in self.reading.times)
        if is_prose_line(self.page, line) or not (has_time or without_time):
            return False
        title = title_in_row(self.page, line.start, line.end, self.reading.taken_on(line))
        return title is not None and not _A_DAY.match(self.page.folded, title.start)

    # --- times

    def _complete_times(self) -> None:
        sections = self._sections()
        only = len(self.occasions) == 1
        for number, occasion in enumerate(self.occasions):
            own = [section for section in sections if section.occasion == number]
            self.timer.complete_from_sections(occasion, own, only=only)
        self.timer.give_common_times(self.occasions, sections)
        self.timer.complete_ends(self.occasions, sections)

    def _sections(self) -> list[EventSection]:
        return mark_sections(self.page, self.occasions, self.reading.title_span(), self.reading.parts)


def _last_day(day: date | None, mention: DateMention) -> date | None:
    if day is None or mention.last is None:
        return None
    last = settle_end(day, mention.last)
    return last if last and last > day else None
