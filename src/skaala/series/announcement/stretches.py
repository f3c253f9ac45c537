"""Marks off which words of a text speak of which event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.draft import Span
from skaala.series.announcement.events import Occasion
from skaala.series.announcement.headings import Part
from skaala.series.announcement.kinds import NUMBERED
from skaala.series.announcement.roles import Sentence
from skaala.series.announcement.titles import begins_with_date_label, is_heading_like, is_label_line, is_prose
from skaala.series.announcement.tokens import Line, Page


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
