"""Does a text name somebody who has registered? Pure; inflected names are found, and names the other way round."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST_ENDING = 5
"""How many letters Finnish and Swedish cases may add to a name."""
_SHORTEST_ALONE = 4


@dataclass(frozen=True)
class Text:
    """A piece of text and where it stands, in words."""

    where: str
    text: str


@dataclass(frozen=True)
class NameMatch:
    """A name found in a text. One that is not ``sure`` is a surname alone, which may be a common word."""

    where: str
    name: str
    sure: bool


def find_names(texts: Iterable[Text], names: Iterable[str], addresses: Iterable[str] = ()) -> list[NameMatch]:
    """Return where registered people's full names, e-mail addresses or, less surely, surnames occur."""
    known = [(name, [word.casefold() for word in _WORD.findall(name)]) for name in sorted(set(names))]
    full = [(name, words) for name, words in known if len(words) > 1]
    written = sorted({address.casefold() for address in addresses if address})
    found: dict[NameMatch, None] = {}
    for text in texts:
        said = _WORD.findall(text.text)
        lower = [word.casefold() for word in said]
        whole = text.text.casefold()
        for address in written:
            if address in whole:
                found[NameMatch(text.where, address, sure=True)] = None
        for name, words in full:
            if _is_in(words, lower) or _is_in([words[-1], *words[:-1]], lower):
                found[NameMatch(text.where, name, sure=True)] = None
            elif len(words[-1]) >= _SHORTEST_ALONE and _alone(words[-1], said, lower):
                found[NameMatch(text.where, name, sure=False)] = None
    return list(found)


def _is_in(words: Sequence[str], said: Sequence[str]) -> bool:
    """The words follow one another in the text; initials and second names between are not looked for."""
    return any(
        all(_is_form_of(word, said[place + at]) for at, word in enumerate(words))
        for place in range(len(said) - len(words) + 1)
    )


def _alone(surname: str, said: Sequence[str], lower: Sequence[str]) -> bool:
    """Written with a capital, and not as the first word, which always has one."""
    return any(
        place > 0 and said[place][:1].isupper() and _is_form_of(surname, word, weakened=False)
        for place, word in enumerate(lower)
    )


def _is_form_of(name: str, word: str, *, weakened: bool = True) -> bool:
    """Virtanen, Virtasen; Mäki, Mäelle; Maija, Maijalta, Maijas."""
    if word == name:
        return True
    stem = name[:-3] if name.endswith("nen") and len(name) > 5 else name
    if len(stem) >= 3 and word.startswith(stem) and len(word) <= len(name) + _LONGEST_ENDING:
        return True
    # k, p and t weaken before an ending: Mäki – Mäen, Aalto – Aallon, Lampi – Lammen; -i becomes -e.
    ends = weakened and len(name) >= 4 and name[-1] in "aeiouyäö"
    return ends and word.startswith(name[:-2]) and len(word) <= len(name) + 3


class Known:
    """Names to look for in many texts: found by how a word begins, so that hundreds of names cost little more than one."""

    def __init__(self, names: Iterable[str]) -> None:
        self.by_beginning: dict[str, list[tuple[list[str], bool]]] = {}
        split = {tuple(word.casefold() for word in _WORD.findall(name)) for name in names}
        for words in sorted(words for words in split if len(words) > 1):
            for written in ([*words], [words[-1], *words[:-1]]):
                self.by_beginning.setdefault(written[0][:2], []).append((written, False))
            self.by_beginning.setdefault(words[-1][:2], []).append(([words[-1]], True))


def name_places(text: str, known: Known, *, spared: Collection[str] = ()) -> list[tuple[int, int]]:
    """
    Return where ``text`` has one of the names, or a surname alone that begins with a capital within a sentence.

    :param spared: surnames that are not looked for alone
    """
    matches = list(_WORD.finditer(text))
    lower = [match[0].casefold() for match in matches]
    found = []
    for at, match in enumerate(matches):
        for words, is_surname_alone in known.by_beginning.get(lower[at][:2], ()):
            if is_surname_alone:
                is_here = (
                    len(words[0]) >= _SHORTEST_ALONE
                    and words[0] not in spared
                    and match[0][0].isupper()
                    and not _begins_sentence(text, match.start())
                    and _is_form_of(words[0], lower[at], weakened=False)
                )
            else:
                is_here = len(lower) >= at + len(words) and _is_in(words, lower[at : at + len(words)])
            if is_here:
                found.append((match.start(), matches[at + len(words) - 1].end()))
    return found


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \n\t\"'“”»(*_#>-–•")
    return not before or before[-1] in ".!?:"
