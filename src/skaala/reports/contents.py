"""
What a report says, in one language, before anybody has decided how it looks: the one list that all renderers read.

Pure data: page, PDF, slides, sheet and JSON are made of the same contents, so they cannot disagree. Texts are plain
(no markup); shares are whole per cents; nothing here is about fewer than five people.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Quote:
    """A statement in the language it was written in, and where it stands."""

    text: str
    language: str
    where: str
    """The workshop it was said in, in the report's language."""
    address: str = ""
    """Absolute address of the statement among the results of its board; empty where it has none."""
    note: str = ""
    """The same in the report's language, or where it came from; may be empty."""


@dataclass(frozen=True)
class Figure:
    """One share with its interval: what a sentence, a bar and a cell of the sheet show alike."""

    key: str
    """Names the figure for ever within its report, for `skaala report verify`: `<finding>.<statement>.<who>.<side>`."""
    label: str
    """Who: a perspective, an opinion group or everyone, in the report's language."""
    share: int
    low: int
    high: int
    """95 % interval (Wilson) of the share, per cent."""
    votes: int
    """How many votes it is a share of; at least five."""
    about: str = ""
    """What is shared, where the label alone does not say: "agree", say."""


@dataclass(frozen=True)
class Chart:
    """Bars of figures; a table of the same stands beside it wherever it is drawn."""

    title: str
    alternative: str
    """What the chart shows, in a sentence or two, for those who do not see it."""
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Entry:
    """One finding as the reader meets it."""

    id: str
    """Stable over versions; the fragment of its deep link is `finding-<id>`."""
    number: str
    kind: str
    kind_label: str
    title: str
    """The finding in one sentence."""
    paragraphs: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    charts: tuple[Chart, ...] = ()
    firmness: str = ""
    """In words, how far this carries: how many votes, how stable the groups."""
    who: str = ""
    """Of a next step: which organisations take it."""
    when: str = ""
    """Of a next step: by when."""
    source: str = ""
    """Of a finding that does not come from the boards: the study it comes from."""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """Findings that belong together: a kind of finding, or what each workshop added."""

    key: str
    title: str
    lead: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Table:
    """A table with a heading row; the first column names the row. Numbers stay numbers for the sheet."""

    key: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


@dataclass(frozen=True)
class Overview:
    """The whole on one page: perspectives × themes with the strength of agreement."""

    title: str
    alternative: str
    columns: tuple[str, ...]
    """The perspectives."""
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    """Theme, and by perspective the mean share that agrees, per cent; None where fewer than five voted."""


@dataclass(frozen=True)
class Contents:
    """A whole report in one language."""

    language: str
    title: str
    subtitle: str
    publishers: tuple[str, ...]
    version: int
    """0 before anything is published."""
    date: str
    """Of publication, or of the draft, as the reader's language writes it."""
    is_draft: bool
    is_simulated: bool
    notices: tuple[str, ...]
    """What must stand on every page and slide: that it is a draft, that it is simulated; in the report's language."""
    address: str
    """Absolute address of the report's page."""
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    overview: Overview | None = None
    tables: tuple[Table, ...] = ()
    method: tuple[str, ...] = ()
    """How the figures were made and how far they carry, in paragraphs."""


def to_data(contents: Contents) -> dict[str, Any]:
    """Return the contents as plain data for JSON."""
    return dataclasses.asdict(contents)


def from_data(data: Mapping[str, Any]) -> Contents:
    """
    Return the contents that :func:`to_data` wrote.

    :raises TypeError: if ``data`` has fields that contents do not have, or lacks some
    """
    made: Contents = _build(Contents, data)
    return made


def _build(wanted: Any, value: Any) -> Any:
    if dataclasses.is_dataclass(wanted):
        hints = typing.get_type_hints(wanted)
        make = typing.cast(Callable[..., Any], wanted)
        return make(**{name: _build(hints[name], each) for name, each in value.items()})
    kind, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if kind is tuple:
        if inner[-1] is Ellipsis:
            return tuple(_build(inner[0], each) for each in value)
        return tuple(_build(each, part) for each, part in zip(inner, value, strict=True))
    if kind is types.UnionType and value is not None:
        shapes = [each for each in inner if dataclasses.is_dataclass(each)]
        return _build(shapes[0], value) if shapes else value
    return value
