"""Folds a text for reading without moving a single character, and cuts it into lines, blocks and sentences.

Every offset found in the folded text is an offset in the text as written; that is what makes evidence exact.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from skaala.series.announcement.draft import Span

LONGEST_LINE = 4000
LONGEST_SENTENCE = 1200

_FOLDED = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d", "-"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "
    ),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
}
_TABLE = str.maketrans(_FOLDED)

BULLET = re.compile(r"[ \t]*(?:[-*•·●○▪■◦‣→>+–—]+[ \t]+|[•·●▪■◦‣→][ \t]*)")
LABEL = re.compile(r"[ \t]*([^\W\d_][\w /&().-]{0,38}?)[ \t]*(?::|\t|\s{3,})[ \t]*", re.UNICODE)
_LIST_START = re.compile(r"[ \t]*(?:[-*•·●▪■◦‣>|]|\d{1,2}[.)]\s|[a-hivx]{1,4}[.)]\s|[^\W\d_][\w ]{0,24}:\s)")
_ROW_START = re.compile(
    r"(?:\W*)(?:(?:ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön|mon|tue|tues|wed|thu|thur|thurs|fri|"
    r"sat|sun)\b\.?|maanantai|tiistai|keskiviik|"
    r"torstai|perjantai|lauantai|sunnuntai|\w{2,5}dag(?:en)?\b|\w{3,6}days?\b|klo\b|kl\b|(?:jan|feb|mar|"
    r"apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+\d)"
)
_OPEN_END = re.compile(
    r"(?:\b(?:klo|kello|kl|kl\.|den|the|at|from|by|on|ja|och|and|sekä|till|until|senast|viimeistään|i|på|"
    r"in|of|to|a|an)|(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)\w*|"
    r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[,-])$"
)
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
class Line:
    """One line of the text as a reader sees it: a paragraph wrapped by a mail program is one line."""

    start: int
    end: int
    index: int
    block: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its folded twin of the same length, and its lines."""

    text: str
    folded: str
    lines: list[Line]

    def line_at(self, position: int) -> Line:
        low, high = 0, len(self.lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.lines[middle].start <= position:
                low = middle
            else:
                high = middle - 1
        return self.lines[low]

    def first_of_block(self, line: Line) -> Line:
        return self.lines[bisect_left(self.lines, line.block, key=lambda each: each.block)]

    def words(self, line: Line) -> str:
        return self.folded[line.start : line.end]


def fold(text: str) -> str:
    """Return the text in lower case with plain dashes, spaces and quotes, character for character."""
    plain = text.translate(_TABLE)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)


def lay_out(text: str) -> Page:
    """Return the page: folded, with wrapped lines joined and blank lines parting the blocks."""
    folded = fold(text)
    pieces: list[list[int]] = []  # start, end, block
    block = 0
    position = 0
    blank = False
    widest = 0
    unwrapped = list(folded) if "\n" in folded else None
    for raw in folded.split("\n"):
        start, end = position, position + len(raw)
        position = end + 1
        stripped = raw.strip()
        if not stripped:
            blank = True
            continue
        start += len(raw) - len(raw.lstrip())
        end = start + len(stripped)
        if blank and pieces:
            block += 1
            widest = 0
        if pieces and not blank and unwrapped and _wraps(text, folded, pieces[-1], start, stripped, widest):
            unwrapped[pieces[-1][1] : start] = " " * (start - pieces[-1][1])
            pieces[-1][1] = end
        else:
            pieces.append([start, end, block])
        widest = max(widest, len(stripped))
        blank = False
    if unwrapped:
        folded = "".join(unwrapped)
    short = [(s, e, b) for start, end, b in pieces for s, e in _cut_long(folded, start, end, LONGEST_LINE)]
    return Page(text, folded, [Line(s, e, i, b) for i, (s, e, b) in enumerate(short)])


def _cut_long(folded: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch in pieces that are not longer than anyone writes, so that reading stays linear."""
    while end - start > longest:
        space = folded.rfind(" ", start + longest // 2, start + longest)
        cut = space if space > start else start + longest
        yield start, cut
        start = cut + 1 if space > start else cut
    yield start, end


def _wraps(text: str, folded: str, previous: list[int], start: int, line: str, widest: int) -> bool:
    """Return whether this line goes on with the sentence of the line before it."""
    newline = folded.rfind("\n", previous[0], previous[1])
    before = folded[max(previous[0], newline + 1) : previous[1]]
    if (
        len(before) < 45
        or "|" in before
        or "\t" in before
        or before[-1] in ".!?:;"
        or _LIST_START.match(line)
    ):
        return False
    if widest > 110:
        return False
    if _OPEN_END.search(before):
        return True
    if (
        text[start].islower()
        and len(before) >= 55
        and re.match(r"(?:maanan|tiis|tors|perjan|lauan|sunnun)taina\b|keskiviikkona\b", line)
    ):
        return True
    if line[0].isdigit() or _ROW_START.match(line):
        return False
    return text[start].islower() or (
        len(before) >= 60 and bool(re.search(r"(?:^|\s)[a-zåäö-]+,?$", text[newline + 1 : previous[1]]))
    )


def sentences(page: Page, line: Line, protected: list[Span]) -> list[Span]:
    """Return the sentences of a line; a full stop inside a date, a time or an abbreviation ends none."""
    spans: list[Span] = []
    start = line.start
    for match in _SENTENCE_END.finditer(page.folded, line.start, line.end):
        dot = match.start()
        following = _NOT_SPACE.search(page.text, match.end(), line.end)
        if following is None:
            break
        at = bisect_right(protected, dot, key=lambda span: span.start) - 1
        holder = protected[at] if at >= 0 and protected[at].end > dot else None
        if page.folded[dot] != ";":
            first = following.group()
            if not (first.isupper() or first in "\"'“”(«" or (first.isdigit() and not holder)):
                continue
            if _ABBREVIATION.search(page.folded, max(start, dot - 8), dot):
                continue
            if start == line.start and _ROMAN_NUMBER.match(page.folded[start:dot].lstrip(" *#•-")):
                continue
            lone = _LONE.search(page.folded, max(start, dot - 4), dot)
            if (
                holder is None
                and lone
                and (
                    (
                        lone.group().strip().isalpha()
                        and not _NUMBERED_BY_LETTER.search(page.folded, start, dot)
                    )
                    or lone.start() <= start
                )
            ):
                continue
        if holder and len(page.folded[start : holder.start].split()) < 2:
            continue
        spans.append(Span(start, match.end()))
        start = following.start()
    if start < line.end:
        spans.append(Span(start, line.end))
    return [
        Span(s, e)
        for span in spans
        for s, e in _cut_long(page.folded, span.start, span.end, LONGEST_SENTENCE)
    ]
