"""The words announcements use for their occasions, and their numbers: `Työpaja II`, `Session 3`, `B)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skaala.series.announcement.draft import Span

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
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
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


def number_in_head(
    folded: str, text: str, start: int, end: int, dates: Sequence[Span] = ()
) -> tuple[int | str, int, int] | None:
    """Return the number an event's first line carries, with the place of its words."""
    prefix = _PREFIX.match(folded, start, end)
    if prefix:
        for group in ("hash", "lead", "letter", "roman", "cell"):
            word = prefix.group(group)
            if not word:
                continue
            if group == "cell" and "|" not in folded[start:end] and "\t" not in folded[start:end]:
                break
            if group == "letter" and not text[prefix.start(group)].isalpha():
                break
            number = to_number(word)
            span = Span(prefix.start(group), prefix.end(group))
            if number is not None and number != 0 and not any(span.overlaps(date) for date in dates):
                return number, span.start, span.end
    for pattern in (KIND_AND_NUMBER, _ORDINAL_KIND, NUMBERED):
        for match in pattern.finditer(folded, start, end):
            if _STREET_ENDING.search(match.groupdict().get("kind") or ""):
                continue
            if pattern is NUMBERED and match.start() != start:
                break
            word = text[match.start("number") : match.end("number")]
            if word.isalpha() and not word.isupper():
                continue
            number = to_number(word)
            span = Span(match.start("number"), match.end("number"))
            if number is not None and number != 0 and not any(span.overlaps(date) for date in dates):
                return number, match.start(), match.end()
    return None


_ONE_SPELLING = {"webinari": "webbinari", "luenno": "luento", "verkstäd": "verkstad", "työpaja": "työpaj"}


def kinds_in(folded: str) -> set[str]:
    """
    Return the stems of the words for occasions, a compound with its beginning: `verkos+tapaami`,
    `webinaar`.
    """
    found: set[str] = set()
    for match in KIND_INSIDE.finditer(folded):
        stem = _ONE_SPELLING.get(match.group(), match.group())
        beginning = re.search(r"[a-zåäö]+-?$", folded[max(0, match.start() - 24) : match.start()])
        found.add(f"{beginning.group()[:5]}+{stem}" if beginning else stem)
    return found


def kinds_of(folded: str) -> set[str]:
    """Return the kinds an event answers to: a `verkostotapaaminen` is also a `tapaaminen`."""
    found = kinds_in(folded)
    return found | {kind.partition("+")[2] for kind in found if "+" in kind}


def numbers_in(folded: str, text: str) -> set[int | str]:
    """Return the numbers these words refer to: `klinikat 1–3`, `työpajaan II`, `the first workshop`."""
    found: set[int | str] = set()
    for match in re.finditer(
        rf"{_COMPOUND}\s+(?P<one>\d{{1,2}}|[ivx]{{1,4}}|[a-h])(?!\w|[.:]\d|\s*[€%])(?:(?P<sep>\s*-\s*|"
        rf"\s*(?:,|ja|och|and|&|sekä)\s*)(?P<two>\d{{1,2}}|[ivx]{{1,4}}|[a-h])(?![\w:]|\.\d))?",
        folded,
    ):
        one_words = text[match.start("one") : match.end("one")]
        if one_words.isalpha() and not one_words.isupper():
            continue
        one = to_number(match.group("one"))
        if one is None:
            continue
        found.add(one)
        two = to_number(match.group("two")) if match.group("two") else None
        if two is not None:
            if "-" in match.group("sep") and isinstance(one, int) and isinstance(two, int):
                found.update(range(one, two + 1))
            else:
                found.add(two)
    short = len(folded.split()) <= 8
    if KIND.search(folded) or (short and not _ORDINAL_OF_ELSE.search(folded)):
        for number, pattern in _WORDS_FOR_NUMBERS:
            if re.search(pattern, folded):
                found.add(number)
    return found
