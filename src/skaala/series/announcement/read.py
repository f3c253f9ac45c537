"""Reads an announcement: brings what the other files find together into one draft."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from skaala.series.announcement import events as happenings
from skaala.series.announcement.dates import DateMention, find_dates
from skaala.series.announcement.deadlines import RegistrationDate, registration_dates, time_of_deadline
from skaala.series.announcement.draft import Draft, EventDraft, Note, Reason, Span, TextTooLong
from skaala.series.announcement.events import Occasion, Stretch, mark_stretches, times_beside
from skaala.series.announcement.kinds import ALL, kinds_in, number_in_head, numbers_in
from skaala.series.announcement.languages import tell_language
from skaala.series.announcement.modes import Way, WayFound, mode_of, ways_in
from skaala.series.announcement.people import find_audiences, find_organisers
from skaala.series.announcement.published import find_published
from skaala.series.announcement.roles import (
    APPLICATION,
    NO_REGISTRATION,
    REGISTRATION,
    Part,
    Role,
    Sentence,
    is_strong,
    parts,
    role_by_column,
    role_of,
)
from skaala.series.announcement.times import HELSINKI, TimeMention, find_times
from skaala.series.announcement.titles import (
    document_title,
    is_kind_only,
    is_prose,
    title_in_prose,
    title_in_row,
    title_line,
    without_kind,
)
from skaala.series.announcement.tokens import Page, lay_out, sentences
from skaala.series.announcement.venues import Place, find_places
from skaala.series.announcement.years import (
    Settled,
    exact,
    gather_clues,
    settle,
    settle_before,
    settle_end,
)

LONGEST_TEXT = 200_000
MOST_EVENTS = 200
MOST_DATES = 2000


def read_announcement(text: str, *, published: date | None = None) -> Draft:
    """
    Draft a series from the text of an announcement.

    `published` is the day of publication where the caller knows it; it wins over the one in the text.

    :raises TextTooLong: if the text has more than `LONGEST_TEXT` characters
    """
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(
            f"The text has {len(text)} characters; an announcement of more than {LONGEST_TEXT} is not read."
        )
    return _Reading(text, published).draft()


class _Reading:
    """One reading of one text."""

    def __init__(self, text: str, published: date | None) -> None:
        self.page = lay_out(text)
        self.result = Draft(text)
        self.mentions = find_dates(self.page)
        if len(self.mentions) > MOST_DATES:
            self.mentions = self.mentions[:MOST_DATES]
            self.result.notes.append(Note.TOO_MANY)
        self.times = find_times(self.page, self.mentions)
        self.taken = sorted([m.span for m in self.mentions] + [t.span for t in self.times])
        self.sentences = self._cut_sentences()
        self.parts = parts(self.page, {m.line for m in self.mentions})
        self.published = published
        self.header: DateMention | None = None
        self.roles: dict[DateMention, Role] = {}
        self.occasions: list[Occasion] = []
        self.used_times: set[TimeMention] = set()

    def draft(self) -> Draft:
        if not self.page.lines:
            return self.result
        self._read_language()
        self._read_published()
        self._read_head()
        self._give_roles()
        self.clues = gather_clues(self.page, self.mentions, self.published)
        self._find_occasions()
        if self.occasions:
            self._find_times()
            self._merge()
            self._write_events()
        return self.result

    # -- the whole text ------------------------------------------------------------------------------------------

    def _cut_sentences(self) -> list[Sentence]:
        found: list[Sentence] = []
        by_line: dict[int, list[Span]] = {}
        for line_number, span in [(m.line, m.span) for m in self.mentions] + [
            (t.line, t.span) for t in self.times
        ]:
            by_line.setdefault(line_number, []).append(span)
        for line in self.page.lines:
            for span in sentences(self.page, line, sorted(by_line.get(line.index, []))):
                found.append(Sentence(span, line))
        starts = [sentence.span.start for sentence in found]
        for mention in self.mentions:
            found[bisect_right(starts, mention.span.start) - 1].dates.append(mention)
        for time in self.times:
            found[bisect_right(starts, time.span.start) - 1].times.append(time)
        return found

    def _read_language(self) -> None:
        self.result.language = tell_language(self.page.folded)
        if self.result.language is None:
            self.result.undecided["language"] = Reason.UNKNOWN_LANGUAGE

    def _read_published(self) -> None:
        found = find_published(self.page, self.mentions)
        if found:
            day, self.header = found
            self.result.evidence["published"] = [self.header.span]
            if self.published is None:
                self.published = day
        if self.published is not None:
            self.result.published = self.published.isoformat()
            if found and found[0] != self.published:
                del self.result.evidence["published"]
        else:
            self.result.undecided["published"] = Reason.NOT_STATED

    def _read_head(self) -> None:
        title = document_title(self.page, [m.span for m in self.mentions])
        if title:
            self.result.title = _one_line(title.of(self.page.text))
            self.result.evidence["title"] = [title]
        else:
            self.result.undecided["title"] = Reason.NOT_STATED
        organisers = find_organisers(self.page)
        self.result.organisers = [_one_line(name) for name, _ in organisers]
        if organisers:
            self.result.evidence["organiser"] = [span for _, span in organisers]
        else:
            self.result.undecided["organiser"] = Reason.NOT_STATED

    def _give_roles(self) -> None:
        dated = {m.line for m in self.mentions}
        context_start = 0
        previous_line = -1
        for sentence in self.sentences:
            if sentence.line.index != previous_line:
                block_start = self.page.first_of_block(sentence.line).start
                context_start = max(block_start, sentence.line.start - 200)
                previous_line = sentence.line.index
            for at, mention in enumerate(sentence.dates):
                if mention is self.header:
                    self.roles[mention] = Role.PUBLISHED
                    continue
                column = role_by_column(self.page, mention, dated)
                if column is not None:
                    self.roles[mention] = column
                    continue
                context = self.page.folded[
                    max(context_start, sentence.span.start - 200) : sentence.span.start
                ]
                self.roles[mention] = role_of(
                    self.page, sentence, at, self.parts[sentence.line.index], context
                )

    # -- which dates are events ----------------------------------------------------------------------------------

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
        """Return whether this date is the end of the event before it: `klo 12 – 28.3. klo 15`, `and ends on 11 June`."""
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
                or _SAYS_IT_HAPPENS.search(sentence)
                or happenings.same_time(self.page, line, line.start, line.end)
            ):
                kept.append(occasion)
        if kept:
            self.occasions = kept

    # -- times ---------------------------------------------------------------------------------------------------

    def _find_times(self) -> None:
        for sentence in self.sentences:
            for mention in sentence.dates:
                if self.roles.get(mention) in (
                    Role.DEADLINE,
                    Role.OPENS,
                    Role.WINDOW,
                    Role.OTHER,
                    Role.PUBLISHED,
                    Role.PAST,
                ):
                    time = time_of_deadline(self.page, mention, sentence.times)
                    if time:
                        self.used_times.add(time)
        self.deadline_times = frozenset(self.used_times)
        for occasion in self.occasions:
            self._find_time_of(occasion)

    def _find_time_of(self, occasion: Occasion) -> None:
        free = [t for t in self.times if t not in self.deadline_times]
        times_beside(self.page, occasion, occasion.mention, occasion.sentence, free, self.mentions)
        if occasion.end_mention:
            later = [
                t
                for t in free
                if t.line == occasion.end_mention.line and t.span.start >= occasion.end_mention.span.end
            ]
            if later:
                occasion.end_time = later[0]
                if occasion.time is later[0]:
                    occasion.time = None
        if occasion.time:
            self.used_times.add(occasion.time)
        if occasion.end_time:
            self.used_times.add(occasion.end_time)

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
            self._time_from_stretch(
                occasion, [s for s in stretches if s.occasion == number], len(self.occasions) == 1
            )
        self._times_for_all(stretches)

    def _drop_frames(self) -> None:
        """Leave out days that only frame a list of events with names and times of their own (`November 18–20` above three)."""
        for frame in [o for o in self.occasions if o.last_day and len(o.anchors) > 2]:
            named = [(m, s) for m, s in frame.anchors[1:] if self._has_own_name_and_time(m)]
            if len(named) < 2 or len(named) != len(frame.anchors) - 1 or len({m.first for m, _ in named}) < 2:
                continue
            self.occasions.remove(frame)
            for mention, sentence in named:
                settled = settle(mention, self.clues, after=frame.day)
                self._add(mention, sentence, settled)
                self._find_time_of(self.occasions[-1])
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
        return mark_stretches(self.page, self.occasions, self.roles, self.parts)

    def _time_from_stretch(self, occasion: Occasion, stretches: list[Stretch], only: bool) -> None:
        spans = [Span(0, len(self.page.folded))] if only else [Span(s.start, s.end) for s in stretches]
        free = [
            t
            for t in self.times
            if t not in self.used_times
            and any(s.start <= t.span.start < s.end for s in spans)
            and self._speaks_of_event(t)
        ]
        if occasion.time is None:
            telling = [t for t in free if not self._is_programme_row(t)]
            if occasion.end_time in telling:
                telling.remove(occasion.end_time)
            with_cue = [
                t for t in telling if not happenings.is_coffee(self.page, t, max(0, t.span.start - 60))
            ]
            starts = [
                t
                for t in with_cue
                if not (happenings.ends_here(self.page, t, max(0, t.span.start - 40)) and t.end is None)
            ]
            if starts:
                occasion.time = next((t for t in starts if t.end is not None and not only), starts[0])
                self.used_times.add(occasion.time)
            else:
                rows = [t for t in free if self._is_programme_row(t)]
                happenings.programme_times(self.page, occasion, rows)
        happenings.find_end(self.page, occasion, [t for t in free if not self._is_programme_row(t)])
        if occasion.time and occasion.time.end is None and not occasion.end_time:
            rows = [t for t in free if self._is_programme_row(t) and t.start >= occasion.time.start]
            if (
                rows
                and happenings.ends_here(self.page, rows[-1], self.page.lines[rows[-1].line].start)
                and rows[-1].start > occasion.time.start
            ):
                occasion.end_time = rows[-1]

    def _is_programme_row(self, time: TimeMention) -> bool:
        if not time.leads_line:
            return False
        line = self.page.lines[time.line]
        if self.page.folded[time.span.end : line.end].strip(" .,)") == "":
            return False
        if self.parts[time.line] is Part.PROGRAMME:
            return True
        return not any(m.line == time.line for m in self.mentions)

    def _speaks_of_event(self, time: TimeMention) -> bool:
        """Return whether a free time stands in a sentence about the event, not about registering or the telephone."""
        sentence = self._sentence_at(time.span.start)
        words = self.page.folded[sentence.span.start : sentence.span.end]
        if self.parts[time.line] in (Part.PAST, Part.OTHER):
            return False
        if any(
            self.roles.get(m) in (Role.DEADLINE, Role.OPENS, Role.WINDOW, Role.PAST, Role.PUBLISHED)
            for m in sentence.dates
        ):
            return False
        if _TELEPHONE.search(words):
            return False
        before = self.page.folded[max(sentence.span.start, time.span.start - 60) : time.span.start]
        return not (
            REGISTRATION.search(before)
            or re.match(r"\s*mennessä", self.page.folded[time.span.end : time.span.end + 12])
        )

    def _sentence_at(self, position: int) -> Sentence:
        starts = self._sentence_starts()
        return self.sentences[max(0, bisect_right(starts, position) - 1)]

    def _sentence_starts(self) -> list[int]:
        if not hasattr(self, "_starts"):
            self._starts = [s.span.start for s in self.sentences]
        return self._starts

    def _times_for_all(self, stretches: list[Stretch]) -> None:
        lacking = [o for o in self.occasions if o.time is None]
        if not lacking:
            return
        for_all = [
            t
            for t in self.times
            if t not in self.used_times
            and not any(s.start <= t.span.start < s.end for s in stretches)
            and not self._sentence_at(t.span.start).dates
            and self._speaks_of_event(t)
            and not self._is_programme_row(t)
            and not happenings.is_coffee(self.page, t, max(0, t.span.start - 60))
        ]
        previous: TimeMention | None = None
        for number, occasion in enumerate(self.occasions):
            if occasion.time is None:
                its = [s for s in stretches if s.occasion == number]
                repeated = any(
                    happenings.same_time(self.page, self.page.lines[occasion.mention.line], s.start, s.end)
                    for s in its
                ) or (
                    happenings.same_time(
                        self.page, self.page.lines[occasion.mention.line], *self._line_span(occasion)
                    )
                )
                if for_all:
                    occasion.time = next((t for t in for_all if t.end is not None), for_all[0])
                elif repeated and previous:
                    occasion.time = previous
            previous = occasion.time or previous

    def _line_span(self, occasion: Occasion) -> tuple[int, int]:
        line = self.page.lines[occasion.mention.line]
        return line.start, line.end

    # -- the events ----------------------------------------------------------------------------------------------

    def _write_events(self) -> None:
        stretches = self._stretches()
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
        kinds = [
            kinds_in(
                " ".join(
                    [(draft.title or "").lower(), *(self.page.folded[s.head_start : s.head_end] for s in its)]
                )
            )
            for draft, its in zip(drafts, own, strict=True)
        ]
        numbers = [draft.number for draft in drafts]
        self._write_places_and_modes(drafts, own, kinds, numbers, stretches, only)
        self._write_registration(drafts, own, kinds, numbers, stretches)
        self._write_audiences(drafts, own, stretches)
        for draft in drafts:
            self._explain_gaps(draft)
        order = sorted(range(len(drafts)), key=lambda n: (drafts[n].start is None, drafts[n].start or "", n))
        if any(draft.start is None for draft in drafts):
            order = list(range(len(drafts)))
        self.result.events = [drafts[n] for n in order]

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
        draft.evidence["start"] = evidence
        if time is None:
            draft.start = day.isoformat()
            if occasion.last_day:
                draft.end = occasion.last_day.isoformat()
                draft.evidence["end"] = (occasion.end_mention or occasion.mention).span
            return
        if not beside:
            draft.evidence["start_time"] = time.span
        start = _local(day, time.start, time.zone)
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
            end = _local(end_day, minutes, other.zone or time.zone)
            span = other.span
        elif time.end is not None:
            end = _local(end_day, time.end, time.zone)
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
                page.folded, page.text, stretch.head_start, stretch.head_end, self._taken_in(stretch)
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
            draft.title = _one_line(title.of(page.text))
            draft.evidence["title"] = title

    def _taken_in(self, stretch: Stretch) -> list[Span]:
        low = max(0, bisect_right(self.taken, stretch.head_start, key=lambda span: span.start) - 1)
        high = bisect_right(self.taken, stretch.head_end, key=lambda span: span.start)
        return [s for s in self.taken[low:high] if s.start < stretch.head_end and s.end > stretch.head_start]

    def _series_title(self) -> Span:
        """Return the text's title without a date or a time at its end, for an event that has no title of its own."""
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
        taken = self._taken_in(stretch)
        line = page.line_at(stretch.head_start)
        prose = is_prose(page, stretch.head_start, stretch.head_end) or is_prose(page, line.start, line.end)
        if prose:
            named = title_in_prose(page, stretch.head_start, stretch.head_end)
            if named:
                return named, None
        if only and "title" in self.result.evidence:
            return None, None
        candidates: list[Span | None] = []
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
                if only and line.index == 0:
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

    # -- places and modes ----------------------------------------------------------------------------------------

    def _write_places_and_modes(
        self,
        drafts: list[EventDraft],
        own: list[list[Stretch]],
        kinds: list[set[str]],
        numbers: list[int | str | None],
        stretches: list[Stretch],
        only: bool,
    ) -> None:
        general = self._general_sentences(stretches, only)
        places: list[Place | None] = []
        ways: list[Way] = []
        denied: list[Way] = []
        spans: list[list[Span]] = []
        for its in own:
            place: Place | None = None
            way, no, found = Way.NONE, Way.NONE, []
            if not only:
                for stretch in its:
                    candidates = find_places(self.page, stretch.start, stretch.end, self.taken)
                    if candidates and (
                        place is None or (place.kind == "hall" and candidates[0].kind != "hall")
                    ):
                        place = candidates[0]
                    for sentence_span in self._sentences_between(stretch.start, stretch.end):
                        here = ways_in(self.page.folded, sentence_span.start, sentence_span.end)
                        way |= here.way
                        no |= here.denied
                        found.extend(here.spans)
                        if ways and here.spans and _BOTH.match(self.page.folded, sentence_span.start):
                            ways[-1] |= here.way
                            denied[-1] |= here.denied
                            spans[-1].extend(here.spans)
            if place is None and not only and not (way & Way.ONLINE):
                place = self._place_in_the_rest(drafts[len(places)], its)
            places.append(place)
            ways.append(way)
            denied.append(no)
            spans.append(found)
        shared: list[tuple[set[int], Place | None, WayFound]] = []
        for sentence, clause in ((s, c) for s in general for c in self._clauses(s, kinds, numbers)):
            here = ways_in(self.page.folded, clause.start, clause.end)
            found_places = find_places(self.page, clause.start, clause.end, self.taken)
            found_places = [
                p
                for p in found_places
                if p.kind != "hall" or only or _SAYS_IT_HAPPENS.search(self._words(sentence)) or here.way
            ]
            if not here.spans and not found_places:
                continue
            if (
                only
                and here.spans
                and not found_places
                and _NOT_ABOUT_THE_EVENT.search(self._words(sentence))
                and not _SAYS_IT_HAPPENS.search(self._words(sentence))
            ):
                continue
            shared.append(
                (self._scope(clause, kinds, numbers), found_places[0] if found_places else None, here)
            )
        for number, draft in enumerate(drafts):
            mine = [(scope, p, w) for scope, p, w in shared if number in scope]
            specific = [entry for entry in mine if len(entry[0]) < len(drafts)] or mine
            has_own = bool(ways[number]) or bool(denied[number]) or places[number] is not None
            if not has_own:
                for _, place, here in specific:
                    if place and (places[number] is None or _rank(place) < _rank(places[number])):
                        places[number] = place
                    ways[number] |= here.way
                    denied[number] |= here.denied
                    spans[number].extend(here.spans)
            elif places[number] is None and ways[number] and Way.ONSITE in ways[number]:
                for _, place, _ in specific:
                    places[number] = places[number] or place
            if (
                number
                and places[number] is None
                and any(
                    _SAME_PLACE.search(self.page.folded, s.start, s.end)
                    or _SAME_PLACE.search(self.page.folded, *self._line_span(self.occasions[number]))
                    for s in own[number]
                )
            ):
                places[number] = places[number - 1]
                ways[number] |= ways[number - 1]
                denied[number] |= denied[number - 1]
            self._set_mode_and_venue(draft, places[number], ways[number], denied[number], spans[number])

    def _place_in_the_rest(self, draft: EventDraft, its: list[Stretch]) -> Place | None:
        """Return what else stands on the date's line where the title stands above it: `15.–16.1.2026, Majvik, Kirkkonummi`."""
        title = draft.evidence.get("title")
        for stretch in its:
            if not stretch.under_title or title is None or title.start >= stretch.head_start:
                continue
            rest = title_in_row(self.page, stretch.head_start, stretch.head_end, self._taken_in(stretch))
            if (
                rest
                and self.page.text[rest.start].isupper()
                and rest.end - rest.start <= 90
                and not is_kind_only(self.page, rest)
            ):
                return Place(rest, "hall", rest, None)
        return None

    def _set_mode_and_venue(
        self, draft: EventDraft, place: Place | None, way: Way, denied: Way, spans: list[Span]
    ) -> None:
        if place:
            way |= Way.ONSITE
            draft.venue = place.venue(self.page.text)
            draft.evidence["venue"] = place.span
        # what is said to be impossible is denied even where another sentence names it
        draft.mode = mode_of(way, denied)
        if draft.mode:
            words = sorted(spans) or ([place.span] if place else [])
            draft.evidence["mode"] = words[0]
            if draft.mode == "hybrid" and place and len(words) >= 1:
                whole = place.span.joined(words[0])
                if whole.end - whole.start <= 160 and "\n" not in whole.of(self.page.text):
                    draft.evidence["mode"] = whole

    def _clauses(
        self, sentence: Sentence, kinds: list[set[str]], numbers: list[int | str | None]
    ) -> list[Span]:
        """Return the parts of a sentence that speak of different events (`1–3 are online, and 4 is in Turku`), or it whole."""
        cuts = [m.end() for m in _CLAUSES.finditer(self.page.folded, sentence.span.start, sentence.span.end)]
        if not cuts or len(kinds) < 2:
            return [sentence.span]
        spans = [
            Span(a, b) for a, b in zip([sentence.span.start, *cuts], [*cuts, sentence.span.end], strict=True)
        ]
        narrow = [s for s in spans if len(self._scope(s, kinds, numbers)) < len(kinds)]
        return spans if len(narrow) >= 1 else [sentence.span]

    def _words(self, sentence: Sentence) -> str:
        return self.page.folded[sentence.span.start : sentence.span.end]

    def _sentences_between(self, start: int, end: int) -> list[Span]:
        found: list[Span] = []
        at = max(0, bisect_right(self._sentence_starts(), start) - 1)
        while at < len(self.sentences) and self.sentences[at].span.start < end:
            sentence = self.sentences[at]
            low, high = max(start, sentence.span.start), min(end, sentence.span.end)
            if low < high and not self._is_about_registering(sentence):
                found.append(Span(low, high))
            at += 1
        return found

    def _is_about_registering(self, sentence: Sentence) -> bool:
        words = self._words(sentence)
        return (
            bool(REGISTRATION.match(words.lstrip(" *•-")))
            and not _SAYS_IT_HAPPENS.search(words)
            and len(words.split()) < 40
            and not any(self.roles.get(m) is Role.EVENT for m in sentence.dates)
        )

    def _general_sentences(self, stretches: list[Stretch], only: bool) -> list[Sentence]:
        found = []
        for sentence in self.sentences:
            if self.parts[sentence.line.index] in (Part.PAST, Part.OTHER):
                continue
            if any(self.roles.get(m) is Role.PAST for m in sentence.dates):
                continue
            if self._is_about_registering(sentence):
                continue
            if only or not any(s.start <= sentence.span.start < s.end for s in stretches):
                found.append(sentence)
        return found

    def _scope(self, span: Span, kinds: list[set[str]], numbers: list[int | str | None]) -> set[int]:
        """Return the events a passage speaks of: those whose number or kind it names, or else all."""
        everyone = set(range(len(kinds)))
        words = self.page.folded[span.start : span.end]
        named = numbers_in(words, self.page.text[span.start : span.end])
        by_number = {n for n in everyone if numbers[n] is not None and numbers[n] in named}
        if not by_number and named and all(number is None for number in numbers):
            by_number = {n - 1 for n in named if isinstance(n, int) and n <= len(kinds)}
        if by_number:
            return by_number
        if not any(isinstance(n, str) for n in numbers):
            letters: set[int] = set()
        else:
            letters = {
                n
                for n in everyone
                if isinstance(numbers[n], str)
                and re.search(rf"(?<!\w){numbers[n]}(?!\w)", self.page.text[span.start : span.end])
            }
        if letters:
            return letters
        its_kinds = kinds_in(words)
        matching = {n for n in everyone if kinds[n] & its_kinds}
        if matching and matching != everyone:
            generic = kinds_in(self.page.folded[slice(*self._title_span())]) & its_kinds
            if not (len(matching) < 2 and len(kinds) > 2 and (ALL.search(words) or generic)):
                return matching
        return everyone

    def _title_span(self) -> tuple[int, int]:
        spans = self.result.evidence.get("title")
        return (spans[0].start, spans[0].end) if spans else (0, 0)

    # -- registration --------------------------------------------------------------------------------------------

    def _write_registration(
        self,
        drafts: list[EventDraft],
        own: list[list[Stretch]],
        kinds: list[set[str]],
        numbers: list[int | str | None],
        stretches: list[Stretch],
    ) -> None:
        in_past = {line.index for line in self.page.lines if self.parts[line.index] is Part.PAST}
        found = registration_dates(self.page, self.sentences, self.roles, in_past)
        if NO_REGISTRATION.search(self.page.folded):
            # what one applies for is then something else than the events
            found = [e for e in found if not APPLICATION.search(self._words(e.sentence))]
        local: dict[int, list[RegistrationDate]] = {}
        general: list[tuple[set[int], RegistrationDate]] = []
        many = len(drafts) > 1
        for entry in found:
            holder = (
                next((s for s in stretches if s.start <= entry.span.start < s.end), None) if many else None
            )
            scope = self._scope(self._clause(entry), kinds, numbers)
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
                    if wanted and self._set_registration(draft, wanted, opens, self.occasions[number]):
                        break

    def _last_ones_are_for_all(
        self,
        local: dict[int, list[RegistrationDate]],
        general: list[tuple[set[int], RegistrationDate]],
        drafts: list[EventDraft],
        stretches: list[Stretch],
    ) -> None:
        """A last day for registering that stands apart behind the last event, while no other has one, is for all."""
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
            separated = re.match(r"[^,;]*?(?:,|;|\bja\b|\boch\b|\band\b)", words)
            if separated:
                start += separated.end()
        if end < sentence.span.end:
            words = self.page.folded[entry.span.end : end]
            separated = re.search(r"(?:,|;|\bja\b|\boch\b|\band\b)", words)
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
                value = _local(day, minutes, entry.time.zone).isoformat(timespec="minutes")
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

    # -- the rest ------------------------------------------------------------------------------------------------

    def _write_audiences(
        self, drafts: list[EventDraft], own: list[list[Stretch]], stretches: list[Stretch]
    ) -> None:
        for draft, its in zip(drafts, own, strict=True):
            spans = [span for s in its for span in find_audiences(self.page, s.start, s.end)]
            if spans:
                draft.audience = _one_line(spans[0].of(self.page.text))
                draft.evidence["audience"] = spans[0]
        shared = [
            span
            for span in find_audiences(self.page, 0, len(self.page.text))
            if len(drafts) == 1 or not any(s.start <= span.start < s.end for s in stretches)
        ]
        for draft in drafts:
            if draft.audience is None and shared:
                draft.audience = _one_line(shared[0].of(self.page.text))
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


_SAYS_IT_HAPPENS = re.compile(
    r"(?:järjestetään|järjestää|järjestävät|järjestettä\w*|pidetään|pidettä\w*|kokoontu\w*|osallistu\w*|"
    r"seurata|toteutetaan|striimataan|lähetetään\s+suorana|ordnas|ordnar|hålls|hålla|arrangeras|delta\b|"
    r"deltar|följa|sänds|äger\s+rum|går\s+(?:via|av)|"
    r"takes?\s+place|held|join|attend|take\s+part|participat\w*|streamed|meets?\b|hosting|follow|"
    r"tilaisuudet|webinaarit|webbinarierna|tervetuloa|välkommen|welcome|olemme|kiertue|ilta)"
)
_BOTH = re.compile(r"(?:both|molemmat|kumpikin|båda|bägge)\b")
_SAME_PLACE = re.compile(
    r"(?:sama(?:ssa)?\s+paika\w*|sama\s+aika\s+ja\s+paikka|samma\s+(?:plats|ställe|tid\s+och\s+plats)|"
    r"same\s+(?:place|venue|location|time\s+and\s+(?:place|venue)))"
)
_A_DAY = re.compile(r"(?:päivä|dag|day|ohjelma|program)\b")
_CLAUSES = re.compile(
    r"(?:,\s*(?:ja|och|and|mutta|men|but|kun\s+taas|medan|while|whereas)\s+|;\s*|\s(?:kun\s+taas|medan|"
    r"while|whereas)\s+|,\s+(?=\w+\s+(?:järjestetään|pidetään|hålls|ordnas|is|are)\b))"
)
_NOT_ABOUT_THE_EVENT = re.compile(
    r"(?:materiaal\w*|aineisto\w*|tallen\w*|recording|inspelning|lisätietoja|mer\s+information|"
    r"more\s+information|lomak\w*|form\b|formulär)"
)
_TELEPHONE = re.compile(
    r"(?:\bp\.|\bpuh\b|\btel\b|puhelin\w*|phone|avoinna|öppet|aukiolo\w*|opening\s+hours|asiakaspalvelu\w*)"
)


def _numbered_list(page: Page, stretch: Stretch) -> bool:
    return bool(re.match(r"\s*\d{1,2}[.)]\s", page.folded[stretch.head_start : stretch.head_end]))


def _near(one: Span, other: Span) -> bool:
    whole = one.joined(other)
    return whole.end - whole.start <= (one.end - one.start) + (other.end - other.start) + 30


def _rank(place: Place | None) -> int:
    return {"label": 0, "address": 0, "verb": 1, "hall": 2}[place.kind] if place else 9


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _impossible(entry: RegistrationDate) -> bool:
    if entry.mention is None:
        return False
    day = entry.mention.last if entry.last and entry.mention.last else entry.mention.first
    return not any(exact(day, year) for year in ((day.year,) if day.year else (2023, 2024)))


def _local(day: date, minutes: int, zone: str | None) -> datetime:
    """Return the time in Helsinki of so many minutes after midnight on that day in a zone."""
    plain = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)
    if zone is None or zone == HELSINKI:
        return plain
    there: tzinfo = timezone(timedelta(hours=int(zone[4:]))) if zone.startswith("UTC+") else ZoneInfo(zone)
    return plain.replace(tzinfo=there).astimezone(ZoneInfo(HELSINKI)).replace(tzinfo=None)
