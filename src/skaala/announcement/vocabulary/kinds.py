"""The words announcements use for their occasions, and their numbers: `Työpaja II`, `Session 3`, `B)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page

_STEMS = (
    "lopputilaisuu", "loppuseminaar", "päätösseminaar", "päätöstilaisuu", "avajais", "aloitusseminaar",
    "lopputapahtum", "avaustilaisuu", "aloitustilaisuu", "työpaj", "työpaja", "webinaar", "seminaar",
    "tilaisuu", "tapaami", "tapahtum", "koulutu", "klinik", "moduuli", "lähipäiv", "etäpäiv",
    "verkostopäiv", "neuvottelupäiv", "luento", "luenno", "kurssi", "kokou", "konferenss", "aamukahv",
    "keskustelu", "infotilaisuu", "asukasil", "kyläil", "valmennu", "opintomatk", "opintokäyn", "talko",
    "paneel", "kick-off", "foorum", "messu", "retki", "sessio", "osa", "etäil", "joulukahv",
    "verkkotilaisuu", "verkkokoulutu", "päivä", "workshop", "verkstad", "verkstäd", "webbinari",
    "webinari", "seminari", "träff", "möte", "tillfälle", "evenemang", "utbildning", "konferens",
    "föreläsning", "slutseminari", "avslut", "kurs", "studiebesök", "diskussion", "infotillfälle",
    "frukost", "forum", "modul", "del", "webinar", "seminar", "meeting", "session", "training",
    "conference", "lecture", "talk", "event", "module", "part", "clinic", "study visit", "site visit",
    "closing", "final", "kick-off", "opening", "course", "roundtable", "meetup", "summit", "masterclass",
    "assembly",
)  # fmt: skip
_SHORT = {
    "osa": r"osa(?:n|t|ssa|an|sta|lla)?\b", "del": r"del(?:en|ar)?\b", "part": r"parts?\b",
    "talk": r"talks?\b", "event": r"events?\b", "kurs": r"kurs(?:en|er)?\b",
    "modul": r"modul(?:en|er|es?)?\b", "final": r"final\b", "forum": r"forum\w{0,3}\b",
    "päivä": r"päivä\w{0,3}\b", "möte": r"möte[nt]?\w{0,2}\b", "course": r"courses?\b",
}  # fmt: skip
_PATTERNS = [_SHORT.get(stem, re.escape(stem) + r"\w*") for stem in sorted(_STEMS, key=len, reverse=True)]
KIND = re.compile(r"(?<![\w-])(?:" + "|".join(_PATTERNS) + ")")
KIND_INSIDE = re.compile(
    "|".join(
        rf"(?<![\w-]){_SHORT[s]}" if s in _SHORT else re.escape(s)
        for s in sorted(_STEMS, key=len, reverse=True)
    )
)
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
    "xii": 12,
}  # fmt: skip
_NUMBER = r"(?P<number>\d{1,2}(?!\d|[:.]\d)|(?:x|ix|iv|v?i{1,3}|v|xi{1,2})(?![\w-])|[a-h](?![\w-]))"
_WORDS_FOR_NUMBERS = (
    (1, r"ensimmäi\w+|första|förstnämnda|\bfirst\b|1st|1:a"),
    (2, r"\btoi(?:nen|se\w+)|andra\b|\bsecond\b|2nd|2:a"),
    (3, r"kolma(?:s|n\w+)|tredje|\bthird\b|3rd|3:e"),
    (4, r"neljä(?:s|n\w+)|fjärde|\bfourth\b|4th|4:e"),
    (5, r"viide(?:s|n\w+)|femte|\bfifth\b"),
)
_PREFIX = re.compile(
    rf"[\s|•·*>-]*(?:\#(?P<hash>\d{{1,2}})\b[:.)]?\s*|[\s#]*(?P<lead>\d{{1,2}})\s*(?:[.)]\)?|:|"
    rf"/\d+)(?!\d)\s*|(?P<letter>[a-h]|x|ix|iv|v?i{{1,"
    rf"3}}|v)\s*[.):]\s+|(?P<roman>x|ix|iv|v?i{{1,3}}|v)\s+(?={KIND.pattern})"
    r"|(?P<cell>\d{1,2})\s+(?:\|\s*)?(?=[^\W\d]))"
)
_COMPOUND = KIND.pattern.replace(r"(?<![\w-])", r"(?<![\w-])[a-zåäö-]{0,24}?")
# a heading such as `Policy Lab 2: Shared streets`, whatever the occasion is called
NUMBERED = re.compile(
    r"[\s*•#-]*(?:[^\W\d_][\w'-]*\s+){1,3}(?:nro|nr|no\.?|#)?\s*(?P<number>\d{1,2}|x|ix|iv|v?i{1,3}|v|"
    r"[a-h])\s*[:–—-]\s+(?=\S)"
)
KIND_AND_NUMBER = re.compile(rf"(?P<kind>{_COMPOUND})\s*(?:nro|nr|no\.?|#)?\s*{_NUMBER}\s*(?:/\s*\d+)?")
LONGEST_REFERENCE = 8  # words
_REFERENCE = re.compile(
    rf"{_COMPOUND}\s+(?P<one>\d{{1,2}}|[ivx]{{1,4}}|[a-h])(?!\w|[.:]\d|\s*[€%])(?:(?P<sep>\s*-\s*|"
    rf"\s*(?:,|ja|och|and|&|sekä)\s*)(?P<two>\d{{1,2}}|[ivx]{{1,4}}|[a-h])(?![\w:]|\.\d))?"
)
_ORDINAL_KIND = re.compile(rf"(?<![\d.])(?P<number>\d{{1,2}})\.\s+(?={KIND.pattern})")
ALL = re.compile(
    r"\b(?:kaikki(?:in|en|a)?|kaikkien|jokai\w+|kuhunkin|kunkin|kukin|koko\s+sarja\w*|molem\w+|"
    r"kumpaankin|alla|samtliga|varje|båda|vardera|hela\s+serien|all|each|every|both|whole\s+series|"
    r"entire\s+series)\b"
)


_ORDINAL_OF_ELSE = re.compile(r"linja|linjen|kerro|floor|våning|come|served|half|time\b|kerta|kertaa|gången")
_STREET_ENDING = re.compile(r"(?:gatan|vägen|katu|tie|polku|kuja|huset|talo|plan|salen|sali)$")


def to_number(word: str) -> int | str | None:
    """Return 2 for `2` and `II`, `B` for `b`."""
    folded = word.strip().lower()
    if folded.isdigit():
        return int(folded)
    if folded in _ROMAN:
        return _ROMAN[folded]
    if re.fullmatch(r"[a-h]", folded):
        return folded.upper()
    return None


@dataclass(frozen=True, slots=True)
class EventNumber:
    """The number that an event's first line carries, and the words it was read from."""

    value: int | str
    span: Span


def number_in_head(page: Page, head: Span, dates: Sequence[Span] = ()) -> EventNumber | None:
    """Return the number in an event's first line: `2. Työpaja`, `Session B`; numbers of ``dates`` are none."""
    return _number_before(page, head, dates) or _number_of_kind(page, head, dates)


def _number_before(page: Page, head: Span, dates: Sequence[Span]) -> EventNumber | None:
    """Return the number that begins the line."""
    prefix = _PREFIX.match(page.folded, head.start, head.end)
    group = prefix.lastgroup if prefix else None
    if prefix is None or group is None:
        return None
    if group == "cell" and not re.search(r"[|\t]", page.folded[head.start : head.end]):
        return None
    if group == "letter" and not page.text[prefix.start(group)].isalpha():
        return None
    span = Span(prefix.start(group), prefix.end(group))
    return _event_number(to_number(prefix.group(group)), span, span, dates)


def _number_of_kind(page: Page, head: Span, dates: Sequence[Span]) -> EventNumber | None:
    """Return the number beside the word for the event: `Työpaja II`, `3. klinikka`, `Policy Lab 2: ...`."""
    for pattern in (KIND_AND_NUMBER, _ORDINAL_KIND, NUMBERED):
        for match in pattern.finditer(page.folded, head.start, head.end):
            if pattern is NUMBERED and match.start() != head.start:
                break
            span = Span(match.start("number"), match.end("number"))
            word = span.of(page.text)
            is_street = _STREET_ENDING.search(match.groupdict().get("kind") or "")
            if is_street or (word.isalpha() and not word.isupper()):
                continue
            number = _event_number(to_number(word), span, Span(match.start(), match.end()), dates)
            if number:
                return number
    return None


def _event_number(
    value: int | str | None, span: Span, words: Span, dates: Sequence[Span]
) -> EventNumber | None:
    """Return the number at ``span``, unless it is nought or part of a date."""
    if not value or any(span.overlaps(date) for date in dates):
        return None
    return EventNumber(value, words)


_ONE_SPELLING = {"webinari": "webbinari", "luenno": "luento", "verkstäd": "verkstad", "työpaja": "työpaj"}


def kinds_in(folded: str) -> set[str]:
    """
    Return the stems of the words for occasions, a compound with its beginning: `verkos+tapaami`,
    `webinaar`.
    """
    kinds: set[str] = set()
    for match in KIND_INSIDE.finditer(folded):
        stem = _ONE_SPELLING.get(match.group(), match.group())
        beginning = re.search(r"[a-zåäö]+-?$", folded[max(0, match.start() - 24) : match.start()])
        kinds.add(f"{beginning.group()[:5]}+{stem}" if beginning else stem)
    return kinds


def kinds_of(folded: str) -> set[str]:
    """Return the kinds an event answers to: a `verkostotapaaminen` is also a `tapaaminen`."""
    kinds = kinds_in(folded)
    return kinds | {kind.partition("+")[2] for kind in kinds if "+" in kind}


def numbers_in(folded: str, text: str) -> set[int | str]:
    """Return the numbers these words refer to: `klinikat 1–3`, `työpajaan II`, `the first workshop`."""
    numbers: set[int | str] = set()
    for match in _REFERENCE.finditer(folded):
        word = text[match.start("one") : match.end("one")]
        if not word.isalpha() or word.isupper():
            numbers |= _range_of_numbers(match)
    is_short = len(folded.split()) <= LONGEST_REFERENCE
    if KIND.search(folded) or (is_short and not _ORDINAL_OF_ELSE.search(folded)):
        numbers.update(number for number, pattern in _WORDS_FOR_NUMBERS if re.search(pattern, folded))
    return numbers


def _range_of_numbers(match: re.Match[str]) -> set[int | str]:
    first = to_number(match.group("one"))
    if first is None:
        return set()
    last = to_number(match.group("two")) if match.group("two") else None
    if last is None:
        return {first}
    if "-" in match.group("sep") and isinstance(first, int) and isinstance(last, int):
        return {first, *range(first, last + 1)}
    return {first, last}
