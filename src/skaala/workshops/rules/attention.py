"""What in a statement somebody should look at before others see it. It is held, not refused, and its author is told why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise

from skaala.workshops.rules.given_names import GIVEN_NAMES
from skaala.workshops.rules.insults import STEMS

SHORTEST_BEGINNING = 4
"""A shorter one has to be a whole word: too many good words begin with three letters."""


class Concern(StrEnum):
    """Why a statement is held."""

    PHONE = "phone"
    IDENTITY_CODE = "identity_code"
    LINK = "link"
    ADDRESS = "address"
    NAME = "name"
    WORD = "word"


IDENTITY = re.compile(r"\b\d{6}[-+A-FU-Yx]\d{3}[0-9A-Z]\b|\b(?:19|20)?\d{6}-\d{4}\b", re.IGNORECASE)
# Not within a longer number, such as 21 000-41 000.
PHONE = re.compile(r"(?<![\d/.,–-])(?<!\d )(?:\+\d|0[1-9]|00\d)(?:[ ()/-]?\d){5,13}(?![\d/.,]\d)")
# A sentence that begins right after a full stop (“hyvin.Se”) is not an address: those are written in lower case.
_LINK = re.compile(
    r"https?://|\bwww\.|\S+@\S+\.\w|\b[\w-]+\.(?-i:fi|se|com|org|net|eu|io|info|ru)(?:/|\b)", re.IGNORECASE
)
# Numbers of houses are short: “polku 2035” is a plan. Roads between towns have numbers, too (valtatie 4, stamvägen 51).
_ADDRESS = re.compile(
    r"\b(?!(?:valta|kanta|seutu|yhdys|moottori|kehä|maan|rauta|Eurooppa|riks|stam|region|Europa|lands|ring)-?(?:tie|väg))"
    r"\w+(?:katu|kadun|kadulla|tie|tien|tiellä|kuja|polku|raitti|rinne|kaari|gatan|vägen|gränden|stigen)\s+\d{1,3}\b"
    r"(?!\s*(?:%|vuo|kilomet|km\b|met|m\b|euro|kerta|år|kilometer|gång))"
    r"|\b\d+\s+\w+\s+(?:street|road|avenue|lane)\b|\b\d{5}\s+(?-i:[A-ZÅÄÖ])\w{2,}",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DISGUISES = str.maketrans({"@": "a", "0": "o", "1": "i", "3": "e", "5": "s", "$": "s", "*": ""})


def concerns(text: str, *, own_words: Iterable[str] = ()) -> list[Concern]:
    """
    Return why a statement should be looked at first; empty for nearly all.

    :param own_words: what the organiser has added to the lists of words; one that begins with “-” is taken off them

    >>> [each.value for each in concerns("Soita numeroon 040 123 4567")]
    ['phone']
    >>> concerns("Vuosina 2021–2023 tehtiin 1500 päätöstä, joista 98 % toteutui")
    []
    >>> [each.value for each in concerns("Naapurikunnan idioottien takia")]
    ['word']
    """
    found = []
    if IDENTITY.search(text):
        found.append(Concern.IDENTITY_CODE)
    elif PHONE.search(text):
        found.append(Concern.PHONE)
    if _LINK.search(text):
        found.append(Concern.LINK)
    if _ADDRESS.search(text):
        found.append(Concern.ADDRESS)
    if _has_name(text):
        found.append(Concern.NAME)
    if _has_word(text, own_words):
        found.append(Concern.WORD)
    return found


def _has_name(text: str) -> bool:
    """Say whether a given name stands before another capitalised word, as in “Maija Virtasen”."""
    words = _WORDS.findall(text)
    return any(
        one.casefold() in GIVEN_NAMES and one[0].isupper() and other[0].isupper() and len(other) > 1
        for one, other in pairwise(words)
    )


def _has_word(text: str, own_words: Iterable[str]) -> bool:
    own = [word.strip().casefold() for word in own_words]
    spared = {word[1:].strip() for word in own if word.startswith("-")}
    listed = {stem for stem in set().union(*STEMS.values()) if stem.strip("*.") not in spared}
    stems = {word for word in own if word and not word.startswith("-")} | listed
    plain = re.sub(r"(.)\1{2,}", r"\1\1", text.casefold())
    for word in {*_WORDS.findall(plain), *_WORDS.findall(plain.translate(_DISGUISES))}:
        if any(word.startswith(one) for one in spared):
            continue
        if any(_is_of(word, stem) for stem in stems):
            return True
    return False


def _is_of(word: str, stem: str) -> bool:
    """Say whether a word is of one in the lists, whose marks :mod:`skaala.workshops.rules.insults` explains."""
    bare = stem.strip("*.")
    if stem.endswith(".") or len(bare) < SHORTEST_BEGINNING:
        return word == bare
    return bare in word if stem.startswith("*") else word.startswith(bare)
