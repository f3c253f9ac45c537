"""A report's contents ready for HTML: quotations marked with their language, charts with ids of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from skaala.reports.contents import Chart, Contents, Entry, Overview, Quote, Table
from skaala.reports.figures.counts import is_figure
from skaala.reports.renderers.alignment import Picture, picture
from skaala.reports.renderers.page.beeswarm import Dot, beeswarm
from skaala.reports.renderers.texts import foreign_texts, runs, titled_summary

SHOWN_AT_ONCE = 3
"""Findings of a section, and themes, that a phone shows before one asks for more."""
Foreign = tuple[tuple[str, str], ...]
"""Texts in another language than the report's, each with its language."""
FINDING = re.compile(r"\((\d+\.\d+)\)")
STATEMENT = re.compile(r"\[(\d+)\]")


Onward = Sequence[tuple[str, str]]
"""What came of a finding, outside the report: the names and addresses of pages."""


@dataclass(frozen=True)
class FindingView:
    """One finding with its words as HTML."""

    entry: Entry
    anchor: str
    title: SafeString
    paragraphs: list[SafeString]
    quotes: list[Quote]
    charts: list[tuple[str, Chart]]
    is_quotation: bool
    """The title quotes the statement already."""
    onward: Onward = ()


@dataclass(frozen=True)
class SectionView:
    """A section with its findings."""

    key: str
    title: str
    lead: str
    entries: list[FindingView]

    @property
    def first(self) -> list[FindingView]:
        """The surest findings, which are seen at once."""
        return self.entries[: at_once(self.entries)]

    @property
    def others(self) -> list[FindingView]:
        """The findings behind a heading of their own."""
        return self.entries[at_once(self.entries) :]


@dataclass(frozen=True)
class TableView:
    """A table as the component wants it."""

    table: Table
    columns: list[dict[str, Any]]
    rows: list[tuple[Any, ...]]

    @property
    def bars(self) -> list[tuple[Any, ...]]:
        """The first two columns of numbers, as a chart of bars wants them."""
        numbers = [place for place, column in enumerate(self.columns) if column["numeric"]][:2]
        return [(row[0], *(row[place] for place in numbers)) for row in self.table.rows]


@dataclass(frozen=True)
class OverviewView:
    """The whole on one page, as a table."""

    columns: list[dict[str, Any]]
    rows: list[tuple[str, ...]]


@dataclass(frozen=True)
class ProfileView:
    """A theme in a few sentences."""

    name: str
    paragraphs: list[SafeString]


@dataclass(frozen=True)
class ReportView:
    """All that a template draws of a report."""

    contents: Contents
    sections: list[SectionView]
    tables: list[TableView]
    summary: list[tuple[str, SafeString]]
    """Paragraphs, each with its heading if it has one."""
    overview: OverviewView | None
    profiles: list[ProfileView]
    lists: list[TableView]
    swarm: list[Dot]
    alignment: Picture | None
    statements: TableView | None
    """Every statement, where there is no page of its own for them."""

    @property
    def first_profiles(self) -> list[ProfileView]:
        """The themes with most statements, which are seen at once."""
        return self.profiles[: at_once(self.profiles)]

    @property
    def other_profiles(self) -> list[ProfileView]:
        """The themes behind a heading of their own."""
        return self.profiles[at_once(self.profiles) :]


def at_once(items: Sequence[object]) -> int:
    """Return how many are seen at once: three, or all of them where only one would be left out."""
    return len(items) if len(items) <= SHOWN_AT_ONCE + 1 else SHOWN_AT_ONCE


def show(
    contents: Contents, statements_at: str = "", onward: Mapping[str, Onward] | None = None
) -> ReportView:
    """
    Return ``contents`` ready for a template.

    :param statements_at: address of the page of all statements; without it they are on this one
    :param onward: by finding what came of it since; it is no part of the version
    """
    onward = onward or {}
    foreign = foreign_texts(contents)
    anchors = {
        entry.number: f"finding-{entry.id}" for section in contents.sections for entry in section.entries
    }

    def with_links(text: str) -> SafeString:
        return linked(marked(text, foreign), anchors, statements_at)

    def table(one: Table) -> TableView:
        return table_view(one, foreign, with_links)

    return ReportView(
        contents=contents,
        sections=[
            SectionView(
                part.key,
                part.title,
                part.lead,
                [finding_view(entry, foreign, onward.get(entry.id, ())) for entry in part.entries],
            )
            for part in contents.sections
        ],
        tables=[table(one) for one in contents.tables],
        summary=[(title, with_links(text)) for title, text in titled_summary(contents)],
        overview=overview_view(contents.overview) if contents.overview else None,
        profiles=[
            ProfileView(profile.name, [with_links(text) for text in profile.paragraphs])
            for profile in contents.profiles
        ],
        lists=[table(one) for one in contents.lists],
        swarm=beeswarm(contents.statements) if contents.statements else [],
        alignment=picture(contents.alignment) if contents.alignment else None,
        statements=statements_view(contents) if contents.statements and not statements_at else None,
    )


def statements_view(contents: Contents, rows: Sequence[tuple[Any, ...]] | None = None) -> TableView | None:
    """Return every statement as a table whose numbers can be linked to, in another order if one is given."""
    table = contents.statements
    if table is None:
        return None
    view = table_view(
        replace(table, rows=tuple(rows)) if rows is not None else table, foreign_texts(contents)
    )
    numbered = [
        (row[0], format_html('<span id="s-{}">{}</span>', row[1], row[1]), *row[2:]) for row in view.rows
    ]
    return replace(view, rows=numbered)


def linked(html: SafeString, anchors: Mapping[str, str], statements_at: str = "") -> SafeString:
    """Turn the numbers of findings and statements in a text into links; what is linked is made of digits alone."""

    def finding(match: re.Match[str]) -> str:
        anchor = anchors.get(match[1])
        return f'(<a href="#{anchor}">{match[1]}</a>)' if anchor else match[0]

    made = FINDING.sub(finding, html)
    return SafeString(STATEMENT.sub(rf'[<a href="{statements_at}#s-\1">\1</a>]', made))


def overview_view(overview: Overview) -> OverviewView:
    """Return the overview ready for a template, shares with their sign."""
    heads: list[dict[str, Any]] = [{"label": pgettext("column", "Theme")}]
    return OverviewView(
        columns=[*heads, *({"label": column, "numeric": True} for column in overview.columns)],
        rows=[
            (theme, *("–" if share is None else f"{share} %" for share in shares))
            for theme, shares in overview.rows
        ],
    )


def finding_view(entry: Entry, foreign: Foreign, onward: Onward = ()) -> FindingView:
    """Return one finding ready for a template."""
    return FindingView(
        entry=entry,
        anchor=f"finding-{entry.id}",
        title=marked(entry.title, foreign),
        paragraphs=[marked(text, foreign) for text in entry.paragraphs],
        quotes=list(entry.quotes),
        charts=[(f"chart-{entry.id}-{number}", chart) for number, chart in enumerate(entry.charts)],
        is_quotation=len(entry.quotes) == 1 and entry.quotes[0].text in entry.title,
        onward=onward,
    )


def table_view(
    table: Table, foreign: Foreign = (), written: Callable[[str], SafeString] | None = None
) -> TableView:
    """Return a table ready for the component: numbers stand to the right, statements are marked with their language."""
    numeric = [all(is_figure(row[place]) for row in table.rows) for place in range(len(table.columns))]
    write = written or (lambda text: marked(text, foreign))

    def cell(value: Any) -> Any:
        if value is None:
            return "–"
        return write(value) if isinstance(value, str) else value

    return TableView(
        table=table,
        columns=[
            {"label": label, "numeric": number} for label, number in zip(table.columns, numeric, strict=True)
        ],
        rows=[tuple(cell(value) for value in row) for row in table.rows],
    )


def marked(text: str, foreign: Foreign) -> SafeString:
    """Return ``text`` as HTML in which what is in another language says which."""
    pieces = runs(text, foreign)
    return format_html_join("", "{}", ((_piece(piece, code),) for piece, code in pieces))


def _piece(text: str, code: str) -> SafeString:
    return format_html('<span lang="{}">{}</span>', code, text) if code else format_html("{}", text)
