"""Tells whether a row goes on with the sentence of the row above it, as mail programs wrap paragraphs."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span

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
_WEEKDAY_AS_WORD = re.compile(r"(?:maanan|tiis|tors|perjan|lauan|sunnun)taina\b|keskiviikkona\b")
_SMALL_LAST_WORD = re.compile(r"(?:^|\s)[a-zåäö-]+,?$")
SHORTEST_FULL_ROW = 45
WIDEST_WRAPPED_ROW = 110


def continues(text: str, folded: str, above: Span, row: Span, widest: int) -> bool:
    """
    Return whether a row goes on with the sentence of the row above it.

    ``widest`` is the length of the longest row of the block so far: text wider than any mail program wraps has its
    own lines.
    """
    before = folded[above.start : above.end]
    words = folded[row.start : row.end]
    in_small_letters = text[row.start].islower()
    if _is_complete(before) or _LIST_START.match(words) or widest > WIDEST_WRAPPED_ROW:
        return False
    if _OPEN_END.search(before):
        return True
    if in_small_letters and len(before) >= 55 and _WEEKDAY_AS_WORD.match(words):
        return True
    if words[0].isdigit() or _ROW_START.match(words):
        return False
    return in_small_letters or (
        len(before) >= 60 and bool(_SMALL_LAST_WORD.search(text[above.start : above.end]))
    )


def _is_complete(row: str) -> bool:
    return len(row) < SHORTEST_FULL_ROW or "|" in row or "\t" in row or row[-1] in ".!?:;"
