"""A report's contents ready for HTML: quotations marked with their language, charts with ids of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from skaala.reports.contents import Chart, Contents, Entry, Overview, Quote, Table
from skaala.reports.figures.counts import is_figure


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


@dataclass(frozen=True)
class SectionView:
    """A section with its findings."""

    key: str
    title: str
    lead: str
    entries: list[FindingView]


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
class ReportView:
    """All that a template draws of a report."""

    contents: Contents
    sections: list[SectionView]
    tables: list[TableView]
    summary: list[SafeString]
    overview: OverviewView | None


def show(contents: Contents) -> ReportView:
    """Return ``contents`` ready for a template."""
    every_quote = [quote for part in contents.sections for entry in part.entries for quote in entry.quotes]
    return ReportView(
        contents=contents,
        sections=[
            SectionView(
                part.key,
                part.title,
                part.lead,
                [finding_view(entry, contents.language) for entry in part.entries],
            )
            for part in contents.sections
        ],
        tables=[table_view(table, contents.language, every_quote) for table in contents.tables],
        summary=[marked(text, every_quote, contents.language) for text in contents.summary],
        overview=overview_view(contents.overview) if contents.overview else None,
    )


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


def finding_view(entry: Entry, language: str) -> FindingView:
    """Return one finding ready for a template."""
    return FindingView(
        entry=entry,
        anchor=f"finding-{entry.id}",
        title=marked(entry.title, entry.quotes, language),
        paragraphs=[marked(text, entry.quotes, language) for text in entry.paragraphs],
        quotes=list(entry.quotes),
        charts=[(f"chart-{entry.id}-{number}", chart) for number, chart in enumerate(entry.charts)],
        is_quotation=len(entry.quotes) == 1 and entry.quotes[0].text in entry.title,
    )


def table_view(table: Table, language: str, quotes: Sequence[Quote] = ()) -> TableView:
    """Return a table ready for the component: numbers stand to the right, statements are marked with their language."""
    numeric = [all(is_figure(row[place]) for row in table.rows) for place in range(len(table.columns))]
    by_text = {quote.text: quote.language for quote in quotes}

    def cell(value: Any) -> Any:
        if value is None:
            return "–"
        other = by_text.get(value) if isinstance(value, str) else None
        return (
            format_html('<span lang="{}">{}</span>', other, value) if other and other != language else value
        )

    return TableView(
        table=table,
        columns=[
            {"label": label, "numeric": number} for label, number in zip(table.columns, numeric, strict=True)
        ],
        rows=[tuple(cell(value) for value in row) for row in table.rows],
    )


def marked(text: str, quotes: Sequence[Quote], language: str) -> SafeString:
    """Return ``text`` as HTML in which a quotation in another language says which."""
    for quote in quotes:
        if quote.language not in {"", language} and quote.text and quote.text in text:
            before, _, after = text.partition(quote.text)
            return format_html('{}<span lang="{}">{}</span>{}', before, quote.language, quote.text, after)
    return format_html("{}", text)
