"""Marks off which words of a text speak of which event."""

from __future__ import annotations

from dataclasses import dataclass

from skaala.announcement.draft import Span
from skaala.announcement.events.anchors import AnchorInText, anchors_in_text
from skaala.announcement.events.occasion import Occasion
from skaala.announcement.layout.page import Page, TextLine
from skaala.announcement.layout.parts import TextPart

_ABOUT_OTHER_THINGS = (TextPart.REGISTRATION, TextPart.PAST, TextPart.OTHER)


@dataclass(slots=True)
class EventSection:
    """The part of the text that speaks of one event; its head is the line or sentence of the date."""

    occasion: int
    start: int
    end: int
    head_start: int
    head_end: int
    title_above: TextLine | None = None
    title_below: TextLine | None = None
    under_title: bool = False  # the date begins its line, under a heading that is its own

    @property
    def head(self) -> Span:
        return Span(self.head_start, self.head_end)

    def holds(self, position: int) -> bool:
        return self.start <= position < self.end


def mark_sections(
    page: Page, occasions: list[Occasion], title: Span, parts: list[TextPart]
) -> list[EventSection]:
    """
    Return the section of text of each anchor, in reading order.

    A section begins with the heading above the date, if there is one, and ends where the next begins; the
    last one ends where the text turns to what is said of all. ``title`` is the text's own, ``parts`` are those of
    its lines.
    """
    anchors = anchors_in_text(page, occasions)
    sections = [
        _section(anchor, title if len(occasions) > 1 else None, len(page.folded)) for anchor in anchors
    ]
    for at, (section, anchor) in enumerate(zip(sections, anchors, strict=True)):
        date_end = anchor.mention.span.end
        if at + 1 < len(sections):
            section.end = max(sections[at + 1].start, date_end)
            section.head_end = min(section.head_end, section.end)
        else:
            section.end = _end_of_last(page, sections, anchors, parts)
            section.head_end = min(section.head_end, max(section.end, date_end))
    return sections


def _section(anchor: AnchorInText, title_of_all: Span | None, end: int) -> EventSection:
    above = anchor.title_above(title_of_all)
    start = anchor.start(above)
    head_start = max(start, anchor.sentence.span.start if anchor.is_in_prose else anchor.line.start)
    return EventSection(
        occasion=anchor.occasion,
        start=start,
        end=end,
        head_start=head_start,
        head_end=max(anchor.head_end(), anchor.mention.span.end),
        title_above=above,
        title_below=anchor.line_below(),
        under_title=anchor.is_under_title(above),
    )


def _end_of_last(
    page: Page, sections: list[EventSection], anchors: list[AnchorInText], parts: list[TextPart]
) -> int:
    """Return where the last section ends: it is as long as those before it, at the most."""
    last = anchors[-1]
    if len(sections) == 1:
        return len(page.folded)
    if anchors[-2].line.index == last.line.index:
        # events inside one paragraph: what follows the last one's sentence is said of all
        return last.sentence.span.end
    blocks, rows = _usual_size(page, sections, anchors)
    end = last.line.end
    for line in page.lines[last.line.index + 1 :]:
        if line.block - last.line.block >= blocks:
            break
        if blocks == 1 and line.block == last.line.block and line.index - last.line.index >= rows:
            break
        if parts[line.index] is not parts[last.line.index] and parts[line.index] in _ABOUT_OTHER_THINGS:
            break
        end = line.end
    return end


def _usual_size(page: Page, sections: list[EventSection], anchors: list[AnchorInText]) -> tuple[int, int]:
    """Return how many blocks a section usually has, and how many rows it has at most."""
    blocks: list[int] = []
    rows: list[int] = []
    for at in range(len(sections) - 1):
        first = anchors[at].line
        if first.index == anchors[at + 1].line.index:
            continue
        following = page.line_at(max(sections[at + 1].start - 1, 0))
        blocks.append(following.block - first.block + 1)
        rows.append(following.index - first.index + 1)
    # a heading between two groups of events must not count
    return (sorted(blocks)[len(blocks) // 2] if blocks else 1), max(rows, default=1)
