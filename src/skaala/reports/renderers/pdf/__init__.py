"""
The report as a tagged PDF (PDF/UA-1), set by Typst with the fonts that Typst brings.

All texts enter as data, never as markup, so nothing in a statement can change how the document is set.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from textwrap import shorten
from typing import Any

import typst
from django.utils import translation

from skaala.reports.contents import Alignment, Chart, Contents, Entry, Figure, Overview, Quote, Table
from skaala.reports.renderers.alignment import svg
from skaala.reports.renderers.texts import (
    UNHOLDABLE,
    cell_text,
    clean,
    foreign_texts,
    interval,
    labels_of,
    language_tag,
    percent,
    runs,
    statements_address,
    titled_summary,
    web_address,
)
from skaala.ui.typeset import LACKING

TEMPLATE = Path(__file__).with_name("report.typ")
LONG_WORD = re.compile(r"\S{41,}")
PIECE = 24
Foreign = tuple[tuple[str, str], ...]
MOST_BARS = 12
"""A chart stays on one page; one with more bars is drawn in parts."""


def render(contents: Contents) -> bytes:
    """Return the report as a PDF."""
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"report": json.dumps(set_out(contents), ensure_ascii=False)},
        font_paths=fonts(),
    )
    assert isinstance(made, bytes)
    return made


def render_pictures(contents: Contents, ppi: float = 72) -> list[bytes]:
    """Return each page as a PNG, for people who want to look."""
    made: Any = typst.compile(
        TEMPLATE.read_bytes(),
        format="png",
        ppi=ppi,
        sys_inputs={"report": json.dumps(set_out(contents), ensure_ascii=False)},
        font_paths=fonts(),
    )
    return made if isinstance(made, list) else [made]


@cache
def fonts() -> typst.Fonts:
    """Return the fonts that Typst brings."""
    # Not the system's: the same report must look the same from every machine.
    return typst.Fonts(include_system_fonts=False)


def literal(words: str) -> str:
    """Return a clean text whose longest words may be broken, so that none runs out of the page."""
    return LONG_WORD.sub(
        lambda match: "\u200b".join(
            match.group()[start : start + PIECE] for start in range(0, len(match.group()), PIECE)
        ),
        clean(words),
    )


def heading_text(words: str) -> str:
    """Return a text to stand as a heading; PDF/UA has no empty ones."""
    return literal(words) or "–"


def language_runs(words: str, foreign: Foreign) -> list[dict[str, str]]:
    """Return a text in pieces, each with its language; empty for the report's own."""
    pieces = ((literal(f"|{piece}|")[1:-1], code) for piece, code in runs(words, foreign))
    return [{"text": text, "language": language_tag(code, "")} for text, code in pieces if text]


def set_out(contents: Contents) -> dict[str, Any]:
    """Return what the template reads: texts clean, numbers written in the report's language."""
    foreign = foreign_texts(contents)
    with translation.override(contents.language):
        return {
            "language": language_tag(contents.language, "en"),
            "lacking": LACKING,
            "words": labels_of(contents),
            "title": heading_text(contents.title),
            "plain_title": clean(contents.title) or "–",
            "running_title": shorten(clean(contents.title), 110, placeholder=" …"),
            "running_publishers": shorten(" · ".join(map(clean, contents.publishers)), 110, placeholder=" …"),
            "subtitle": literal(contents.subtitle),
            "imprint": [literal(line) for line in contents.imprint.splitlines()],
            "publishers": [literal(each) for each in contents.publishers],
            "version": contents.version,
            "date": literal(contents.date),
            "notices": [literal(each) for each in contents.notices],
            "address": web_address(contents.address),
            "statements_at": statements_address(contents),
            "summary": _summary(contents, foreign),
            "profiles": _profiles(contents, foreign),
            "method": [literal(each) for each in contents.method],
            "sections": [
                {
                    "title": heading_text(section.title),
                    "lead": literal(section.lead),
                    "entries": [_entry(entry, contents.language, foreign) for entry in section.entries],
                }
                for section in contents.sections
            ],
            "overview": _overview(contents.overview) if contents.overview else None,
            "alignment": _alignment(contents.alignment) if contents.alignment else None,
            "lists": [_table(table, foreign) for table in contents.lists],
            "tables": [_table(table, foreign) for table in contents.tables if table.columns],
            "steps": [interval(20 * step, 20 * step + (20 if step == 4 else 19)) for step in range(5)],
        }


def _summary(contents: Contents, foreign: Foreign) -> list[dict[str, Any]]:
    return [
        {"title": literal(title), "text": language_runs(text, foreign)}
        for title, text in titled_summary(contents)
    ]


def _profiles(contents: Contents, foreign: Foreign) -> list[dict[str, Any]]:
    return [
        {
            "name": heading_text(profile.name),
            "paragraphs": [language_runs(each, foreign) for each in profile.paragraphs],
        }
        for profile in contents.profiles
    ]


def _entry(entry: Entry, language: str, foreign: Foreign) -> dict[str, Any]:
    return {
        "number": literal(entry.number),
        "kind": literal(entry.kind_label),
        "title": language_runs(entry.title, foreign) or [{"text": "–", "language": ""}],
        "paragraphs": [language_runs(each, foreign) for each in entry.paragraphs],
        "quotes": [_quote(quote, language) for quote in entry.quotes],
        "charts": [
            _chart(chart, chart.figures[start : start + MOST_BARS])
            for chart in entry.charts
            for start in range(0, len(chart.figures), MOST_BARS)
        ],
        "facts": [
            [key, literal(value)]
            for key, value in (
                ("takes", entry.who),
                ("when", entry.when),
                ("firmness", entry.firmness),
                ("source", entry.source),
                ("themes", ", ".join(entry.themes)),
            )
            if clean(value)
        ],
    }


def _quote(quote: Quote, language: str) -> dict[str, str]:
    return {
        "text": literal(quote.text),
        "translation": literal(quote.translation),
        "language": language_tag(quote.language, language),
        "where": literal(quote.where),
        "address": web_address(quote.address),
        "note": literal(quote.note),
    }


def _chart(chart: Chart, figures: tuple[Figure, ...]) -> dict[str, Any]:
    return {
        "title": literal(chart.title),
        "alternative": clean(chart.alternative) or clean(chart.title) or "–",
        "figures": [
            {
                "label": literal(figure.label),
                "about": literal(figure.about),
                "share": figure.share,
                "low": figure.low,
                "high": figure.high,
                "share_text": percent(figure.share),
                "interval": interval(figure.low, figure.high),
                "votes": cell_text(figure.votes),
            }
            for figure in figures
        ],
    }


def _overview(overview: Overview) -> dict[str, Any]:
    return {
        "title": heading_text(overview.title),
        "alternative": literal(overview.alternative),
        "columns": [literal(each) for each in overview.columns],
        "rows": [
            {
                "theme": literal(theme),
                "cells": [
                    None if share is None else {"share": share, "text": percent(share)} for share in shares
                ],
            }
            for theme, shares in overview.rows
        ],
    }


def _alignment(alignment: Alignment) -> dict[str, Any]:
    return {
        "title": heading_text(alignment.title),
        "alternative": clean(alignment.alternative),
        "picture": UNHOLDABLE.sub("", svg(alignment)),
    }


def _table(table: Table, foreign: Foreign) -> dict[str, Any]:
    return {
        "title": heading_text(table.title),
        "note": literal(table.note),
        "columns": [literal(each) for each in table.columns],
        "rows": [
            [
                {
                    "text": literal(cell_text(cell)),
                    "runs": language_runs(cell_text(cell), foreign),
                    "number": isinstance(cell, int | float),
                }
                for cell in row
            ]
            for row in table.rows
        ],
    }
