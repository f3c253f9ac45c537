"""The dates that events are anchored to, each with its neighbours: which lines around it belong to its event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.draft import Span
from skaala.announcement.events.occasion import Occasion
from skaala.announcement.layout.page import Page, TextLine
from skaala.announcement.roles.role import Sentence
from skaala.announcement.titles.lines import (
    begins_with_date_label,
    is_heading_like,
    is_label_line,
    is_prose_line,
)
from skaala.announcement.vocabulary.kinds import NUMBERED

_ORDINAL = re.compile(
    r"\b(?:(?:the|den)\s+)?(?:toinen|kolmas|neljäs|viides|second|third|fourth|fifth|last|andra|"
    r"tredje|fjärde|sista|viimeinen)\b"
)
_CLAUSE_JOINTS = (re.compile(r"\b(?:ja|och|and|sekä|samt|medan)\s|;\s"), re.compile(r",\s|\s-\s|\|"))


def anchors_in_text(page: Page, occasions: list[Occasion]) -> list[AnchorInText]:
    """Return the dates of the events in reading order."""
    anchors = sorted(
        (
            (mention, sentence, number)
            for number, o in enumerate(occasions)
            for mention, sentence in o.anchors
        ),
        key=lambda anchor: anchor[0].span,
    )
    mentions: list[DateMention | None] = [None, *(mention for mention, _, _ in anchors), None]
    return [
        AnchorInText(page, mention, sentence, number, previous=mentions[at], following=mentions[at + 2])
        for at, (mention, sentence, number) in enumerate(anchors)
    ]


@dataclass(frozen=True, slots=True)
class AnchorInText:
    """A date of an event, in its sentence, between the dates of other events."""

    page: Page
    mention: DateMention
    sentence: Sentence
    occasion: int
    previous: DateMention | None
    following: DateMention | None

    @property
    def line(self) -> TextLine:
        return self.page.lines[self.mention.line]

    @property
    def is_in_prose(self) -> bool:
        return is_prose_line(self.page, self.line)

    @property
    def _previous_line(self) -> int:
        return self.previous.line if self.previous else -1

    def _block_of(self, mention: DateMention) -> int:
        return self.page.lines[mention.line].block

    def start(self, above: TextLine | None) -> int:
        """Return where the words about the event begin: at its clause, its heading or its line."""
        if self.previous and self.previous.line == self.mention.line:
            return self._clause_start(self.previous)
        return above.start if above else self.line.start

    def head_end(self) -> int:
        shares_line = self.following is not None and self.following.line == self.mention.line
        return self.sentence.span.end if shares_line or self.is_in_prose else self.line.end

    def _clause_start(self, previous: DateMention) -> int:
        """Return where the clause of this date begins, behind the date of another event in its line."""
        if self.sentence.span.start >= previous.span.end:
            return self.sentence.span.start
        between = self.page.folded[previous.span.end : self.mention.span.start]
        outside = re.sub(r"\([^()]*\)", lambda bracket: "\x00" * len(bracket.group()), between)
        ordinal = _ORDINAL.search(outside)
        if ordinal:
            return previous.span.end + ordinal.start()
        for joint in _CLAUSE_JOINTS:
            ends = [match.end() for match in joint.finditer(outside)]
            if ends:
                return previous.span.end + ends[-1]
        return self.mention.span.start

    # --- the lines above and below

    def title_above(self, title_of_all: Span | None) -> TextLine | None:
        """Return the line above that may hold the event's title: not the title of all, nor the heading of a list."""
        above = self._line_above()
        if above is None:
            return None
        if title_of_all and title_of_all.overlaps(above.span):
            return None
        heads_a_list = self.following is not None and self._block_of(self.following) == self.line.block
        return None if above.block != self.line.block and heads_a_list else above

    def _line_above(self) -> TextLine | None:
        if self.line.index - 1 <= self._previous_line:
            return None
        above = self.page.lines[self.line.index - 1]
        same_block = above.block == self.line.block
        if (
            (same_block or self._is_alone(above))
            and is_heading_like(self.page, above)
            and not self.page.words(above).rstrip().endswith(":")
        ):
            return None if same_block and self._is_between_rows() else above
        if same_block and begins_with_date_label(self.page, self.line):
            return self._title_among_labels()
        return None

    def _is_alone(self, line: TextLine) -> bool:
        """Return whether a line above another block begins a block, which it then is alone."""
        return line.index == 0 or self.page.lines[line.index - 1].block != line.block

    def _is_between_rows(self) -> bool:
        """Return whether the date is in a list whose rows begin with dates: the line above belongs to the row before."""
        if self.previous is None or self._block_of(self.previous) != self.line.block:
            return False
        return self.page.first_of_block(self.line).index in (self.previous.line, self.line.index)

    def _title_among_labels(self) -> TextLine | None:
        """Return the first line upwards that is no label: `Otsikko` above `Paikka: …` above `Aika: …`."""
        for index in range(self.line.index - 1, self._previous_line, -1):
            line = self.page.lines[index]
            if line.block != self.line.block:
                return None
            if not is_label_line(self.page, line):
                return line if is_heading_like(self.page, line) else None
        return None

    def line_below(self) -> TextLine | None:
        """Return the line below that may hold the event's title."""
        index = self.line.index + 1
        limit = self.following.line if self.following else len(self.page.lines)
        if index >= min(limit, len(self.page.lines)):
            return None
        below = self.page.lines[index]
        return below if below.block == self.line.block and not is_label_line(self.page, below) else None

    def is_under_title(self, above: TextLine | None) -> bool:
        """Return whether the date begins its line, under a heading that is its own."""
        if above is None or above.block != self.line.block:
            return False
        begins_line = not re.search(
            r"[^\W\d_]{3}", self.page.folded[self.line.start : self.mention.span.start]
        )
        if not begins_line and not NUMBERED.match(self.page.folded, above.start, above.end):
            return False
        is_before_next_row = self.following is not None and self.following.line == self.line.index + 1
        return not is_before_next_row and (self.previous is None or self.previous.line < self.line.index - 1)
