"""The name of a place before its street address: `Helsingin yliopiston päärakennus, Unioninkatu 34`."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span
from skaala.announcement.venues.notations import HALL, HALL_WORD
from skaala.announcement.vocabulary.kinds import KIND
from skaala.announcement.vocabulary.modes import Modes, modes_in

LONGEST_NAME = 90

_BREAKS = (". ", ": ", "; ", " – ", " - ", "|", "\t")
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


def name_before(plain: str, floor: int, street: int) -> Span | None:
    """Return the name of the place right before its street, not before ``floor``."""
    start = max(floor, street - LONGEST_NAME)
    start += _behind_last_break(plain[start:street])
    body = re.sub(r"[\s,(]+$", "", plain[start:street].rstrip())
    bracket = body.rfind("(")
    if bracket > body.rfind(")"):
        start += bracket + 1
        body = body[bracket + 1 :]
    if not body.strip():
        return None
    end = start + len(body)
    begin = end - len(_last_pieces(body))
    first = _first_word_of_name(plain[begin:end])
    if first is None:
        return None
    name = plain[begin + first : end].rstrip(" ,")
    if not re.search(r"[^\W\d_]{2}|[A-Z]\d", name) or _has_mode(name) or _is_occasion(name):
        return None
    return Span(begin + first, begin + first + len(name))


def _behind_last_break(window: str) -> int:
    return max(window.rfind(mark) for mark in _BREAKS) + 1


def _last_pieces(body: str) -> str:
    """Return what is behind the last comma, with the hall before it if it names one: `Kuntatalo, sali 5`."""
    pieces = body.split(",")
    if (
        len(pieces) > 1
        and HALL.search(pieces[-2])
        and not _has_mode(pieces[-2])
        and not _is_occasion(pieces[-2])
    ):
        return ",".join(pieces[-2:])
    return pieces[-1]


def _first_word_of_name(text: str) -> int | None:
    """Return where the name begins: back from its end over capitalised words, and small ones between them."""
    words = list(re.finditer(r"[^\s()]+", text))
    first = len(words)
    while first:
        count = 1 if _belongs_to_name(words[first - 1].group()) else 0
        count = count or _genitive_before([word.group() for word in words[:first]])
        if not count:
            break
        first -= count
    while first < len(words) and not _can_begin_name(words[first].group(), is_last=first + 1 >= len(words)):
        first += 1
    return words[first].start() if first < len(words) else None


def _can_begin_name(word: str, *, is_last: bool) -> bool:
    bare = word.strip(",")
    if bare.lower() not in _NOT_IN_NAME and (word[:1].isupper() or HALL_WORD.search(bare)):
        return True
    return word[:1].isdigit() and not is_last


def _belongs_to_name(word: str) -> bool:
    bare = word.strip(",'\"”“")
    if not bare or bare[-1] in ".:;!?":
        return False
    if bare[0].isupper() or bare[0].isdigit() or bare.lower() in _PARTICLES:
        return True
    return len(bare) > 2 and bool(HALL_WORD.search(bare))


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
    return bool(KIND.match(folded)) and not HALL.search(words)


def _has_mode(words: str) -> bool:
    folded = words.lower()
    return bool(modes_in(folded, 0, len(folded)).modes & Modes.ONLINE)
