"""Recognises the language of a text: by its common words first, then by its letters and endings.

Each language has its words (the stop words, and those that announcements and statements use most) and its letters. A
word counts one, a word that two of the languages share a half; the letters count less, and can count against a
language. In a sentence the highest score wins. In a whole text there must also be enough words to be sure, and the
opening decides between two languages that are about even.

A language is added by its words in `small_words` and `_TYPICAL`, and its letters in `_LETTERS`.

>>> guess_language("Yhteinen malli kilpailutukseen säästää aikaa")
'fi'
>>> guess_language("Små kommuner saknar personer som hinner söka goda exempel")
'sv'
>>> guess_language("There is nobody who has the time to look for examples")
'en'
>>> detect_language("Der Bus fährt nicht, und die Bahn ist für uns zu teuer") is None
True
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from skaala.insight.thematic.small_words import SMALL_WORDS

SHARED_WORD = 0.5
EVEN = 0.6  # share of the best score from which a language is a rival
LEAST_SHARE = 0.06  # of all words that must be common ones
MOST_WORDS_NEEDED = 4
SHORTEST_OPENING = 12

_TYPICAL = {
    "fi": """
        aamukahvi aika alkaen asti avaus avoin etänä hyvät ilmoittaudu ilmoittautuminen jossa järjestetään
        järjestäjä järjestää kahvi kaikille keväällä kevään klo koulutus kunnat kunnille kutsu kutsuu liian
        lisätietoja lounas mennessä mukaan ohjelma paikka pidetään puuttuu päätös saakka seminaari sen sisältyy
        syksyllä syksyn tauko teamsissa tervetuloa tilaisuuden tilaisuus tilaisuuteen työpaja verkossa viimeistään
        webinaari yhdessä yhteinen
    """,
    "sv": """
        anmäl anmälan arrangör behöver bjuder bra dagen deltagare deltar distans du goda hålls hösten i inbjudan
        inbjuder kaffe kl kommunerna kostnadsfritt lunch målgrupp ordnar ordnas plats program saknas samt seminarium
        senast sista tid tre träff två verkstad via välkommen våren webbinarium öppen
    """,
    "en": """
        date day deadline free good join later municipalities needs online open organised place please programme
        register registration seminar session sessions time venue webinar welcome workshop
    """,
}
_LETTERS: dict[str, tuple[tuple[str, float], ...]] = {
    "fi": (
        (
            r"(?:ää|yy|öö|uu|ii|kk|ssa|ssä|lla|llä|sta|stä|inen|ksi|minen|taan|tään|(?:lle|lta|ltä|ien|den|jen)\b)",
            0.3,
        ),
    ),
    "sv": ((r"å", 0.75), (r"(?:sch|tion|het|ning|arna|erna|ck|ör)", 0.25)),
    "en": ((r"(?:th|wh|tion|ing|sh|ly|w)", 0.2), (r"[äö]", -0.5)),
}
_FOREIGN = frozenset(
    [
        "af",
        "au",
        "auf",
        "avec",
        "bis",
        "bitte",
        "che",
        "con",
        "dans",
        "das",
        "del",
        "della",
        "der",
        "des",
        "di",
        "die",
        "dla",
        "du",
        "een",
        "ein",
        "eine",
        "el",
        "est",
        "et",
        "for",
        "für",
        "gli",
        "het",
        "ikke",
        "il",
        "ist",
        "jest",
        "kell",
        "kuni",
        "la",
        "las",
        "le",
        "les",
        "los",
        "mit",
        "nicht",
        "nie",
        "niet",
        "ning",
        "og",
        "oraz",
        "para",
        "por",
        "pour",
        "registreerimine",
        "sie",
        "się",
        "til",
        "toimub",
        "uhr",
        "und",
        "une",
        "von",
        "voor",
        "või",
        "wir",
        "y",
        "zum",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")

KNOWN_LANGUAGES = tuple(_TYPICAL)


@dataclass(frozen=True, slots=True)
class _Traits:
    """What one language is recognised by: the weight of each of its words, and of each of its letters."""

    words: dict[str, float]
    letters: tuple[tuple[re.Pattern[str], float], ...]

    def score_words(self, words: Iterable[str]) -> float:
        return sum(self.words.get(word, 0.0) for word in words)

    def score_letters(self, text: str) -> float:
        return sum(weight * len(pattern.findall(text)) for pattern, weight in self.letters)


@cache
def _traits(languages: tuple[str, ...]) -> dict[str, _Traits]:
    words = {language: SMALL_WORDS[language] | set(_TYPICAL[language].split()) for language in languages}
    uses = Counter(word for own in words.values() for word in own)
    return {
        language: _Traits(
            {word: 1.0 if uses[word] == 1 else SHARED_WORD for word in own},
            tuple((re.compile(pattern), weight) for pattern, weight in _LETTERS[language]),
        )
        for language, own in words.items()
    }


def guess_language(
    text: str, *, languages: Sequence[str] = KNOWN_LANGUAGES, default: str | None = None
) -> str:
    """
    Return the language that the words of ``text`` point to, even if they are few.

    Where nothing points to any, or several equally, ``default`` is returned: the first of ``languages`` if none is
    given.
    """
    default = default or languages[0]
    lowered = text.casefold()
    words = _WORD.findall(lowered)
    scores = {
        language: traits.score_words(words) + traits.score_letters(lowered)
        for language, traits in _traits(tuple(languages)).items()
    }
    best = max(scores.values())
    winners = [language for language, score in scores.items() if score == best]
    return default if best <= 0 or default in winners else winners[0]


def detect_language(text: str, *, languages: Sequence[str] = KNOWN_LANGUAGES) -> str | None:
    """
    Return the language of a whole text; the first of two in a text of two languages; none for any other language.
    """
    traits = _traits(tuple(languages))
    lowered = text.casefold()
    words = _WORD.findall(lowered)
    by_words = {language: own.score_words(words) for language, own in traits.items()}
    scores = {language: by_words[language] + own.score_letters(lowered) for language, own in traits.items()}
    best = max(scores, key=lambda language: scores[language])
    if not _is_enough(by_words[best], words):
        return None
    rivals = [language for language in scores if scores[language] >= EVEN * scores[best]]
    if len(rivals) < 2:
        return best
    opening = words[: max(SHORTEST_OPENING, len(words) // 4)]
    return max(rivals, key=lambda language: (traits[language].score_words(opening), scores[language]))


def _is_enough(score: float, words: list[str]) -> bool:
    """Return whether the common words are so many that the text is in a known language, and not in a foreign one."""
    needed = max(1, min(MOST_WORDS_NEEDED, len(words) // 12), LEAST_SHARE * len(words))
    return score >= needed and sum(word in _FOREIGN for word in words) <= score
