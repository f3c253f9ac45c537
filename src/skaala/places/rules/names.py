"""How people write the name of a municipality: with its kind, in both languages, in the genitive, with a code."""

from __future__ import annotations

import re

_PARTS = re.compile(r"\s*[/|(),;]\s*|\s+[-–—]\s+")
# “Turun kaupunki”, “Askolan kunta”: the name stands in the genitive; “Åbo stad”, “Korsholms kommun”: the name, or the name with s.
_FINNISH_KIND = re.compile(r"^(.+?)\s+(?:kaupunki|kunta)$")
_SWEDISH_KIND = re.compile(r"^(.+?)\s+(?:stad|köping|kommun)$")
_ENGLISH_KIND = re.compile(
    r"^(?:(?:the\s+)?(?:city|town|municipality)\s+of\s+(.+)|(.+?)\s+(?:city|town|municipality))$"
)
_CODE = re.compile(r"^fi[-\s]?(\d{3})$")

# Consonants that weaken in the genitive, with the vowel after them: Turku, Turun; Lahti, Lahden.
_WEAKER = [
    ("ht", "hd"), ("nk", "ng"), ("nt", "nn"), ("lt", "ll"), ("rt", "rr"), ("mp", "mm"), ("kk", "k"), ("pp", "p"), ("tt", "t"),
    ("rk", "r"), ("lk", "l"), ("k", ""), ("p", "v"), ("t", "d"),
]  # fmt: skip
_TWO_PARTS = {"uusi": "uuden", "iso": "ison"}


def folded(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.casefold().split())


def plain(name: str) -> str:
    """
    Return a folded name as a keyboard without ä, ö and å writes it.

    >>> plain("pedersören kunta")
    'pedersoren kunta'
    """
    return name.translate(str.maketrans("äöå", "aoa"))


def parts(typed: str) -> list[str]:
    """
    Return what may be one and the same name in two languages, folded.

    >>> parts("Turku / Åbo"), parts("Åbo (Turku)"), parts("Mänttä-Vilppula")
    (['turku', 'åbo'], ['åbo', 'turku'], ['mänttä-vilppula'])
    """
    return [part for part in _PARTS.split(folded(typed)) if part]


def without_kind(name: str) -> tuple[str, str]:
    """
    Return a folded name without the word for city or municipality, and in which form it then stands.

    >>> without_kind("turun kaupunki"), without_kind("åbo stad"), without_kind("city of turku"), without_kind("fi-853")
    (('turun', 'fi'), ('åbo', 'sv'), ('turku', ''), ('853', ''))
    """
    if found := _CODE.match(name):
        return found[1], ""
    if found := _FINNISH_KIND.match(name):
        return found[1], "fi"
    if found := _SWEDISH_KIND.match(name):
        return found[1], "sv"
    if found := _ENGLISH_KIND.match(name):
        return found[1] or found[2], ""
    return name, ""


def swedish_genitive(name: str) -> str:
    """Return a folded Swedish name as it stands before “kommun”: with an s, unless it ends in one."""
    return name if name.endswith(("s", "x")) else f"{name}s"


def finnish_genitives(name: str) -> frozenset[str]:
    """
    Return how a folded Finnish name may stand before “kaupunki”. Some of these are no words; the right one is among them.

    >>> [word for name, word in (("turku", "turun"), ("helsinki", "helsingin"), ("parainen", "paraisten"), ("varkaus", "varkauden"),
    ...  ("tampere", "tampereen"), ("rovaniemi", "rovaniemen"), ("uusikaupunki", "uudenkaupungin"), ("espoo", "espoon"),
    ...  ("lappeenranta", "lappeenrannan"), ("orivesi", "oriveden"), ("isokyrö", "isonkyrön"), ("virrat", "virtain"),
    ...  ("pietarsaari", "pietarsaaren"), ("pieksämäki", "pieksämäen")) if word not in finnish_genitives(name)]
    []
    """
    found = {f"{name}n"}
    if name.endswith("nen"):
        found |= {f"{name[:-3]}sten", f"{name[:-3]}sen"}
    if name.endswith(("s", "t")):
        found |= {f"{name[:-1]}{end}" for end in ("den", "ksen", "sen", "in", "n")}
        found |= {f"{name}in", f"{name}en"}
        if name.endswith("rrat"):
            found.add(f"{name[:-4]}rtain")
    if name.endswith("e"):
        found.add(f"{name}en")
    if name.endswith(("si", "i")):
        found.add(f"{name[:-1]}en")
    if name.endswith("si"):
        found.add(f"{name[:-2]}den")
    if not name.endswith(tuple("aeiouyåäö")):
        found.add(f"{name}in")
    stem, vowel = name[:-1], name[-1:]
    for strong, weak in _WEAKER:
        if stem.endswith(strong):
            weaker = stem.removesuffix(strong) + weak
            found |= {f"{weaker}{vowel}n", f"{weaker}en"}
    for first, its_genitive in _TWO_PARTS.items():
        if name.startswith(first) and len(name) > len(first) + 2:
            found |= {its_genitive + rest.removeprefix(first) for rest in found if rest.startswith(first)}
    return frozenset(found)
