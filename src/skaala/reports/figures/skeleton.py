"""
Whether a text says what another says, in other words: its skeleton must be the same. Pure.

The skeleton of a passage is all of it that carries a fact, in its order: numbers, quotations, references, perspectives, on which side
people are, and negations. An assistant may change the words between these and nothing else. What it says otherwise is told, by kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

QUOTATION = re.compile(r"[“”\"«»]([^“”\"«»]+)[“”\"«»]")
FINDING, STATEMENT = re.compile(r"\(\d+\.\d+\)"), re.compile(r"\[\d+\]")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
BETWEEN_THOUSANDS = re.compile("(?<=\\d)[\u00a0\u202f ](?=\\d{3}(?!\\d))")
CAPITAL = re.compile(r"(?<=[\w,;:–-] )([^\W\d_]\w*)")
LONGEST = 1.3
"""How much longer than the draft an answer may be: it condenses."""
STEM = 9
"""By how many letters of its beginning a perspective is known again, since Finnish and Swedish inflect its end."""


class Kind(StrEnum):
    """What a piece of a skeleton is."""

    NUMBER = "number"
    QUOTATION = "quotation"
    REFERENCE = "reference"
    PERSPECTIVE = "perspective"
    SIDE = "side"


class Fault(StrEnum):
    """Why an answer is not taken."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    MARKUP = "markup"
    INVENTED = "invented"
    MISSING = "missing"
    NAME = "name"
    SIDE = "side"


@dataclass(frozen=True)
class Refusal:
    """A fault with what it is about, if anything can be named."""

    fault: Fault
    kind: str = ""
    what: str = ""


# The sides, by the words that say them, the longer ones first: “disagree” holds “agree”. What denies is a side too.
SIDES: dict[str, dict[str, str]] = {
    "en": {
        "disagree": r"disagree\w*|do(?:es)? not agree|not agree|against|oppos\w+|reject\w*|contradict\w*",
        "pass": r"pass(?:ed|es)?\b|abstain\w*|undecided|could not say",
        "agree": r"agree\w*|in favou?r|\bfor\b(?= and| it)|support\w*|confirm\w*|shares?\b|common ground|of one mind",
        "more": r"\bmore\b|\bmost\b|majority|\bhigher\b",
        "less": r"\bless\b|\bleast\b|\bfewer\b|minority|\blower\b|\bseldom\b|\brarely\b|\bfew\b",
        "all": r"\ball\b|\bevery\w*|\beach\b|\beverybody\b|unanim\w+",
        "until": r"\bby\b(?= \d)|\bno later\b|\buntil\b",
        "not": r"\bno\b|\bnot\b|\bnever\b|\bnobody\b|\bnone\b|\bnothing\b|\bwithout\b|\bhardly\b|\w+n[’']t\b|\bcannot\b|although|\bbut\b",
        "number": r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|halves|thirds?|quarters?|twice|double)\b",
    },
    "fi": {
        "disagree": r"eri mieltä|vastaan\b|vastusta\w*|kiistä\w*|erimieli\w*|torju\w*",
        "pass": r"e[iv]\w* ot\w+ kantaa|ottamatta",
        "agree": r"samaa mieltä|yhtä mieltä|yksimieli\w*|yhtei\w+|puole(?:sta|lla)\b|kannat\w+|vahvist\w+|hyväksy\w*",
        "more": r"useam\w+|useim\w+|enem\w+|enin|eniten|laaj\w+|suurem\w+|vähintään",
        "less": r"vähem\w+|harvem\w+|vähiten|pienem\w+|enintään|harva\w*|vähän",
        "all": r"kaik\w+|jokai\w+|kukin|kunkin",
        "until": r"viimeistään|mennessä",
        "not": r"\be(?:i|ivät|n|mme|tte|ikä|ivätkä|ttä ei)\b|\bälä\b|kukaan|mikään|mitään|ilman|puuttu\w*|tuskin|vaikka|mutta|vaan",
        "number": r"\b(?:kaks\w*|kahde\w*|kahta|kahte\w*|kolm\w*|nelj\w*|viis\w*|viide\w*|viit\w*|kuus\w*|kuude\w*|kuut\w*|seitsem\w*|kahdeks\w*|yhdeks\w*|kymmen\w*|sata\w*|sato\w*|tuha\w*|puolet|puolta|kolmas\w*|kaksin\w*)\b",
    },
    "sv": {
        "disagree": r"håller inte med|inte håller med|\bemot\b|\bmot\b|oeni\w+|oense|avvisa\w*|motsäg\w*",
        "pass": r"tog inte ställning|tar inte ställning|utan ställningstagande|avst[åo]\w*",
        "agree": r"håller\b.{0,60}?\bmed\b|instäm\w+|eni\w+|överens|gemensam\w*|\bför\b(?= och)|stöd(?:er|jer)?\b|bekräfta\w*|samma åsikt",
        "more": r"oftare|oftast|\bfler\b|\bflest\w*|\bmest\w*|\bmer\b|större|störst\w*|minst\b|majoritet\w*",
        "less": r"färre|mindre|mera sällan|sällan|högst\b|minoritet\w*|få\b",
        "all": r"\balla\b|\bvarje\b|samtlig\w*",
        "until": r"\bsenast\b",
        "not": r"\binte\b|\bing\w+|\baldrig\b|\butan\b|saknas\b|knappast|\bmen\b|\btrots\b",
        "number": r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|hundra\w*|tusen\w*|hälften|halva|tredjedel\w*|fjärdedel\w*|dubbel\w*|dubbla)\b",
    },
}
WORDS = {
    "kahdeks": "8",
    "kaks": "2",
    "kahd": "2",
    "kaht": "2",
    "kolm": "3",
    "nelj": "4",
    "viis": "5",
    "viid": "5",
    "viit": "5",
    "kuus": "6",
    "kuud": "6",
    "kuut": "6",
    "seits": "7",
    "yhdeks": "9",
    "kymmen": "10",
    "två": "2",
    "tre": "3",
    "fyra": "4",
    "fem": "5",
    "sex": "6",
    "sju": "7",
    "åtta": "8",
    "nio": "9",
    "tio": "10",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
}
"""Number words in figures, by how they begin; Finnish inflects them."""
LANGUAGES = tuple(SIDES)
"""The languages whose words for sides are known: in others nobody is helped."""


def refusals(drafted: str, answered: str, language: str, perspectives: Iterable[str] = ()) -> list[Refusal]:
    """
    Return why ``answered`` may not stand for ``drafted``; nothing if it may.

    :param perspectives: their names, which may be inflected in the texts
    """
    if not answered.strip():
        return [Refusal(Fault.EMPTY)]
    if len(answered) > LONGEST * len(drafted) + 40:
        return [Refusal(Fault.TOO_LONG)]
    if markup := re.search(r"[<>{}*_#`|\\]|https?:|www\.|@", _outside_quotations(answered)):
        return [Refusal(Fault.MARKUP, what=markup[0])]
    known = [name for name in perspectives if name]
    before, after = (list(_skeleton(text, language, known)) for text in (drafted, answered))
    return [*_differing(before, after), *_names(drafted, answered)] or _order(before, after)


Piece = tuple[Kind, str]


def _skeleton(text: str, language: str, perspectives: Sequence[str]) -> Iterator[Piece]:
    """Yield the pieces of a text that carry a fact, in their order."""
    text = BETWEEN_THOUSANDS.sub("", " ".join(text.split()))
    stems = {name.casefold()[:STEM].strip(): name for name in sorted(perspectives, key=len)}
    patterns = [
        ("quotation", QUOTATION.pattern),
        ("finding", FINDING.pattern),
        ("statement", STATEMENT.pattern),
        ("digits", NUMBER.pattern),
        *((f"stem{at}", rf"\b{re.escape(stem)}\w*") for at, stem in enumerate(stems)),
        *(("side_" + side, words) for side, words in SIDES[language].items()),
    ]
    names = list(stems.values())
    whole = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns), re.IGNORECASE)
    for match in whole.finditer(text):
        found = match.lastgroup or next(name for name, _pattern in patterns if match.group(name) is not None)
        if match.group("quotation") is not None:
            yield Kind.QUOTATION, match.group(0)[1:-1].strip()
        elif found in {"finding", "statement"}:
            yield Kind.REFERENCE, match.group(0)
        elif found == "digits":
            yield Kind.NUMBER, match.group(0)
        elif found.startswith("stem"):
            yield Kind.PERSPECTIVE, names[int(found.removeprefix("stem"))]
        elif found == "side_number":
            yield Kind.NUMBER, _in_figures(match.group(0).casefold())
        else:
            yield Kind.SIDE, found.removeprefix("side_")


def _in_figures(word: str) -> str:
    """Return a number word in figures, however it is inflected; one that is no whole number stays a word."""
    return next((figures for stem, figures in WORDS.items() if word.startswith(stem)), word)


def _differing(before: Sequence[Piece], after: Sequence[Piece]) -> list[Refusal]:
    """Return what was invented and what is missing, a number, a quotation and a reference each once."""
    was, now = Counter(before), Counter(after)
    hard = {Kind.NUMBER, Kind.QUOTATION, Kind.REFERENCE, Kind.PERSPECTIVE}
    invented = [
        Refusal(Fault.INVENTED, kind, what)
        for kind, what in now
        if kind in hard and now[kind, what] > was[kind, what]
    ]
    missing = [
        Refusal(Fault.MISSING, kind, what)
        for kind, what in was
        if kind in hard and now[kind, what] < was[kind, what]
    ]
    return [*invented, *missing]


def _order(before: Sequence[Piece], after: Sequence[Piece]) -> list[Refusal]:
    """Return the first place from which on who is on which side is told otherwise."""
    if list(before) == list(after):
        return []
    at = next(
        (at for at, (was, now) in enumerate(zip(before, after, strict=False)) if was != now),
        min(len(before), len(after)),
    )
    near = [what for kind, what in (*before[at:], *reversed(before[:at])) if kind == Kind.REFERENCE]
    return [Refusal(Fault.SIDE, what=near[0] if near else "")]


def _names(drafted: str, answered: str) -> list[Refusal]:
    """Return words with a capital inside a sentence that are not in the draft: they would be names."""
    known = {word.casefold() for word in re.findall(r"\w+", drafted)}
    found = CAPITAL.findall(_outside_quotations(answered))
    return [
        Refusal(Fault.NAME, what=word)
        for word in found
        if word[:1].isupper() and word.casefold() not in known
    ][:1]


def _outside_quotations(text: str) -> str:
    return QUOTATION.sub(" ", text)
