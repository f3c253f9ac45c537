"""Finds what a row, a line or a sentence calls an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page, TextLine
from skaala.announcement.titles.cleaning import MODE_AT_END, SENTENCE_END, TRIM, clean_title
from skaala.announcement.titles.lines import DATE_LABEL, NOT_A_TITLE
from skaala.announcement.vocabulary.kinds import KIND, KIND_AND_NUMBER, NUMBERED
from skaala.announcement.vocabulary.purposes import REGISTRATION

_QUOTED = re.compile(r"[\"“”„»«]([^\"“”„»«\n]{4,140})[\"“”»«]")
_NAMED = re.compile(
    r"(?:(?:tilaisuuteen|seminaariin|webinaariin|työpajaan|koulutukseen|tapahtumaan)\s+(?P<fi>[A-ZÅÄÖ][^,"
    r".\n]{4,100}?)(?=,|\s+(?:joka|jossa)\b)|(?P<dash>[A-ZÅÄÖ][\wåäö-]*(?:\s[a-zåäö\d]+){0,"
    r"4}\s-(?:työpaja|seminaari|webinaari|tilaisuus|koulutus|päivä|foorumi|tapahtuma)))"
    r"|(?:this\s+year's|the|to\s+our|to\s+the|our)\s+(?P<en>(?:[A-Z][\w'-]*\s){1,6}(?:Forum|Conference|"
    r"Seminar|Summit|Workshop|Webinar|Symposium|Days))"
)
_SPLIT = re.compile(r"\x00+|\||\t")
_KIND_PREFIX = re.compile(
    rf"(?:(?:x|ix|iv|v?i{{1,3}}|v|\d{{1,2}}\.?)\s+(?={KIND.pattern}))?{KIND.pattern}(?:\s*(?:nro|nr|"
    rf"no\.?|#)?\s*(?:\d{{1,2}}|x|ix|iv|v?i{{1,3}}|v|[a-h])(?![\w]))?(?:/\d+)?\s*(?:[:–—-]|(?=$)|"
    rf"\.\s)\s*"
)
_ONLY_A_SEASON = re.compile(
    r"(?:\w+kuu(?:ssa|n)?|kevät|keväällä|syksy|syksyllä|kesä|talvi|januari|februari|mars|april|maj|juni|"
    r"juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|"
    r"october|"
    r"spring|autumn|fall|summer|winter|våren|hösten|kevään|syksyn|vuosi|år|year)?\s*(?:20\d\d)?"
)
_TOPIC = re.compile(
    r"(?:(?<=\n)|\A)[ \t*•-]*(?:aihe|teema|otsikko|ämne|tema|rubrik|topic|theme|title)\s*:\s*(?P<words>\S)"
)
_ONLY_A_MODE = re.compile(
    r"(?:webben|nätet|plats|distans|etänä|etäyhteys|verkossa|paikan päällä|(?:ms |microsoft )?teams|zoom|"
    r"online|webinaari|webbinarium|webinar|hybridi?|in person|on site)"
)
_ONLY_A_TOWN = re.compile(r"[A-ZÅÄÖ][a-zåäö-]{2,}(?:ssa|ssä|lla|llä)")
_NUMBERED_KIND = re.compile(rf"(?:x|ix|iv|v?i{{1,3}}|v|\d{{1,2}}\.?)\s+{KIND.pattern}")
_NUMBER = re.compile(r"\d|(?<!\w)(?:[a-h]|[ivx]+)(?!\w)")


def title_in_row(page: Page, start: int, end: int, taken: list[Span]) -> Span | None:
    """Return what names the event in its row, without number, date, time, mode and place (which are ``taken``)."""
    label = DATE_LABEL.match(page.folded, start, end)
    if label:
        start = label.end()
    kind_only: Span | None = None
    for piece in _pieces(_blanked(page, Span(start, end), taken)):
        title = clean_title(page, start + piece.start, start + piece.end)
        if title is None:
            continue
        if is_kind_only(page, title):
            kind_only = kind_only or title
        elif _names_an_event(page, title):
            return without_kind(page, title)
    return kind_only


def _blanked(page: Page, row: Span, taken: list[Span]) -> str:
    """Return the row with what is taken blanked, up to the word for registering: what follows it names no event."""
    blanked = list(page.folded[row.start : row.end])
    for span in taken:
        low, high = max(span.start, row.start), min(span.end, row.end)
        for at in range(low, high):
            blanked[at - row.start] = "\x00"
    words = "".join(blanked)
    registering = REGISTRATION.search(words)
    return words[: registering.start()] if registering and registering.start() > 0 else words


def _pieces(row: str) -> Iterator[Span]:
    """Yield the parts of a row between what is blanked, the cells of a table and tabs."""
    at = 0
    for gap in _SPLIT.finditer(row):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, len(row))


def _names_an_event(page: Page, title: Span) -> bool:
    words = page.folded[title.start : title.end]
    if _ONLY_A_TOWN.fullmatch(page.text[title.start : title.end]):
        return False
    return not (
        REGISTRATION.match(words) or MODE_AT_END.fullmatch(" " + words) or _ONLY_A_MODE.fullmatch(words)
    )


def is_kind_only(page: Page, span: Span) -> bool:
    """Return whether the words are only a kind of event, perhaps numbered: `Työpaja 2`, `II workshop`."""
    words = page.folded[span.start : span.end].strip(TRIM)
    if len(words.split()) == 1 and KIND.fullmatch(words):
        return True
    return bool(KIND_AND_NUMBER.fullmatch(words) or _NUMBERED_KIND.fullmatch(words))


def without_kind(page: Page, span: Span) -> Span:
    """Return the title without a leading `Session 1 –` or `Moduuli A:`."""
    prefix = NUMBERED.match(page.folded, span.start, span.end) or _KIND_PREFIX.match(
        page.folded, span.start, span.end
    )
    if not prefix or not re.search(r"[^\W\d_]{3}", page.folded[prefix.end() : span.end]):
        return span
    is_label = ":" in prefix.group() or _NUMBER.search(prefix.group())
    return Span(prefix.end(), span.end) if is_label else span


def title_in_prose(page: Page, start: int, end: int) -> Span | None:
    """Return a title named inside running text: quoted, or `seminaariin Puurakentaminen kunnissa, joka`."""
    quoted = _QUOTED.search(page.text, start, end)
    if quoted:
        return Span(quoted.start(1), quoted.end(1))
    named = _NAMED.search(page.text.replace("–", "-"), start, end)
    if named:
        for group in ("fi", "dash", "en"):
            if named.group(group):
                return Span(named.start(group), named.end(group))
    return None


def topic_in(page: Page, start: int, end: int) -> Span | None:
    """Return what a label calls the topic: `Aihe: Kestävän kehityksen raportointi`."""
    topic = _TOPIC.search(page.folded, start, end)
    if not topic:
        return None
    line = page.line_at(topic.start("words"))
    return clean_title(page, topic.start("words"), line.end)


def title_line(page: Page, line: TextLine, taken: list[Span]) -> Span | None:
    """Return the title on a line that holds nothing else of the event."""
    words = page.words(line).strip(" :*#")
    if _ONLY_A_SEASON.fullmatch(words) or NOT_A_TITLE.fullmatch(words):
        return None
    first = SENTENCE_END.search(page.words(line))
    end = line.start + first.start() + 1 if first and first.start() > 3 else line.end
    return title_in_row(page, line.start, end, taken)
