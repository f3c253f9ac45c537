"""The columns of the files in which support measures and a study's findings come and go, in all three languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import override, pgettext_lazy

from skaala.ui.texts import LANGUAGES


@dataclass(frozen=True)
class Column:
    """One column: the name it has in the program, its head in a file we write, and heads that others write."""

    key: str
    head: Any
    also: tuple[str, ...] = ()


MEASURES = (
    Column("kind", pgettext_lazy("column", "Kind"), ("tyyppi", "laji", "typ", "slag", "type")),
    Column("name_fi", pgettext_lazy("column", "Name in Finnish"), ("nimi", "nimi suomi")),
    Column("name_sv", pgettext_lazy("column", "Name in Swedish"), ("namn", "namn svenska")),
    Column("name_en", pgettext_lazy("column", "Name in English"), ("name",)),
    Column("description_fi", pgettext_lazy("column", "Description in Finnish"), ("kuvaus",)),
    Column("description_sv", pgettext_lazy("column", "Description in Swedish"), ("beskrivning",)),
    Column("description_en", pgettext_lazy("column", "Description in English"), ("description",)),
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
    Column("kind", pgettext_lazy("column", "Kind"), ("tyyppi", "laji", "typ", "slag", "type")),
    Column(
        "text_fi", pgettext_lazy("column", "Finding in Finnish"), ("havainto", "teksti", "havainto suomi")
    ),
    Column("text_sv", pgettext_lazy("column", "Finding in Swedish"), ("iakttagelse", "text sv")),
    Column("text_en", pgettext_lazy("column", "Finding in English"), ("finding", "text")),
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
    said = []
    for language in LANGUAGES:
        with override(language):
            said.append(str(words))
    return said


def choice_of(written: str, choices: Iterable[tuple[str, Any]]) -> str | None:
    """Return which of a model's choices is meant, in whichever language it is written; None if none is."""
    wanted = fold(written)
    for value, label in choices:
        if wanted in {fold(value), *map(fold, in_all_languages(label))}:
            return value
    return None
