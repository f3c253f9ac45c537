"""Puts the days that are events together with their times, and marks off the text that speaks of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.draft import Note, Reason, Span
from skaala.series.announcement.role_words import last_match
from skaala.series.announcement.roles import Sentence
from skaala.series.announcement.times import TimeMention
from skaala.series.announcement.tokens import Line, Page

_COFFEE = (
    r"(?:aamu-?\s*kahv\w*|kahv\w*|kaffe\w*|morgonkaffe|coffee|aamiai\w*|aamupala\w*|frukost\w*|breakfast|"
    r"ovet\b|dörrar\w*|doors?\b|lounas\w*|lunch\w*|tarjoilu\w*|ilmoittautuminen\s+(?:ja|paikan)|"
    r"registrering\b|registration\b|check-?in|"
    r"mingel|saapumi\w*|linja(?:t|lle)?\s+auk\w*|yhteys\s+auk\w*|arrival|refreshments|tilat\s+auk\w*|"
    r"kokoontuminen\s+auloihin|light\s+lunch|buffet|päivälli\w*|illalli\w*|dinner|middag\b)"
)
_COFFEE_BEFORE = re.compile(_COFFEE)
_COFFEE_AFTER = re.compile(rf"\s*(?:alkaen\b|från\b|onwards)?\s*[-–:]?\s*{_COFFEE}")
_STARTS = re.compile(
    r"(?:alkaa|alkaen|alkavat|aloitus|aloitamme|aloitetaan|käynnistyy|börjar|inleds|startar|starts?|"
    r"begins?|kick\s*off|ohjelma|tilaisuus|program)\b"
)
_ENDS = re.compile(
    r"(?:päätty\w*|päättyy|päättää|päätös\w*|päätetään|loppuu|lopetamme|lopetetaan|slutar|avslutas|"
    r"avslutar|avslutning\w*|slut\b|ends?\b|ending|finish\w*|closes?\b|closing|kotimatka|until|asti|"
    r"saakka|tilaisuus päättyy|\b(?:be|are|is)\s+(?:done|finished|over|through)\b|wrap(?:s|ping)?\s+up|"
    r"olemme\s+valmi\w+|är\s+(?:vi\s+)?(?:klara|färdiga))"
)
_SAME_TIME = re.compile(
    r"(?:samaan\s+aikaan|sama\s+(?:kellon)?aika|samma\s+tid|same\s+time|at\s+the\s+same\s+time|"
    r"samaan\s+kellonaikaan)"
)
LIST_GAP = re.compile(r"[\s,.;&]*(?:(?:ja|och|and|sekä|samt|or|tai|eller)\s*)?")


@dataclass(slots=True)
class Occasion:
    """A day that is an event: its anchors in the text, and its times once they are found."""

    mention: DateMention
    sentence: Sentence
    day: date | None
    last_day: date | None = None
    reason: Reason | None = None
    time: TimeMention | None = None
    end_time: TimeMention | None = None
    end_minutes: int | None = None
    anchors: list[tuple[DateMention, Sentence]] = field(default_factory=list)
    end_mention: DateMention | None = None
    date_span: Span | None = None  # where the day stands, if not at the anchor
    notes: list[Note] = field(default_factory=list)

    @property
    def start_minutes(self) -> int | None:
        return self.time.start if self.time else None


def is_coffee(page: Page, time: TimeMention, floor: int) -> bool:
    """Return whether a time is that of coffee, lunch or the doors, before the event itself begins."""
    low = max(floor, time.span.start - 60)
    before = page.folded[low : time.span.start]
    cut = max(before.rfind(mark) for mark in (",", ";", "(", ". ", " ja ", " och ", " and ", "|"))
    piece = before[cut + 1 :] if cut >= 0 else before
    after = page.folded[time.span.end : time.span.end + 40]
    if (
        page.folded[time.span.end - 1] == "."
        and page.text[time.span.end : time.span.end + 2].strip().isupper()
    ):
        after = ""  # another sentence begins: "until 2 p.m. Lunch is served"
    return bool(_COFFEE_BEFORE.search(piece)) or bool(_COFFEE_AFTER.match(after))


def ends_here(page: Page, time: TimeMention, floor: int) -> bool:
    before = page.folded[max(floor, time.span.start - 40) : time.span.start]
    return bool(_ENDS.search(before)) or bool(
        re.match(
            r"[\s,:-]*(?:tilaisuus\s+|tillfället\s+|seminaari\s+|päivä\s+|event\s+)?(?:päättyy|päätös|"
            r"slut\b|avslut|ends|close|closing)",
            page.folded[time.span.end : time.span.end + 40],
        )
    )


def starts_here(page: Page, time: TimeMention, floor: int) -> bool:
    before = page.folded[max(floor, time.span.start - 40) : time.span.start]
    begins, ends = last_match(_STARTS, before), last_match(_ENDS, before)
    return begins is not None and (ends is None or ends.start() < begins.start())


def times_beside(
    page: Page,
    occasion: Occasion,
    times: list[TimeMention],
    mentions: list[DateMention],
    used: set[TimeMention],
) -> None:
    """Give the occasion the time that stands beside its date on the same line."""
    mention, sentence = occasion.mention, occasion.sentence
    if occasion.time:
        return
    line = page.lines[mention.line]
    following = [m for m in mentions if m.line == mention.line and m.span.start >= mention.span.end]
    limit = line.end
    floor = mention.span.end
    at = mention
    for other in following:
        gap = page.folded[at.span.end : other.span.start]
        if at.chained or (LIST_GAP.fullmatch(gap) and not at.is_range):
            at = other
            continue
        limit = other.span.start
        break
    after = [t for t in times if t.line == mention.line and floor <= t.span.start < limit]
    if after and limit < line.end:
        # the last time may belong to the next date ("klo 13 ti 28.3.")
        last = after[-1]
        gap = page.folded[last.span.end : limit]
        if len(after) > 1 and re.fullmatch(r"[\s,]*(?:on|den)?\s*", gap) and "\n" not in gap:
            after = after[:-1]
    if _choose(page, occasion, after, floor):
        return
    previous = max(
        [m.span.end for m in mentions if m.line == mention.line and m.span.end <= mention.span.start],
        default=line.start,
    )
    before = [
        t
        for t in times
        if t.line == mention.line and previous <= t.span.start < mention.span.start and t not in used
    ]
    close = [
        t for t in before if mention.span.start - t.span.end <= 14 or t.span.start >= sentence.span.start
    ]
    _choose(page, occasion, close, previous)


def _choose(page: Page, occasion: Occasion, times: list[TimeMention], floor: int) -> bool:
    """Take the time of the event among several: not the coffee's, rather the one said to be the start."""
    if not times:
        return False
    floors = [floor, *(t.span.end for t in times[:-1])]
    plain = [(t, f) for t, f in zip(times, floors, strict=True) if not is_coffee(page, t, f)]
    chosen = plain or [(t, f) for t, f in zip(times, floors, strict=True)][:1]
    openings = [
        (t, f)
        for t, f in chosen
        if not (ends_here(page, t, f) and t.end is None and not starts_here(page, t, f))
    ]
    if not openings:
        occasion.end_time = occasion.end_time or chosen[0][0]
        return False
    said = [(t, f) for t, f in openings if starts_here(page, t, f)]
    ranged = [(t, f) for t, f in openings if t.end is not None]
    first = (said or ranged or openings)[0][0] if len(openings) > 1 else openings[0][0]
    if ranged and not (said and said[0][0].span < ranged[0][0].span):
        first = ranged[0][0]
    occasion.time = first
    if occasion.last_day and len(ranged) > 1 and ranged[-1][0].end is not None:
        # "dag ett kl. 11–18 och dag två kl. 9–13"
        occasion.end_time = ranged[-1][0]
    if first.end is None and occasion.end_time is None:
        for time, its_floor in chosen:
            if (
                time.span > first.span
                and ends_here(page, time, its_floor)
                and (time.start > first.start or occasion.last_day)
            ):
                occasion.end_time = time
                break
    return True


def find_end(page: Page, occasion: Occasion, times: list[TimeMention]) -> None:
    """Find when the event ends, if that is said in another sentence of its stretch."""
    if not occasion.time or occasion.time.end is not None or occasion.end_time:
        return
    for time in times:
        if time.span == occasion.time.span or (time.leads_line and time.end is not None):
            continue
        floor = max(0, time.span.start - 60)
        if ends_here(page, time, floor) and (time.start > occasion.time.start or occasion.last_day):
            occasion.end_time = time
            return


def same_time(page: Page, line: Line, start: int, end: int) -> bool:
    return bool(_SAME_TIME.search(page.folded, start, end))


def programme_times(page: Page, occasion: Occasion, rows: list[TimeMention]) -> None:
    """Take the start from the first row of a programme that is not coffee, and the end from its last."""
    used = [r for r in rows if not is_coffee(page, r, page.lines[r.line].start)]
    used = used or [r for r in rows if r.end is not None][:1]
    if not used:
        return
    occasion.time = TimeMention(
        used[0].span, used[0].line, used[0].start, None, used[0].zone, used[0].certain, True
    )
    last = used[-1]
    if len(used) > 1:
        if last.end is not None or ends_here(page, last, page.lines[last.line].start):
            occasion.end_time = last
    elif used[0].end is not None:
        occasion.time = used[0]
