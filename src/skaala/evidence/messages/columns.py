"""The columns of the files in which support measures and a study's findings come and go, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from skaala.ui.languages import LANGUAGES, language_name
from skaala.ui.texts import in_every_language


@dataclass(frozen=True)
class Column:
    """One column: the name it has in the program, its head in a file we write, and heads that others write."""

    key: str
    head: Any
    also: tuple[str, ...] = ()


# Heads in use for a text in one language: of people's own files, and of files written by earlier versions.
_ALSO: dict[str, dict[str, tuple[str, ...]]] = {
    "name": {
        "fi": ("nimi", "nimi suomeksi", "namn på finska", "name in finnish"),
        "sv": ("namn", "nimi ruotsiksi", "namn på svenska", "name in swedish"),
        "en": ("name", "nimi englanniksi", "namn på engelska", "name in english"),
    },
    "description": {
        "fi": ("kuvaus", "kuvaus suomeksi", "beskrivning på finska", "description in finnish"),
        "sv": ("beskrivning", "kuvaus ruotsiksi", "beskrivning på svenska", "description in swedish"),
        "en": ("description", "kuvaus englanniksi", "beskrivning på engelska", "description in english"),
    },
    "text": {
        "fi": ("havainto", "teksti", "havainto suomeksi", "iakttagelse på finska", "finding in finnish"),
        "sv": (
            "iakttagelse",
            "text sv",
            "havainto ruotsiksi",
            "iakttagelse på svenska",
            "finding in swedish",
        ),
        "en": ("finding", "text", "havainto englanniksi", "iakttagelse på engelska", "finding in english"),
    },
}


def _in_each_language(key: str, head: Any) -> Iterator[Column]:
    """Yield the columns of one text, one per language: "Name (Finnish)"."""
    for code in LANGUAGES:
        also = _ALSO.get(key, {}).get(code, ())
        yield Column(f"{key}_{code}", format_lazy("{} ({})", head, lazy(language_name, str)(code)), also)


MEASURES = (
    Column("kind", pgettext_lazy("column", "Type"), ("tyyppi", "laji", "typ", "slag", "type")),
    *_in_each_language("name", pgettext_lazy("column", "Name")),
    *_in_each_language("description", pgettext_lazy("column", "Description")),
    Column("country", pgettext_lazy("column", "Country"), ("maa", "land")),
    Column("offered_by", pgettext_lazy("column", "Offered by"), ("tarjoaja", "erbjuds av")),
    Column("url", pgettext_lazy("column", "Link"), ("www", "web address", "osoite")),
    Column(
        "answers",
        pgettext_lazy("column", "Bottlenecks it answers"),
        ("pullonkaulat", "flaskhalsar", "bottlenecks", "pullonkaula", "flaskhals", "bottleneck"),
    ),
    Column("source", pgettext_lazy("column", "Source"), ("lahde", "reference")),
    Column("source_url", pgettext_lazy("column", "Link to the source"), ()),
    Column("is_illustrative", pgettext_lazy("column", "Illustrative"), ("esimerkki", "exempel")),
)

FINDINGS = (
    Column("kind", pgettext_lazy("column", "Type"), ("tyyppi", "laji", "typ", "slag", "type")),
    *_in_each_language("text", pgettext_lazy("column", "Finding")),
    Column("bottleneck", pgettext_lazy("column", "Bottleneck"), ("pullonkaula", "flaskhals")),
    Column("passage", pgettext_lazy("column", "Passage"), ("sivu", "sida", "page", "kohta", "stalle")),
)


@dataclass
class Recognised:
    """Which column stands where in a file, which heads nobody knows, and which stand twice."""

    at: dict[str, int] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)


def fold(text: str) -> str:
    """
    Return words so that small differences of writing do not matter.

    >>> fold("Nimi (suomi)"), fold(" name_FI ")
    ('nimi suomi', 'name fi')
    """
    return " ".join(re.findall(r"\w+", text.replace("_", " ").casefold()))


def recognise(heads: Sequence[str], columns: Iterable[Column]) -> Recognised:
    """Find out which head stands for which column, in whichever language it is written."""
    known: dict[str, str] = {}
    for column in columns:
        for also in (*column.also, *in_all_languages(column.head), column.key):
            known[fold(also)] = column.key
    found = Recognised()
    for place, head in enumerate(heads):
        key = known.get(fold(head))
        if key is None:
            if head:
                found.unknown.append(head)
        elif key in found.at:
            found.twice.append(head)
        else:
            found.at[key] = place
    return found


def in_all_languages(words: Any) -> list[str]:
    """Return words of the interface in each of its languages."""
    return list(in_every_language(words).as_dict().values())


def choice_of(written: str, choices: Iterable[tuple[str, Any]]) -> str | None:
    """Return which of a model's choices is meant, in whichever language it is written; None if none is."""
    wanted = fold(written)
    for value, label in choices:
        if wanted in {fold(value), *map(fold, in_all_languages(label))}:
            return value
    return None
