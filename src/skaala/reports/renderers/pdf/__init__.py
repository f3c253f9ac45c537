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

from skaala.reports.contents import Chart, Contents, Entry, Figure, Overview, Quote, Table
from skaala.reports.renderers.texts import (
    cell_text,
    clean,
    interval,
    labels_of,
    language_tag,
    percent,
    web_address,
)
from skaala.ui.typeset import LACKING

TEMPLATE = Path(__file__).with_name("report.typ")
LONG_WORD = re.compile(r"\S{41,}")
PIECE = 24
MOST_BARS = 12
"""A chart stays on one page; one with more bars is drawn in parts."""


def render(contents: Contents) -> bytes:
    """Return the report as a PDF."""
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"report": json.dumps(set_out(contents), ensure_ascii=False)},
        font_paths=_fonts(),
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
        font_paths=_fonts(),
    )
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> typst.Fonts:
    # Not the system's: the same report must look the same from every machine.
    return typst.Fonts(include_system_fonts=False)


def _text(words: str) -> str:
    """Return a clean text whose longest words may be broken, so that none runs out of the page."""
    return LONG_WORD.sub(
        lambda match: "\u200b".join(
            match.group()[start : start + PIECE] for start in range(0, len(match.group()), PIECE)
        ),
        clean(words),
    )


def _heading(words: str) -> str:
    """Return a text to stand as a heading; PDF/UA has no empty ones."""
    return _text(words) or "–"


def set_out(contents: Contents) -> dict[str, Any]:
    """Return what the template reads: texts clean, numbers written in the report's language."""
    with translation.override(contents.language):
        return {
            "language": language_tag(contents.language, "en"),
            "lacking": LACKING,
            "words": labels_of(contents),
            "title": _heading(contents.title),
            "plain_title": clean(contents.title) or "–",
            "running_title": shorten(clean(contents.title), 110, placeholder=" …"),
            "running_publishers": shorten(" · ".join(map(clean, contents.publishers)), 110, placeholder=" …"),
            "subtitle": _text(contents.subtitle),
            "imprint": [_text(line) for line in contents.imprint.splitlines()],
            "publishers": [_text(each) for each in contents.publishers],
            "version": contents.version,
            "date": _text(contents.date),
            "notices": [_text(each) for each in contents.notices],
            "address": web_address(contents.address),
            "summary": [_text(each) for each in contents.summary],
            "method": [_text(each) for each in contents.method],
            "sections": [
                {
                    "title": _heading(section.title),
                    "lead": _text(section.lead),
                    "entries": [_entry(entry, contents.language) for entry in section.entries],
                }
                for section in contents.sections
            ],
            "overview": _overview(contents.overview) if contents.overview else None,
            "tables": [_table(table) for table in contents.tables if table.columns],
            "steps": [interval(20 * step, 20 * step + (20 if step == 4 else 19)) for step in range(5)],
        }


def _entry(entry: Entry, language: str) -> dict[str, Any]:
    return {
        "number": _text(entry.number),
        "kind": _text(entry.kind_label),
        "title": _heading(entry.title),
        "paragraphs": [_text(each) for each in entry.paragraphs],
        "quotes": [_quote(quote, language) for quote in entry.quotes],
        "charts": [
            _chart(chart, chart.figures[start : start + MOST_BARS])
            for chart in entry.charts
            for start in range(0, len(chart.figures), MOST_BARS)
        ],
        "facts": [
            [key, _text(value)]
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
        "text": _text(quote.text),
        "translation": _text(quote.translation),
        "language": language_tag(quote.language, language),
        "where": _text(quote.where),
        "address": web_address(quote.address),
        "note": _text(quote.note),
    }


def _chart(chart: Chart, figures: tuple[Figure, ...]) -> dict[str, Any]:
    return {
        "title": _text(chart.title),
        "alternative": clean(chart.alternative) or clean(chart.title) or "–",
        "figures": [
            {
                "label": _text(figure.label),
                "about": _text(figure.about),
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
        "title": _heading(overview.title),
        "alternative": _text(overview.alternative),
        "columns": [_text(each) for each in overview.columns],
        "rows": [
            {
                "theme": _text(theme),
                "cells": [
                    None if share is None else {"share": share, "text": percent(share)} for share in shares
                ],
            }
            for theme, shares in overview.rows
        ],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": _heading(table.title),
        "note": _text(table.note),
        "columns": [_text(each) for each in table.columns],
        "rows": [
            [{"text": _text(cell_text(cell)), "number": isinstance(cell, int | float)} for cell in row]
            for row in table.rows
        ],
    }
