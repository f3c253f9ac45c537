"""Cleans a passage that may be a title: without bullets, numbers, stray connecting words and talk of registering."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page
from skaala.announcement.vocabulary.modes import modes_in
from skaala.announcement.vocabulary.purposes import REGISTRATION

MOST_WORDS_IN_SUBTITLE = 5

# the end of a sentence, and not of an abbreviation or a Roman number
SENTENCE_END = re.compile(
    r"(?<!\bprof)(?<!\bdr)(?<!\bst)(?<!\bmr)(?<!\bms)(?<!\btri)(?<!\btoht)(?<!\b[^\W\d])(?<!\bii)(?<!\biii)"
    r"(?<!\biv)(?<!\bvi)[.!?]\s+"
)
_CARD_ALONE = re.compile(
    r"(?:kutsu|inbjudan|invitation|uutinen|nyhet|news|tiedote|pressmeddelande|press\s+release)"
)
TRIM = ' \t,.;:()[]/|*•·●▪■–—->→\x00"“”\n'
_END_WORDS = re.compile(
    r"(?:^|[\s,(])(?:klo|kello|kl|at|on|from|den|ma|ti|ke|to|pe|la|su|the|ja|och|and|samt|sekä|alkaen|"
    r"eet|in|i)\.?$"
)
_START_WORDS = re.compile(
    r"(?:alkaen|i|på|at|on|from|kl|klo|eet|cet|eest|finnish\s+time|och|ja|and|start|in)\b\.?[\s,:]*|"
    r"(?:(?:microsoft |ms )?teams|zoom|online|distans|etänä|verkossa|webbinarium|webinaari)\s*[-:,]\s+"
)
MODE_AT_END = re.compile(
    r"(?:[\s,(|/–-]+(?:(?:via|on|på|in)\s+)?(?:(?:microsoft|ms)\s+)?(?:teams(?:issa|-kokous)?|"
    r"zoom(?:issa)?|online|etänä|etäyhteys|etäyhteydellä|verkossa|webinaarina|webinar|hybridi(?:na)?|"
    r"hybrid|distans|på distans|på nätet|nätet|netissä|paikan päällä|på plats|in person|on site|onsite|"
    r"webex|teams/etä|läsnä|remote|lähitilaisuus|verkkotilaisuus|på webben|streamed))+[\s).]*$"
)
_EMPTY_WORDS = re.compile(
    r"(?:[\s,.;:/()-]|\b(?:x|ix|iv|v?i{1,3}|v|dag|ett|två|day|one|two|from|and|at|on|the|och|ja|sekä|"
    r"samt|till|to|same|time|place|sama|paikka|aika|"
    r"samma|tid|plats|samaan|aikaan|alkaen|asti|saakka|between|mellan|välillä|kello|finnish|"
    r"alkaa|klockan|date|päivä|dag|day|until|starting|start|is|on|är|hålls|ordnas|tilaisuus|tbc|tba)\b)+"
)
_MODE_IN_BRACKETS = re.compile(
    r"\s*\((?:[^()]*\b(?:webinaari|webbinarium|webinar|hybridi?|etä\w*|verkossa|online|teams|zoom|"
    r"lähi\w*|onsite|in person|paikan päällä|på plats|distans)\b[^()]*)\)?$"
)
_NUMBER_PREFIX = re.compile(
    r"[\s|•·*>#-]*(?:\d{1,2}\s*[.):]\)?(?!\d)|[a-h]\)|[a-h]\.(?=\s)|(?:x|ix|iv|v?i{1,3}|v)[.):](?=\s)|"
    r"#\d+:?)\s*"
)
_REGISTERING_AT_END = re.compile(r"[\s,(–-]+(?=" + REGISTRATION.pattern + r")")


def clean_title(page: Page, start: int, end: int) -> Span | None:
    """Return what is a title in the passage, or none if nothing is left."""
    span = _up_to_registering(page, _first_sentence(page, _without_number(page, Span(start, end))))
    trimmed = _trimmed(page, span)
    return _closed(page, trimmed) if trimmed else None


def _without_number(page: Page, span: Span) -> Span:
    prefix = _NUMBER_PREFIX.match(page.folded, span.start, span.end)
    return Span(prefix.end(), span.end) if prefix and prefix.end() < span.end else span


def _first_sentence(page: Page, span: Span) -> Span:
    """Return the passage up to where a sentence on registering, on the mode or of some length begins."""
    for mark in SENTENCE_END.finditer(page.folded[span.start : span.end]):
        rest = page.folded[span.start + mark.end() : span.end]
        if (
            REGISTRATION.match(rest)
            or modes_in(rest, 0, min(len(rest), 60)).spans
            or len(rest.split()) > MOST_WORDS_IN_SUBTITLE
        ):
            keeps_mark = mark.group()[0] in "!?"
            return Span(span.start, span.start + mark.start() + (1 if keeps_mark else 0))
    return span


def _up_to_registering(page: Page, span: Span) -> Span:
    """Return the passage up to a word for registering behind a comma, a dash or a bracket."""
    joint = _REGISTERING_AT_END.search(page.folded[span.start : span.end])
    if joint and joint.start() > 3 and joint.group().strip():
        return Span(span.start, span.start + joint.start())
    return span


def _trimmed(page: Page, span: Span) -> Span | None:
    """Return the passage without marks, modes and connecting words at its ends, or none if nothing else is in it."""
    while span.start < span.end:
        bare = _without_marks(page, span)
        if bare is None:
            return None
        span = _without_first_words(page, _without_last_words(page, bare))
        if span == bare:
            break
    return span


def _without_marks(page: Page, span: Span) -> Span | None:
    words = page.folded[span.start : span.end]
    bare = words.strip(TRIM)
    if not bare:
        return None
    start = span.start + len(words) - len(words.lstrip(TRIM))
    end = start + len(bare)
    return Span(start, end + 1 if page.text[end : end + 1] in ("!", "?") else end)


def _without_last_words(page: Page, span: Span) -> Span:
    if page.text[span.end - 1].isupper():
        return span
    for pattern in (_MODE_IN_BRACKETS, MODE_AT_END, _END_WORDS):
        match = pattern.search(page.folded, span.start, span.end)
        if match and match.end() == span.end and match.start() > span.start:
            return Span(span.start, match.start())
    return span


def _without_first_words(page: Page, span: Span) -> Span:
    first = _START_WORDS.match(page.folded, span.start, span.end)
    return Span(first.end(), span.end) if first and first.end() < span.end else span


def _closed(page: Page, span: Span) -> Span | None:
    """Return the title with the bracket that closes it, or none if its words are empty."""
    words = span.of(page.text)
    opened = words.count("(") - words.count(")")
    if opened < 0 and "(" not in words:
        return span if re.search(r"[^\W\d_]{2}", words) else None
    if opened > 0 and page.text[span.end : span.end + 1] == ")":
        span = Span(span.start, span.end + 1)
    folded = page.folded[span.start : span.end]
    if _EMPTY_WORDS.fullmatch(folded) or _CARD_ALONE.fullmatch(folded):
        return None
    return span if re.search(r"[^\W\d_]{3}", span.of(page.text)) else None
