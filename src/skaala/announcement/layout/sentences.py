"""Cuts a line into sentences: a full stop inside a date, a time or an abbreviation ends none."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page, TextLine, cut_long

LONGEST_SENTENCE = 1200

_SENTENCE_END = re.compile(r"[.!?…;]+[\"')\]]*(?=\s)")
_NOT_SPACE = re.compile(r"\S")
_LONE = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-zåäö])$")
_NUMBERED_BY_LETTER = re.compile(
    r"(?:workshops?|työpaj\w*|sessions?|osa\w*|del|part|mod[uy]\w*|ryhmä\w*|groups?|grupp|verkstad\w*)\s\w$"
)
# "Osa II. Tavoitteesta ohjelmaksi": the full stop closes a number, not a sentence
_ROMAN_NUMBER = re.compile(
    r"^(?:osa|del|part|työpaja|verkstad|workshop|session|moduuli|modul|module)\s(?:x|ix|iv|v?i{1,3}|v|\d{1,2}|[a-h])$"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:kl|klo|n|ca|p|puh|tel|os|esim|mm|ym|ks|nro|no|nr|st|dr|prof|t\.ex|bl\.a|m\.m|e\.g|i\.e|d|"
    r"ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|aug|"
    r"sep|sept|oct|okt|nov|dec|a\.m|p\.m|vs|alk|viim|ilm|toim|toht|maist)$"
)


@dataclass(frozen=True, slots=True)
class _FullStop:
    """A mark that may end a sentence: where the sentence begins, where the mark is, and what surrounds it."""

    page: Page
    line: TextLine
    start: int
    at: int
    next_character: str
    around: Span | None  # the date or time in which the mark is

    def ends_sentence(self) -> bool:
        if self._leaves_too_little_before_a_date():
            return False
        return self.page.folded[self.at] == ";" or not (
            self._goes_on_in_small_letters()
            or self._belongs_to_an_abbreviation()
            or self._closes_the_number_of_a_part()
            or self._follows_a_lone_character()
        )

    def _goes_on_in_small_letters(self) -> bool:
        character = self.next_character
        begins_with_a_number = character.isdigit() and not self.around
        return not (character.isupper() or character in "\"'“”(«" or begins_with_a_number)

    def _belongs_to_an_abbreviation(self) -> bool:
        return bool(_ABBREVIATION.search(self.page.folded, max(self.start, self.at - 8), self.at))

    def _closes_the_number_of_a_part(self) -> bool:
        return self.start == self.line.start and bool(
            _ROMAN_NUMBER.match(self.page.folded[self.start : self.at].lstrip(" *#•-"))
        )

    def _follows_a_lone_character(self) -> bool:
        """Return whether one number or letter alone is before the mark: `B.`, or `2.` that begins the sentence."""
        lone = _LONE.search(self.page.folded, max(self.start, self.at - 4), self.at)
        if self.around is not None or not lone:
            return False
        is_initial = lone.group().strip().isalpha() and not _NUMBERED_BY_LETTER.search(
            self.page.folded, self.start, self.at
        )
        return is_initial or lone.start() <= self.start

    def _leaves_too_little_before_a_date(self) -> bool:
        return self.around is not None and len(self.page.folded[self.start : self.around.start].split()) < 2


def split_sentences(page: Page, line: TextLine, dates_and_times: list[Span]) -> list[Span]:
    """Return the sentences of a line; ``dates_and_times`` are those of the line, in order."""
    spans: list[Span] = []
    start = line.start
    for mark in _SENTENCE_END.finditer(page.folded, line.start, line.end):
        following = _NOT_SPACE.search(page.text, mark.end(), line.end)
        if following is None:
            break
        around = _span_around(dates_and_times, mark.start())
        if _FullStop(page, line, start, mark.start(), following.group(), around).ends_sentence():
            spans.append(Span(start, mark.end()))
            start = following.start()
    if start < line.end:
        spans.append(Span(start, line.end))
    return [piece for span in spans for piece in cut_long(page.folded, span, LONGEST_SENTENCE)]


def _span_around(spans: list[Span], position: int) -> Span | None:
    at = bisect_right(spans, position, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and spans[at].end > position else None
