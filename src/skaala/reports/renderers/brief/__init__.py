"""
The brief: a report on two pages, as a tagged PDF (PDF/UA-1): the summary, then the surest and the most divided statements.

It leaves out and never cuts: a statement is there whole or not at all.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pypdf
import typst
from django.utils import translation

from skaala.reports.contents import Contents, Table
from skaala.reports.renderers.pdf import fonts, heading_text, language_runs, literal
from skaala.reports.renderers.texts import (
    cell_text,
    clean,
    foreign_texts,
    labels_of,
    language_tag,
    statements_address,
    titled_summary,
    web_address,
)
from skaala.ui.typeset import LACKING

TEMPLATE = Path(__file__).with_name("brief.typ")
MOST_PAGES = 2
ROWS = (9, 7, 5, 4, 3, 2, 1, 0)
"""How many statements of a list are tried, until the brief keeps to its pages."""
FEWEST_PARAGRAPHS = 1


def render(contents: Contents) -> bytes:
    """Return the brief as a PDF of two pages at most."""
    made = b""
    for rows, paragraphs in _tries(contents):
        made = _compile(set_out(contents, rows, paragraphs))
        if len(pypdf.PdfReader(io.BytesIO(made)).pages) <= MOST_PAGES:
            break
    return made


def _tries(contents: Contents) -> list[tuple[int, int]]:
    """Return how many rows and paragraphs are tried: fewer statements first, then a shorter summary."""
    whole = len(contents.summary)
    shorter = range(whole - 1, FEWEST_PARAGRAPHS - 1, -1)
    return [*((rows, whole) for rows in ROWS), *((0, paragraphs) for paragraphs in shorter)]


def _compile(data: dict[str, Any]) -> bytes:
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"report": json.dumps(data, ensure_ascii=False)},
        font_paths=fonts(),
    )
    assert isinstance(made, bytes)
    return made


def set_out(contents: Contents, rows: int, paragraphs: int) -> dict[str, Any]:
    """Return what the template reads."""
    foreign = foreign_texts(contents)
    with translation.override(contents.language):
        return {
            "language": language_tag(contents.language, "en"),
            "lacking": LACKING,
            "words": labels_of(contents),
            "title": heading_text(contents.title),
            "plain_title": clean(contents.title) or "–",
            "subtitle": literal(contents.subtitle),
            "publishers": [literal(each) for each in contents.publishers],
            "version": contents.version,
            "date": literal(contents.date),
            "notices": [literal(each) for each in contents.notices],
            "address": web_address(contents.address),
            "statements_at": statements_address(contents),
            "summary": [
                {"title": literal(title), "text": language_runs(text, foreign)}
                for title, text in titled_summary(contents)[:paragraphs]
            ],
            "lists": [
                {
                    "title": heading_text(table.title),
                    "columns": [literal(each) for each in table.columns],
                    "rows": [
                        [language_runs(cell_text(cell), foreign) for cell in row] for row in table.rows[:rows]
                    ],
                }
                for table in _lists(contents)
                if rows
            ],
        }


def _lists(contents: Contents) -> list[Table]:
    return [table for table in contents.lists if table.key in {"agreed", "divisive", "uncertain"}]
