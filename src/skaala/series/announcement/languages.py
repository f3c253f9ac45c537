"""Tells Finnish, Swedish and English apart by their commonest words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMON: dict[str, frozenset[str]] = {
    "fi": frozenset(
        ["ja", "on", "ei", "se", "että", "sekä", "tai", "kun", "jossa", "joka", "jotka", "myös", "klo", "mennessä", "viimeistään", "ilmoittautuminen", "ilmoittaudu", "tervetuloa", "järjestää", "järjestetään", "pidetään", "kunnan", "kuntien", "voi", "ovat", "sen", "tämä", "tilaisuus", "tilaisuuden", "työpaja", "paikka", "aika", "etänä", "lisätietoja", "ohjelma", "keväällä", "syksyllä", "mukaan", "kanssa", "sisältyy", "kaikille", "yhdessä", "webinaari", "verkossa", "teamsissa", "kunnille", "miten", "mitä", "hän", "olla", "saakka", "asti", "alkaen", "kevään", "syksyn", "aamukahvi", "järjestäjä", "tilaisuuteen", "kutsu", "kutsuu", "seminaari", "koulutus", "avoin", "avaus", "tauko", "lounas", "kahvi", "päätös"]
    ),
    "sv": frozenset(
        ["och", "att", "det", "som", "en", "ett", "för", "på", "av", "är", "till", "med", "den", "om", "kl", "senast", "anmälan", "anmäl", "välkommen", "ordnar", "ordnas", "hålls", "kommunen", "kommunerna", "kan", "inte", "vi", "du", "sig", "eller", "från", "också", "plats", "tid", "program", "hösten", "våren", "via", "distans", "kommuner", "seminarium", "verkstad", "webbinarium", "inbjudan", "inbjuder", "bjuder", "in", "öppen", "kaffe", "lunch", "arrangör", "målgrupp", "dagen", "sista", "i", "samt", "när", "var", "träff", "alla", "tre", "två", "hur", "vad", "kostnadsfritt", "deltagare", "deltar"]
    ),
    "en": frozenset(
        ["the", "and", "of", "to", "in", "is", "for", "on", "at", "with", "by", "from", "be", "are", "will", "this", "that", "or", "as", "an", "a", "register", "registration", "please", "join", "workshop", "webinar", "seminar", "time", "place", "venue", "online", "welcome", "programme", "organised", "city", "municipalities", "you", "we", "our", "it", "not", "no", "later", "than", "how", "what", "when", "where", "who", "free", "open", "date", "deadline", "session", "sessions", "day", "next"]
    ),
}
_OTHER_LANGUAGES = frozenset(
    ["der", "die", "das", "und", "ist", "nicht", "mit", "für", "von", "auf", "wir", "sie", "ein", "eine", "zum", "bis", "bitte", "uhr", "le", "la", "les", "des", "et", "est", "pour", "avec", "dans", "une", "du", "au", "el", "los", "las", "y", "para", "con", "del", "por", "og", "ikke", "af", "til", "for", "ning", "kell", "toimub", "kuni", "või", "ning", "registreerimine", "het", "een", "voor", "niet", "di", "il", "che", "gli", "della", "jest", "się", "nie", "dla", "oraz"]
)
_WORD = re.compile(r"[^\W\d_]+")
_SHARED = {"i", "a", "program", "plats", "in", "den"}


def tell_language(folded: str) -> str | None:
    """Return `fi`, `sv` or `en`; the first of two in a text of two languages; none for any other language."""
    words = _WORD.findall(folded)
    if not words:
        return None
    scores = count(words)
    best = max(scores, key=lambda name: scores[name])
    needed = max(1, min(4, len(words) // 12))
    if scores[best] < needed or scores[best] < 0.06 * len(words):
        return None
    others = sum(word in _OTHER_LANGUAGES for word in words)
    if others > scores[best]:
        return None
    close = [name for name in scores if scores[name] >= 0.6 * scores[best]]
    if len(close) > 1:
        opening = count(words[: max(12, len(words) // 4)])
        return max(close, key=lambda name: (opening[name], scores[name]))
    return best


def count(words: Iterable[str]) -> dict[str, float]:
    scores = dict.fromkeys(_COMMON, 0.0)
    for word in words:
        for name, common in _COMMON.items():
            if word in common:
                scores[name] += 0.5 if word in _SHARED else 1.0
        if word.endswith(
            ("ssa", "ssä", "lla", "llä", "sta", "stä", "een", "iin", "uus", "inen", "taan", "tään")
        ):
            scores["fi"] += 0.5
        if "å" in word:
            scores["sv"] += 0.5
    return scores
