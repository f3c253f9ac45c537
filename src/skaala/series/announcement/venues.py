"""Finds places: labelled ones, street addresses with the name before them, and known kinds of halls."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice

from skaala.series.announcement.draft import Span, Venue, Words
from skaala.series.announcement.kinds import KIND
from skaala.series.announcement.modes import Way, ways_in
from skaala.series.announcement.titles import is_prose
from skaala.series.announcement.tokens import Page

_STREET = re.compile(
    r"""
    (?<![\w-])
    (?: (?:(?:Iso|Pieni|Pikku|Suur|Suuri|Ylä|Ala|Nya|Läntinen|Itäinen|Pohjoinen|Eteläinen|Vanha|Uusi|Stora
        |Lilla|Norra|Södra|Östra|Västra|Gamla|P|E|I|L)\.?[ ])?
        [A-ZÅÄÖ][\wåäöÅÄÖ'-]*?(?:katu|tie|kuja|aukio|tori|polku|ranta|puistikko|puisto|kaari|linja|väylä
            |raitti|penger|
            laituri|kulma|esplanadi|bulevardi|rinne|portti|silta|mäki|niitty|gatan|vägen|gränden|torget
                |stranden|esplanaden|
            stigen|platsen|allén|kajen|bulevarden|brinken|backen|linjen|parken)
      | (?:[A-ZÅÄÖ][\wåäöÅÄÖ.'-]*[ ]){1,3}
        (?:[Kk]atu|[Tt]ie|[Ll]inja|[Tt]ori|[Kk]uja|[Pp]uisto|gatan?|vägen|väg|linjen|torget|plats
            |[Ss]treet|[Rr]oad|[Ss]quare
            |[Aa]venue|[Ll]ane|[Bb]oulevard|[Pp]laza)
    )
    [ ](?!(?:19
        |20)\d\d\b)\d{1,4}(?:[ ]?[–/-][ ]?\d{1,4}(?![\d.:]))?(?:[ ]?[a-hA-H](?:[ ]?\d{1,3})?\b(?![.:–-]\d))?
    """,
    re.VERBOSE,
)
_AFTER_STREET = re.compile(
    r"(?:,?\s*\(?\d\.\s?(?:krs|kerros|vån(?:ingen)?|floor)\.?\)?)?(?:,\s*|\s+)(?P<city>(?:(?:FI|FIN|"
    r"AX)-)?\d{5}(?:\s+[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?)?|"
    r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?(?=\s*(?:[,.;)|/\n(–-]|$|(?:on|at|from|ja|och|and|sekä|samt|or|"
    r"tai)\b)))"
    r"(?P<land>,\s*(?:Finland|Suomi))?"
)
_NAME_BEFORE = re.compile(
    r"(?P<name>(?:[A-ZÅÄÖ0-9][^\s,.;:()|]*|[A-ZÅÄÖ][^\s,.;:()|]*'s)(?:[ ](?:[^\s,;:()|]+|–|-)){0,"
    r"6}?)(?:\s*,\s*|\s*\(\s*|\s+)$"
)
_LABEL = re.compile(
    r"(?:(?<![\w\s])|(?<=[\n\t])|(?<=[|.;,]\s)|\A)[ •·*-]*(?P<label>(?:tapahtuma|kokous|tilaisuuden\s+|"
    r"pito)?paikka(?:na)?|paikka\s+ja\s+osallistuminen|osoite|sijainti|missä|plats|ställe|lokal|adress|"
    r"var|"
    r"venue|place|location|where|address|tilaisuuspaikka)\s*(?::|\t|\s{3,})\s*|[📍🏛🏠🗺]\ufe0f?\s*"
)
_PLACE_VERB = re.compile(
    r"(?:paikkana\s+(?:on|toimii|ovat)|paikka\s+on|pitopaikka(?:na)?\s+(?:on)?|(?:the\s+)?venue\s+is|"
    r"the\s+(?:place|location)\s+is|platsen\s+är|plats\s+är|kokoontuminen|samling(?:en)?(?:\s+sker)?)\s+"
)
_HALL_FI = (
    r"(?:talo|talolla|talossa|talon\s+\w+|kirjasto|kirjastossa|kirjaston\s+[\w-]+|kaupungintalo\w*|"
    r"kunnantalo\w*|valtuustosali\w*|auditorio\w*|juhlasali\w*|kampus|kampuksella|museo|museossa|"
    r"koululla|koulussa|koulu|toimisto\w*|virastotalo\w*|keskus|keskuksessa|messukeskus\w*|hotelli\w*|"
    r"raatihuone\w*|seurakuntatalo\w*|nuorisotalo\w*|kulttuuritalo\w*|halli|hallissa|sali|salissa|"
    r"kahvila\w*|torilla|"
    r"areena\w*|teatteri\w*|kongressikeskus\w*|opisto|opistolla|yliopistolla|yliopistossa|asema-aukio\w*|"
    r"uimarannalla|studio\w*)"
)
_HALL = re.compile(
    rf"""
    (?<![\w-])(?:
        (?:[A-ZÅÄÖ][\wåäö'&.-]*[ ]){{0,3}}(?:[A-ZÅÄÖ][\wåäö-]*?-?{_HALL_FI})\b
      | (?:[A-ZÅÄÖ][\wåäö'-]*[ ]){{1,3}}{_HALL_FI}\b
      | (?:[A-ZÅÄÖ][\wåäö'-]*[ ]){{0,2}}[A-ZÅÄÖ][\wåäö'-]*[ns][ ][a-zåäö-]*{_HALL_FI}\b
      | (?:[A-ZÅÄÖ][\wåäö'-]*[ ]){{0,3}}[A-ZÅÄÖ]?[\wåäö-]*(?:stadshus(?:et)?|kommunhus(?:et)?|stadshuset
          |bibliotek(?:et)?|kommungård(?:en)?|kulturhus(?:et)?|församlingshem(?:met)?|akademihuset
          |högskola[n]?|museet|skola[n]?\b|konserthuset|mässcentret|huset)\b
      | (?:[A-ZÅÄÖ][\w'’&-]*[ ]){{1,5}}(?:Hall|Library|Centre|Center|Campus|Hotel|Museum|Building|House
          |Auditorium|University|Theatre|Room|Station)\b(?:[ ]\d+)?
      | (?:Hotel|Hotelli|Hotell|Scandic|Sokos\ Hotel|Original\ Sokos\ Hotel|Radisson\ Blu
          |Clarion)[ ][A-ZÅÄÖ][\wåäö-]+(?:[ ][A-ZÅÄÖ][\wåäö-]+)?
      | \b(?:[Rr]oom|[Ss]ali|[Hh]uone|[Ll]uokka|[Ll]uentosali|[Ss]al|[Ll]ecture[ ][Hh]all|[Aa]uditorium
          |[Aa]uditorio)[ ][A-Z]{{0,3}}\d+\w*
    )
    """,
    re.VERBOSE,
)  # fmt: skip
_HALL_WORD = re.compile(
    rf"(?:{_HALL_FI}|hus(?:et)?|bibliotek(?:et)?|museet|skola[n]?|gården|salen|sal|hall|library|centre|"
    rf"center|campus|room|hotel|hotell|hotelli)$",
    re.IGNORECASE,
)
_STOPPERS = re.compile(
    r"\s*(?:[.;|\n\t]|\s/\s|\s-\s|\bsekä\b|\bsamt\b|,?\s*(?:\b(?:ja|tai|och|eller|and|or)\b|&)\s+(?=etä|"
    r"verkos|verkk|teams|zoom|online|remote|på\ distans|distans|via|follow|stream|strii|webb|virtual|"
    r"live|direkt|suora|microsoft|ms\b)|"
    r"\(\s*(?=hybrid|etä|teams|zoom|online)|\+\s*(?=teams|zoom|etä|online|verkko|webb))"
)
_NO_PLACE = re.compile(
    r"(?:ilmoit\w*|teams\w*|zoom\w*|etä\w*|verkossa|verkko|verkkotilaisuus|online\b.*|webinaari\w*|"
    r"webbinarium|webinar|distans|på distans|hybridi?|hybrid\w*|ilmoitetaan.*|tarkentuu.*|meddelas.*|tba|"
    r"tbc|to be .*|microsoft.*|"
    r"ms teams.*|google.*|webex.*|linkki.*|lähetetään.*|virtual.*|digital.*|nätet|webben|internet|"
    r"remote.*|via .*|youtube.*|in person.*|on-?site.*|paikan päällä.*|på plats.*|samma .*|sama .*|same "
    r".*|vapaa.*)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place found in the text, and how: `label`, `address` or `hall`."""

    span: Span
    kind: str
    name: Span | None
    address: Span | None

    def venue(self, text: str) -> Venue:
        return Venue(
            Words(self.span.of(text), self.span),
            self.name.of(text) if self.name else None,
            self.address.of(text) if self.address else None,
        )


def find_places(page: Page, start: int, end: int, dates_and_times: list[Span]) -> list[Place]:
    """
    Return the places named between two points, the surest first: labelled, with an address, a known kind of
    hall.
    """
    places: list[Place] = []
    for line in islice(page.lines, page.line_at(start).index, None):
        if line.start >= end:
            break
        if line.end <= start:
            continue
        # only what can matter on this line; going through all of them would take long in a long list
        low = bisect_right(dates_and_times, line.start - 200, key=lambda span: span.start)
        high = bisect_right(dates_and_times, line.end, key=lambda span: span.start)
        places.extend(_in_line(page, max(start, line.start), min(end, line.end), dates_and_times[low:high]))
    order = {"label": 0, "address": 0, "verb": 1, "hall": 2}
    return sorted(places, key=lambda place: (order[place.kind], place.span.start))


def _in_line(page: Page, start: int, end: int, taken: list[Span]) -> list[Place]:
    text, folded = page.text, page.folded
    plain = text.replace("\n", " ").replace("\u00a0", " ")
    found: list[Place] = []
    for match in _LABEL.finditer(folded, start, end):
        span = _labelled(page, match.end(), end, taken)
        if span:
            found.append(_with_address(plain, span, "label"))
    street_spans: list[Span] = []
    for street in _STREET.finditer(plain, start, end):
        address_end = street.end()
        tail = _AFTER_STREET.match(plain, street.end(), end)
        if tail:
            address_end = tail.end()
        address = Span(street.start(), address_end)
        street_spans.append(address)
        if any(place.span.overlaps(address) for place in found):
            continue
        floor = max([start, *(s.end for s in taken if s.end <= street.start())])
        previous = max((p.span.end for p in found if p.span.end <= street.start()), default=start)
        name = _name_before(plain, max(floor, previous, street.start() - 90), street.start())
        whole = address
        if name:
            close = address_end
            if (
                plain[name.end : street.start()].strip().startswith("(")
                and plain[address_end : address_end + 1] == ")"
            ):
                close += 1
            whole = Span(name.start, close)
        found.append(Place(whole, "address", name, address))
    for verb in _PLACE_VERB.finditer(folded, start, end):
        span = _labelled(page, verb.end(), end, taken)
        if span and not text[span.start].isupper():
            continue
        if span and not any(place.span.overlaps(span) for place in found):
            found.append(_with_address(plain, span, "verb"))
    for hall in _HALL.finditer(plain, start, end):
        span = Span(hall.start(), hall.end())
        if any(place.span.overlaps(span) for place in found) or any(span.overlaps(other) for other in taken):
            continue
        if (is_prose(page, start, end) or _is_sentence(page, start, end)) and not _stands_in_a_place(
            folded, span, start
        ):
            continue
        found.append(Place(span, "hall", span, None))
    return found


def _is_sentence(page: Page, start: int, end: int) -> bool:
    words = page.folded[start : end + 1].rstrip()
    return len(words.split()) > 8 and words.endswith(".")


def _stands_in_a_place(folded: str, span: Span, floor: int) -> bool:
    """
    Return whether a hall in running text is where something happens, and not the name of an organisation.
    """
    if re.search(r"(?:ssa|ssä|lla|llä|lle|seen|hin|an|än)$", folded[span.start : span.end]):
        return True
    return bool(
        re.search(r"\b(?:i|på|vid|in|at)\s+(?:the\s+)?$", folded[max(floor, span.start - 12) : span.start])
    )


def _labelled(page: Page, start: int, end: int, taken: list[Span]) -> Span | None:
    stop = end
    match = _STOPPERS.search(page.folded, start, end)
    while match:
        if (
            page.folded[match.start() : match.end()].strip() == "-"
            and not ways_in(page.folded, match.end(), end).way
        ):
            match = _STOPPERS.search(page.folded, match.end(), end)
            continue
        if page.folded[match.start() : match.end()].strip() == "." and _inside_abbreviation(
            page.folded, match.end()
        ):
            match = _STOPPERS.search(page.folded, match.end(), end)
            continue
        stop = match.start()
        break
    for span in taken:
        if start <= span.start < stop:
            stop = span.start
    # "Kuntatalo, Helsinki, tai Teams": a way of taking part behind a comma is no part of the place
    for comma in re.finditer(r",\s*", page.folded[start:stop]):
        piece = page.folded[start + comma.end() : stop].split(",")[0].strip()
        way = ways_in(page.folded, start + comma.end(), start + comma.end() + len(piece))
        if way.way and len(piece.split()) <= 6 and way.spans[0].start - start - comma.end() <= 14:
            stop = start + comma.start()
            break
    way = ways_in(page.folded, start, stop)
    if (
        way.way is Way.ONLINE
        and way.spans[0].start - start <= 12
        and not _STREET.search(page.text, start, stop)
    ):
        return None
    words = page.text[start:stop].rstrip(" ,.;:(–-/\t")
    if not words.strip() or len(words) > 160:
        return None
    if _NO_PLACE.fullmatch(page.folded[start : start + len(words)]):
        return None
    return Span(start, start + len(words))


def _inside_abbreviation(folded: str, after_dot: int) -> bool:
    return after_dot < len(folded) and not folded[after_dot].isspace()


def _with_address(plain: str, span: Span, kind: str) -> Place:
    street = _STREET.search(plain, span.start, span.end)
    if street:
        name_words = plain[span.start : street.start()].rstrip(" ,(–-")
        name = Span(span.start, span.start + len(name_words)) if name_words else None
        return Place(span, kind, name, Span(street.start(), span.end))
    return Place(span, kind, span, None)


def _name_before(plain: str, start: int, street: int) -> Span | None:
    window = plain[start:street]
    cut = max(
        window.rfind(". "),
        window.rfind(": "),
        window.rfind("; "),
        window.rfind(" – "),
        window.rfind(" - "),
        window.rfind("|"),
        window.rfind("\t"),
    )
    if cut >= 0:
        start += cut + 1
        window = plain[start:street]
    opened = window.rstrip()
    body = re.sub(r"[\s,(]+$", "", opened)
    bracket = body.rfind("(")
    if bracket > body.rfind(")"):
        start += bracket + 1
        body = body[bracket + 1 :]
    if not body.strip():
        return None
    # walk back from the end over capitalised words; lower-case words are allowed between capitalised ones
    pieces = body.split(",")
    best = pieces[-1]
    offset = len(body) - len(best)
    if (
        len(pieces) > 1
        and _HALL.search(pieces[-2])
        and not _has_way(pieces[-2])
        and not _is_occasion(pieces[-2])
    ):
        best = ",".join(pieces[-2:])
        offset = len(body) - len(best)
    words = list(re.finditer(r"[^\s()]+", best))
    first = len(words)
    while first:
        if _belongs_to_name(words[first - 1].group()):
            first -= 1
            continue
        genitive = _genitive_before([word.group() for word in words[:first]])
        if not genitive:
            break
        first -= genitive
    while first < len(words) and (
        words[first].group().lower().strip(",") in _NOT_IN_NAME
        or not (words[first].group()[:1].isupper() or _HALL_WORD.search(words[first].group().strip(",")))
    ):
        if words[first].group()[:1].isdigit() and first + 1 < len(words) and len(words) - first > 1:
            break
        first += 1
    if first >= len(words):
        return None
    at = start + offset + words[first].start()
    name = plain[at : start + len(body)].rstrip(" ,")
    if not re.search(r"[^\W\d_]{2}|[A-Z]\d", name) or _has_way(name) or _is_occasion(name):
        return None
    return Span(at, at + len(name))


_VERB_OR_PREPOSITION = re.compile(
    r"\w+[td](?:aan|ään)|\w*taan|\w+(?:mme|vat|vät)|on|ovat|toimii|kokoontuu|joka|jossa|i|på|vid|hos|in|"
    r"at|on|is|are|be|will|hålls|ordnas|arrangeras|äger|rum|sker|klo|kello|kl|den|till|from|to|for|with|"
    r"med|"
    r"tule|myös|sekä|that|which|som|held|place|takes|for"
)
_PARTICLES = {"och", "and", "of", "the", "de", "av", "för", "ja", "&", "–", "-", "at"}
_NOT_IN_NAME = {
    "olemme", "kokoontuminen", "kokoonnumme", "paikkana", "tapaamme", "paikka", "tervetuloa", "tule",
    "tilaisuus", "seminaari", "at", "the", "i", "på", "in", "on", "and", "och", "ja", "of", "vi",
    "träffen", "möt", "welcome", "venue", "place", "plats", "location", "where", "var", "missä", "av",
    "för", "join", "us", "samling", "samlingen", "osoite", "osoitteessa", "adress", "address",
    "lähipäivä", "lounas", "lunch", "kahvit", "kaffe", "coffee", "ensin", "sijainti", "tapahtumapaikka",
    "kokouspaikka", "paikalla", "paikan", "päällä", "ravintola-lounas",
}  # fmt: skip


def _belongs_to_name(word: str) -> bool:
    bare = word.strip(",'\"”“")
    if not bare or bare[-1] in ".:;!?":
        return False
    if bare[0].isupper() or bare[0].isdigit() or bare.lower() in _PARTICLES:
        return True
    return len(bare) > 2 and bool(_HALL_WORD.search(bare))


def _genitive_before(words: list[str]) -> int:
    """
    Return how many words a genitive ties to the name: two in `Helsingin yliopiston` before `päärakennus`.
    """
    for count in range(1, 4):
        if len(words) <= count:
            return 0
        lower = words[-count]
        if not lower[0].islower() or _VERB_OR_PREPOSITION.fullmatch(lower) or lower[-1] in ",.:;":
            return 0
        before = words[-count - 1]
        if (
            before[0].isupper()
            and before[-1].isalpha()
            and (before.endswith(("n", "s")) or lower.endswith(("s", "n")))
        ):
            return count + 1
    return 0


def _is_occasion(words: str) -> bool:
    """Return whether the words name the event and not its place: `Verkostopäivä`, `Workshop 2`."""
    folded = words.strip().lower()
    return bool(KIND.match(folded)) and not _HALL.search(words)


def _has_way(words: str) -> bool:
    folded = words.lower()
    return bool(ways_in(folded, 0, len(folded)).way & Way.ONLINE)
