"""
What a report says, in one language, before anybody has decided how it looks: the one list that all renderers read.

Pure data: page, PDF, slides, sheet and JSON are made of the same contents, so they cannot disagree. Texts are plain
(no markup); shares are whole per cents; nothing here is about fewer than five people.
"""

from __future__ import annotations

from dataclasses import dataclass, field

LATER = {"is_later": True}
"""Marks a field that came after reports had been published: where it has its default, it is left out of data and JSON."""


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
    """Where it came from, or who translated it; may be empty."""
    translation: str = field(default="", metadata=LATER)
    """The same in the report's language, where it was written in another one and somebody translated it."""


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
    bound: str = field(default="", metadata=LATER)
    """at_least or at_most where the share is a bound, which the label says as well."""


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
    """Theme, and by perspective the mean share that agrees, per cent; None where nothing may be told."""


@dataclass(frozen=True)
class Profile:
    """A theme in a few sentences, with the numbers of its statements."""

    name: str
    paragraphs: tuple[str, ...]
    statements: tuple[int, ...]


@dataclass(frozen=True)
class Mark:
    """The statement of a theme that a perspective agrees with most."""

    number: int
    """Of the statement."""
    label: str
    """Its share as far as it may be told, and its number, in the report's language."""
    share: int | None = None
    """None where only words may tell it."""
    bound: str = ""
    """at_least or at_most where the share is a bound."""


@dataclass(frozen=True)
class AlignmentRow:
    """One theme: what each perspective agrees with most, and where they part."""

    theme: str
    marks: tuple[Mark | None, ...]
    """By perspective; None where most agree with nothing, or too few voted."""
    parting: str = ""
    """A sentence; empty where no difference is beyond chance."""


@dataclass(frozen=True)
class Alignment:
    """The picture of perspectives, theme by theme; the list `alignment` is the table behind it."""

    title: str
    alternative: str
    perspectives: tuple[str, ...]
    rows: tuple[AlignmentRow, ...]


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
    rule: int = field(default=1, metadata=LATER)
    """By which rule shares are told, see :mod:`skaala.reports.figures.vote_snapshot`."""
    labels: tuple[tuple[str, str], ...] = field(default=(), metadata=LATER)
    """Of a published version: the files' own words (key, word) as they were then; a file made later uses them."""
    imprint: str = field(default="", metadata=LATER)
    """Who answers for it: name, address and the like of the organisation that owns the series; lines of plain text."""
    summary_titles: tuple[str, ...] = field(default=(), metadata=LATER)
    """A heading for each paragraph of the summary; empty where one goes on from the paragraph before. None for a summary that a person wrote."""
    profiles: tuple[Profile, ...] = field(default=(), metadata=LATER)
    lists: tuple[Table, ...] = field(default=(), metadata=LATER)
    """The agreed, divisive and uncertain statements, and what each perspective agrees with most."""
    statements: Table | None = field(default=None, metadata=LATER)
    """Every statement with its votes, by number: for the web and the sheet."""
    alignment: Alignment | None = field(default=None, metadata=LATER)
    """The picture of what each perspective agrees with most."""
    spoken: tuple[tuple[str, str], ...] = field(default=(), metadata=LATER)
    """Texts in another language than the report's, each with its language."""
