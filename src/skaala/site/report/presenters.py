"""Every statement of a report in the order that a reader wants."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

from skaala.reports.contents import Contents
from skaala.reports.renderers.page.presenters import TableView, statements_view

NUMBER = 1
"""The column by which they are sorted at first."""


def sorted_statements(contents: Contents, wanted: str) -> TableView | None:
    """Return all statements sorted by the column ``wanted`` ("-2": the third, downwards); its heads sort by the others."""
    table = contents.statements
    if table is None:
        return None
    column, is_down = _order(wanted, len(table.columns))
    rows = sorted(table.rows, key=lambda row: _key(row[column]), reverse=is_down)
    rows.sort(key=lambda row: row[column] is None)  # what is not given comes last either way
    view = statements_view(contents, rows)
    heads = [
        {
            **head,
            "href": f"?sort={'-' if place == column and not is_down else ''}{place}",
            "direction": ("descending" if is_down else "ascending") if place == column else "",
        }
        for place, head in enumerate(view.columns if view else ())
    ]
    return replace(view, columns=heads) if view else None


def _order(wanted: str, columns: int) -> tuple[int, bool]:
    with suppress(ValueError):
        if abs(int(wanted)) < columns:
            return abs(int(wanted)), wanted.startswith("-")
    return NUMBER, False


def _key(cell: Any) -> tuple[int, float, str]:
    """Sort numbers by their size, bounds by theirs, and words after them."""
    if isinstance(cell, int | float):
        return 0, float(cell), ""
    digits = str(cell or "").lstrip("≥≤≈ ")
    return (0, float(digits), "") if digits.isdigit() else (1, 0.0, str(cell or "").casefold())
