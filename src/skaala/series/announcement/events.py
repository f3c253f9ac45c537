"""Puts the days that are events together with their times, and marks off the text that speaks of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.draft import Note, Reason, Span
from skaala.series.announcement.kinds import NUMBERED
from skaala.series.announcement.roles import Part, Sentence, last_match
from skaala.series.announcement.times import TimeMention
from skaala.series.announcement.titles import begins_with_date_label, is_heading_like, is_label_line, is_prose
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


@dataclass(slots=True)
class Stretch:
    """The part of the text that speaks of one occasion, as places in the text."""

    occasion: int
    start: int
    end: int
    head_start: int
    head_end: int
    title_above: Line | None = None
    title_below: Line | None = None
    under_title: bool = False  # the date begins its line, under a heading that is its own


def mark_stretches(
    page: Page, occasions: list[Occasion], title: Span, line_parts: list[Part]
) -> list[Stretch]:
    """
    Return the stretch of text of each anchor, in reading order.

    A stretch begins with the heading above the date, if there is one, and ends where the next begins; the
    last one ends where the text turns to what holds for all.
    """
    anchors = sorted(
        ((m, s, number) for number, o in enumerate(occasions) for m, s in o.anchors), key=lambda a: a[0].span
    )
    stretches: list[Stretch] = []
    for at, (mention, sentence, number) in enumerate(anchors):
        line = page.lines[mention.line]
        previous = anchors[at - 1][0] if at else None
        above, below = _title_lines(
            page, mention, sentence, previous, anchors[at + 1][0] if at + 1 < len(anchors) else None
        )
        if above and len(occasions) > 1 and title.start < above.end and above.start < title.end:
            above = None  # the title of all is the title of none
        following = anchors[at + 1][0] if at + 1 < len(anchors) else None
        if (
            above
            and following
            and above.block != line.block
            and page.lines[following.line].block == line.block
        ):
            above = None  # nor is the heading of a list that of its first row
        if previous and previous.line == mention.line:
            start = _clause_start(page, previous, mention, sentence)
        else:
            start = above.start if above else line.start
        same_line_next = at + 1 < len(anchors) and anchors[at + 1][0].line == mention.line
        head_end = sentence.span.end if same_line_next or is_prose(page, line.start, line.end) else line.end
        head_start = (
            max(start, line.start)
            if not is_prose(page, line.start, line.end)
            else max(start, sentence.span.start)
        )
        under_title = bool(
            above
            and above.block == line.block
            and (
                not re.search(r"[^\W\d_]{3}", page.folded[line.start : mention.span.start])
                or NUMBERED.match(page.folded, above.start, above.end)
            )
            and (following is None or following.line != line.index + 1)
            and (previous is None or previous.line < line.index - 1)
        )
        stretches.append(
            Stretch(
                number,
                start,
                len(page.folded),
                head_start,
                max(head_end, mention.span.end),
                above,
                below,
                under_title,
            )
        )
    for at in range(len(stretches) - 1):
        stretches[at].end = max(stretches[at + 1].start, anchors[at][0].span.end)
        stretches[at].head_end = min(stretches[at].head_end, stretches[at].end)
    if stretches:
        stretches[-1].end = _end_of_last(page, stretches, [a[0] for a in anchors], anchors[-1][1], line_parts)
        stretches[-1].head_end = min(stretches[-1].head_end, max(stretches[-1].end, anchors[-1][0].span.end))
    return stretches


def _title_lines(
    page: Page,
    mention: DateMention,
    sentence: Sentence,
    previous: DateMention | None,
    following: DateMention | None,
) -> tuple[Line | None, Line | None]:
    """
    Return the line above and the line below that may hold the title of an event whose own line has none.
    """
    line = page.lines[mention.line]
    above: Line | None = None
    below: Line | None = None
    previous_line = previous.line if previous else -1
    if line.index - 1 > previous_line:
        candidate = page.lines[line.index - 1]
        same_block = candidate.block == line.block
        alone = not same_block and (
            candidate.index == 0 or page.lines[candidate.index - 1].block != candidate.block
        )
        if (
            (same_block or alone)
            and is_heading_like(page, candidate)
            and not page.words(candidate).rstrip().endswith(":")
        ):
            above = candidate
            first_of_block = page.first_of_block(line)
            between_rows = (
                same_block and previous is not None and page.lines[previous.line].block == line.block
            )
            if between_rows and first_of_block.index == _first_dated(page, previous_line, mention.line):
                above = None
        elif same_block and begins_with_date_label(page, line.start, line.end):
            # labels in another order: the title is the first line of the block that is no label
            index = candidate.index
            while index > previous_line and page.lines[index].block == line.block:
                if not is_label_line(page, page.lines[index]):
                    above = page.lines[index] if is_heading_like(page, page.lines[index]) else None
                    break
                index -= 1
    if line.index + 1 < len(page.lines):
        candidate = page.lines[line.index + 1]
        next_line = following.line if following else len(page.lines)
        if (
            candidate.block == line.block
            and candidate.index < next_line
            and not is_label_line(page, candidate)
        ):
            below = candidate
    return above, below


def _first_dated(page: Page, previous_line: int, mention_line: int) -> int:
    """Return the first line of the block that holds an event's date, as far as the two lines tell."""
    first = page.first_of_block(page.lines[mention_line]).index
    return first if first in (previous_line, mention_line) else -1


def _clause_start(page: Page, previous: DateMention, mention: DateMention, sentence: Sentence) -> int:
    if sentence.span.start >= previous.span.end:
        return sentence.span.start
    between = page.folded[previous.span.end : mention.span.start]
    outside = re.sub(r"\([^()]*\)", lambda bracket: "\x00" * len(bracket.group()), between)
    ordinal = re.search(
        r"\b(?:(?:the|den)\s+)?(?:toinen|kolmas|neljäs|viides|second|third|fourth|fifth|last|andra|"
        r"tredje|fjärde|sista|viimeinen)\b",
        outside,
    )
    if ordinal:
        return previous.span.end + ordinal.start()
    cuts = [m.end() for m in re.finditer(r"\b(?:ja|och|and|sekä|samt|medan)\s|;\s", outside)]
    cuts = cuts or [m.end() for m in re.finditer(r",\s|\s-\s|\|", outside)]
    return previous.span.end + (cuts[-1] if cuts else len(between))


def _end_of_last(
    page: Page,
    stretches: list[Stretch],
    anchors: list[DateMention],
    last_sentence: Sentence,
    line_parts: list[Part],
) -> int:
    last = anchors[-1]
    line = page.lines[last.line]
    if len(stretches) == 1:
        return len(page.folded)
    blocks: list[int] = []
    rows: list[int] = []
    for at in range(len(stretches) - 1):
        first, following = page.lines[anchors[at].line], page.line_at(max(stretches[at + 1].start - 1, 0))
        if anchors[at].line == anchors[at + 1].line:
            continue
        blocks.append(following.block - first.block + 1)
        rows.append(following.index - anchors[at].line + 1)
    if anchors[-2].line == line.index:
        # events inside one paragraph: what follows the last one's sentence is for all
        return last_sentence.span.end
    # a heading between two groups of events must not count
    allowed_blocks = sorted(blocks)[len(blocks) // 2] if blocks else 1
    allowed_rows = max(rows) if rows else 1
    end = line.end
    for each in page.lines[line.index + 1 :]:
        if each.block - line.block + 1 > allowed_blocks:
            break
        if each.block == line.block and each.index - line.index + 1 > allowed_rows and allowed_blocks == 1:
            break
        if line_parts[each.index] is not line_parts[line.index] and line_parts[each.index] in (
            Part.REGISTRATION,
            Part.PAST,
            Part.OTHER,
        ):
            break
        end = each.end
    return end
