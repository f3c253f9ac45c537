"""Finds the title of the text: a mail's subject, or the first line that reads like a heading."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page, TextLine
from skaala.announcement.titles.lines import HEAD_OF_ALL, NOT_A_TITLE, is_label, is_prose_line

MOST_LINES = 25
MOST_MAIL_HEADERS = 7
LONGEST_TITLE = 140
LONGEST_FALLBACK = 160
LONGEST_LINE = 220
LINES_OF_HEAD = 5
LINES_BELOW_HEAD = 3

_SUBJECT = re.compile(
    r"(?:aihe|subject|ämne|otsikko|rubrik|title)\s*:\s*(?:(?:re|fw|fwd|vs|vl|sv|vb)\s*:\s*)*"
)
_LIST_HEADING = re.compile(
    r"(?:tulevat?|seuraavat|kommande|upcoming|next|coming)\s+\w+|kalenteri|kalender|calendar|sisältö|innehåll|contents|"
    r"ohjelma|program(?:me)?|agenda|pääkirjoitus|ledare|editorial"
)
_CALLING_CARD = re.compile(
    r"(?:kutsu|inbjudan|invitation|uutinen|nyhet|news|tiedote|pressmeddelande|press\s+release|"
    r"huom!?)\s*[:!|]\s+(?=\S)"
)


def document_title(page: Page, dates: list[Span]) -> Span | None:
    """Return the first line that reads like a heading; a mail's subject before it."""
    for line in page.lines[:MOST_MAIL_HEADERS]:
        subject = _SUBJECT.match(page.folded, line.start, line.end)
        if subject and subject.end() < line.end:
            return _without_date(page, _stripped(page, subject.end(), line.end), dates)
    head = _head_of_all(page)
    below = _title_below(page, head, dates) if head else None
    if head:
        return below or _stripped(page, head.start, head.end)
    fallback: Span | None = None
    for line in page.lines[:MOST_LINES]:
        if not _can_be_title(page, line):
            continue
        if _reads_like_heading(page, line) and not _is_place_and_date(page, line, dates):
            return _stripped(page, line.start, line.end)
        if (
            fallback is None
            and len(page.words(line)) <= LONGEST_FALLBACK
            and not page.words(line).endswith((".", ","))
        ):
            fallback = _stripped(page, line.start, line.end)
    return fallback


def _head_of_all(page: Page) -> TextLine | None:
    """Return the last of the lines at the top that only lead to the title: a newsletter's head, `Kutsu seminaariin`."""
    found = None
    for line in page.lines[:LINES_OF_HEAD]:
        if HEAD_OF_ALL.fullmatch(page.words(line).strip(" *#=_-")):
            found = line
        elif _can_be_title(page, line):
            break
    return found


def _title_below(page: Page, head: TextLine, dates: list[Span]) -> Span | None:
    """Return the heading right below the head, if it names something; not the first row of a list."""
    for line in page.lines[head.index + 1 : head.index + 1 + LINES_BELOW_HEAD]:
        words = page.words(line)
        if _LIST_HEADING.fullmatch(words.strip(" *#=_-:")) or words[:1].isdigit():
            return None
        if _can_be_title(page, line) and not _is_place_and_date(page, line, dates):
            is_sentence = bool(re.search(r"(?:[^\d][.]|[,:])$", words)) or is_prose_line(page, line)
            return None if is_sentence else _stripped(page, line.start, line.end)
    return None


def _can_be_title(page: Page, line: TextLine) -> bool:
    """Return whether a line has words of its own: no menu, greeting, letterhead, label or row of a table."""
    words = page.words(line)
    if NOT_A_TITLE.fullmatch(words.strip(" *#=_-")):
        return False
    if "\t" in page.text[line.start : line.end] or is_label(words):
        return False
    return len(words) <= LONGEST_LINE and bool(re.search(r"[^\W\d_]{3}", words))


def _reads_like_heading(page: Page, line: TextLine) -> bool:
    words = page.words(line)
    if len(words) > LONGEST_TITLE:
        return False
    is_short = len(words.split()) <= 4 and not is_prose_line(page, line)
    return is_short or not words.endswith((".", ":", ","))


def _is_place_and_date(page: Page, line: TextLine, dates: list[Span]) -> bool:
    """Return whether a line is a letter's `Helsinki 6.3.2023`, or a date alone, perhaps in two languages."""
    inside = [span for span in dates if line.start <= span.start < line.end]
    if not inside:
        return False
    rest = page.folded[line.start : inside[0].start]
    for date, following in zip(inside, [*inside[1:], None], strict=True):
        rest += " " + page.folded[date.end : following.start if following else line.end]
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= len(inside)


def _without_date(page: Page, title: Span | None, dates: list[Span]) -> Span | None:
    """Return a mail's subject without the date at its end: `Hankintatapaaminen to 27.3.`"""
    for span in dates:
        if title and title.start < span.start < title.end <= span.end:
            words = page.text[title.start : span.start].rstrip(" ,(–-")
            return Span(title.start, title.start + len(words)) if len(words) > 3 else title
    return title


def _stripped(page: Page, start: int, end: int) -> Span | None:
    words = page.text[start:end]
    left = len(words) - len(words.lstrip(" \t#*=_-•|"))
    card = _CALLING_CARD.match(page.folded, start + left, end)
    if card:
        left = card.end() - start
    right = len(words.rstrip(" \t#*=_|"))
    return Span(start + left, start + right) if left < right else None
