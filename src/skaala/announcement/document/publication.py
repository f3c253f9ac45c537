"""Finds the day a text was published, by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.dates.year_clues import exact
from skaala.announcement.layout.page import Page, TextLine
from skaala.announcement.vocabulary.kinds import KIND
from skaala.announcement.vocabulary.purposes import REGISTRATION

_SAID = re.compile(
    r"(?:julkaistu|julkaisu(?:ajankohta|päivä|aika|pvm)\w*|julkaisupäivä|publicera[dt]\w*|"
    r"publiceringsdatum|publiserad|published(?:\s+on)?|publication\s+date|posted(?:\s+on)?|"
    r"date\s+of\s+publication|"
    r"lähetetty|skickat|sent|date|pvm|päiväys|datum|uutinen|tiedote|pressmeddelande|press\s+release|news|"
    r"nyhet|kutsu(?:kirje)?|inbjudan|invitation)\s*[:|,-]?\s*(?:(?:on|den)\s+)?$"
)
_CHANGED = re.compile(
    r"(?:päivitetty|muokattu|uppdatera[dt]\w*|senast\s+ändrad|updated(?:\s+on)?|last\s+(?:updated|"
    r"modified)(?:\s+on)?)\s*[:|,-]?\s*(?:(?:on|den)\s+)?$"
)
_NEWS_LINE = re.compile(
    r"\b(?:uutinen|uutiset|tiedote|artikkeli|blogi|nyhet(?:er)?|pressmeddelande|news|press\s+release|"
    r"article|blog)\b"
)
_NO_LETTER = re.compile(
    r"\b(?:opens?|closes?|deadline|starts?|ends?|öppnar|öppnas|stänger|stängs|börjar|aukeaa|avautuu|"
    r"alkaa|päättyy|sulkeutuu|viimeistään|before|after|until)\b"
)
_EVENT_LABEL = re.compile(r"\b(?:aika|ajankohta|när|when|klo|kl|time|senast|mennessä|by)\b")
_RANGE_OF_NUMBERS = re.compile(r"\d\s*-\s*\d")
_LIST_MARKS = re.compile(rf"{_RANGE_OF_NUMBERS.pattern}|\||[a-z]\)")
_LIST_ITEM = re.compile(r"[-*•·>]|\d{1,2}[.)]\s")
_ROW = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4})?\s|\d{4}-\d\d-\d\d\s|\d{1,2}\s[a-z]{3,9}\s\d{4}\s")
_MAIL_HEADER = re.compile(
    r"[\s>*]*(?:from|to|subject|lähettäjä|vastaanottaja|aihe|från|till|ämne|cc|kopio)\s*:"
)
_LABELS_OF_ANY_DATE = frozenset({"date", "datum", "pvm"})
_GENERIC_LABELS = _LABELS_OF_ANY_DATE | {
    "päiväys", "uutinen", "tiedote", "kutsu", "inbjudan", "invitation", "news", "nyhet", "kutsukirje",
}  # fmt: skip
_MAIL_DATE = re.compile(r"^[\s>*]*(?:date|sent|lähetetty|päiväys|skickat|datum|pvm)\s*:")


def find_published(page: Page, mentions: list[DateMention]) -> tuple[date, DateMention] | None:
    """
    Return the day of publication and its mention.

    Stated outright (`Julkaistu 6.3.2023`), at the head of a mail, or as a letter's place and date. A day the
    text was changed counts where no other is given.
    """
    days = [_DatedMention(page, mentions, at, day) for at, day in _days_with_year(mentions)]
    stated = next((day for day in days if day.is_stated()), None)
    chosen = stated or next((day for day in days if day.heads_a_letter()), None)
    chosen = chosen or next((day for day in days if day.is_of_a_change()), None)
    return (chosen.day, chosen.mention) if chosen else None


def _days_with_year(mentions: list[DateMention]) -> Iterator[tuple[int, date]]:
    for at, mention in enumerate(mentions):
        day = (
            exact(mention.first, mention.first.year) if mention.first.year and not mention.is_range else None
        )
        if day:
            yield at, day


@dataclass(frozen=True, slots=True)
class _DatedMention:
    """A date with its year, and whether it is said to be the day of publication."""

    page: Page
    mentions: list[DateMention]
    at: int
    day: date

    @property
    def mention(self) -> DateMention:
        return self.mentions[self.at]

    def _before(self) -> str:
        line = self.page.lines[self.mention.line]
        return self.page.folded[line.start : self.mention.span.start]

    def is_stated(self) -> bool:
        """Return whether the words before it call it the day of publication."""
        label = _SAID.search(self._before()[-60:])
        if label is None:
            return False
        word = label.group().strip(" :|,-")
        if word not in _GENERIC_LABELS:
            return True
        if _MAIL_DATE.match(self._before()) and _is_mail(self.page, self.mention.line):
            return True
        return word not in _LABELS_OF_ANY_DATE and self.mention.line < 8 and self._is_before_the_events()

    def is_of_a_change(self) -> bool:
        return bool(_CHANGED.search(self._before()[-60:]))

    def heads_a_letter(self) -> bool:
        return (
            (self.mention.line < 12 or _closes_a_letter(self.page, self.mention))
            and _is_letter_head(self.page, self.mention)
            and self._is_before_the_events()
        )

    def _is_before_the_events(self) -> bool:
        """Return whether the text has another day that may come later, and does not repeat this one as an event."""
        others = [mention for at, mention in enumerate(self.mentions) if at != self.at]
        if any(
            (other.first.day, other.first.month) == (self.day.day, self.day.month)
            and other.line > self.mention.line
            for other in others
        ):
            return False
        return any(
            other.first.year is None or (exact(other.first, other.first.year) or self.day) > self.day
            for other in others
        )


def _is_mail(page: Page, index: int) -> bool:
    near = page.lines[max(0, index - 4) : index + 5]
    return any(_MAIL_HEADER.match(page.words(line)) for line in near)


def _is_letter_head(page: Page, mention: DateMention) -> bool:
    """
    Return whether the line is a place and a date, or a date alone, as at the head of a letter or a news
    item.
    """
    line = page.lines[mention.line]
    start = max(page.folded.rfind("\t", line.start, mention.span.start), line.start - 1) + 1
    before = page.folded[start : mention.span.start]
    rest = before + page.folded[mention.span.end : line.end]
    if _NEWS_LINE.search(rest):
        return not _RANGE_OF_NUMBERS.search(rest)
    if _is_row_of_dates(page, line) or mention.weekday is not None or not page.text[line.start].isalnum():
        return False
    if _LIST_MARKS.search(rest) or _LIST_ITEM.match(page.folded[line.start : line.end]):
        return False
    return not before.rstrip().endswith(":") and _is_only_a_place(rest)


def _is_row_of_dates(page: Page, line: TextLine) -> bool:
    """Return whether a neighbour in the block is a dated row: rows of dates are a list of events."""
    near = page.lines[max(0, line.index - 1) : line.index + 2]
    return any(
        other is not line and other.block == line.block and _ROW.match(page.folded, other.start, other.end)
        for other in near
    )


def _is_only_a_place(rest: str) -> bool:
    """Return whether the words beside a date are at most the name of a place."""
    without_times = re.sub(r"\bkl\w*\.?\s*[\d.:]+|\b\d{1,2}[.:]\d\d\b", " ", rest)
    words = re.sub(r"\d{1,2}\.\d{1,2}\.\d{4}", " ", without_times)
    return len(re.findall(r"[^\W\d]+", words)) <= 4 and not any(
        pattern.search(words) for pattern in (KIND, REGISTRATION, _NO_LETTER, _EVENT_LABEL)
    )


def _closes_a_letter(page: Page, mention: DateMention) -> bool:
    """Return whether the date stands with a place's name alone in a paragraph near the end: `Vasa den 1 september`."""
    line = page.lines[mention.line]
    if mention.line < len(page.lines) - 6 or any(
        other is not line and other.block == line.block
        for other in page.lines[mention.line - 1 : mention.line + 2]
    ):
        return False
    place = page.text[line.start : mention.span.start].removesuffix("den ").strip(" ,")
    return bool(re.fullmatch(r"[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)?", place)) and not page.text[
        mention.span.end : line.end
    ].strip(" .")
