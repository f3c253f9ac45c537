"""Finds the day a text was published, by its own words."""

from __future__ import annotations

import re
from datetime import date

from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.kinds import KIND
from skaala.series.announcement.role_words import REGISTRATION
from skaala.series.announcement.tokens import Page
from skaala.series.announcement.years import exact

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
_ROW = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4})?\s|\d{4}-\d\d-\d\d\s|\d{1,2}\s[a-z]{3,9}\s\d{4}\s")
_MAIL_DATE = re.compile(r"^[\s>*]*(?:date|sent|lähetetty|päiväys|skickat|datum|pvm)\s*:")


def find_published(page: Page, mentions: list[DateMention]) -> tuple[date, DateMention] | None:
    """
    Return the day of publication and where it stands.

    Said outright (`Julkaistu 6.3.2023`), at the head of a mail, or as a letter's place and date. A day the
    text was changed counts where no other is given.
    """
    changed: tuple[date, DateMention] | None = None
    letter: tuple[date, DateMention] | None = None
    for at, mention in enumerate(mentions):
        if not mention.first.year or mention.is_range:
            continue
        day = exact(mention.first, mention.first.year)
        if day is None:
            continue
        line = page.lines[mention.line]
        before = page.folded[line.start : mention.span.start][-60:]
        line_before = page.folded[line.start : mention.span.start]
        said = _SAID.search(before)
        if said:
            word = said.group().strip(" :|,-")
            generic = word in (
                "date",
                "datum",
                "pvm",
                "päiväys",
                "uutinen",
                "tiedote",
                "kutsu",
                "inbjudan",
                "invitation",
                "news",
                "nyhet",
                "kutsukirje",
            )
            if (
                not generic
                or (_MAIL_DATE.match(line_before) and _is_mail(page, mention.line))
                or (word not in ("date", "datum", "pvm") and mention.line < 8 and _later(mentions, at, day))
            ):
                return day, mention
        if _CHANGED.search(before) and changed is None:
            changed = day, mention
        if (
            letter is None
            and (mention.line < 12 or _closes_a_letter(page, mention))
            and _is_letter_head(page, mention)
            and _later(mentions, at, day)
        ):
            letter = day, mention
    return letter or changed


def _is_mail(page: Page, line: int) -> bool:
    near = page.lines[max(0, line - 4) : line + 5]
    heads = sum(
        bool(
            re.match(
                r"[\s>*]*(?:from|to|subject|lähettäjä|vastaanottaja|aihe|från|till|ämne|cc|kopio)\s*:",
                page.words(each),
            )
        )
        for each in near
    )
    return heads >= 1


def _is_letter_head(page: Page, mention: DateMention) -> bool:
    """
    Return whether the line is a place and a date, or a date alone, as at the head of a letter or a news
    item.
    """
    line = page.lines[mention.line]
    start = max(page.folded.rfind("\t", line.start, mention.span.start), line.start - 1) + 1
    rest = page.folded[start : mention.span.start] + page.folded[mention.span.end : line.end]
    if _NEWS_LINE.search(rest):
        return not re.search(r"\d\s*-\s*\d", rest)
    near = page.lines[max(0, line.index - 1) : line.index + 2]
    if any(x is not line and x.block == line.block and _ROW.match(page.folded, x.start, x.end) for x in near):
        return False  # rows of dates are a list of events
    if mention.weekday is not None or not page.text[line.start].isalnum():
        return False
    if re.search(r"\d\s*-\s*\d|\||[a-z]\)", rest) or re.match(
        r"[-*•·>]|\d{1,2}[.)]\s", page.folded[line.start : line.end]
    ):
        return False
    rest = re.sub(r"\bkl\w*\.?\s*[\d.:]+|\b\d{1,2}[.:]\d\d\b", " ", rest)
    rest = re.sub(r"\d{1,2}\.\d{1,2}\.\d{4}", " ", rest)
    words = re.findall(r"[^\W\d]+", rest)
    if len(words) > 4 or KIND.search(rest) or REGISTRATION.search(rest) or _NO_LETTER.search(rest):
        return False
    if re.search(r"[:]\s*$", page.folded[start : mention.span.start]):
        return False
    return not re.search(r"\b(?:aika|ajankohta|när|when|klo|kl|time|senast|mennessä|by)\b", rest)


def _closes_a_letter(page: Page, mention: DateMention) -> bool:
    """Return whether the date stands with a place's name alone in a paragraph near the end: `Vasa den 1 september`."""
    line = page.lines[mention.line]
    if mention.line < len(page.lines) - 6 or any(
        each is not line and each.block == line.block
        for each in page.lines[mention.line - 1 : mention.line + 2]
    ):
        return False
    place = page.text[line.start : mention.span.start].removesuffix("den ").strip(" ,")
    return bool(re.fullmatch(r"[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)?", place)) and not page.text[
        mention.span.end : line.end
    ].strip(" .")


def _later(mentions: list[DateMention], at: int, day: date) -> bool:
    """
    Return whether the text has another day that may come later, and does not repeat this one as an event.
    """
    others = [m for i, m in enumerate(mentions) if i != at]
    same_day = [
        m
        for m in others
        if (m.first.day, m.first.month) == (day.day, day.month) and m.line > mentions[at].line
    ]
    if same_day:
        return False
    for other in others:
        if other.first.year is None or ((exact(other.first, other.first.year) or day) > day):
            return True
    return False
