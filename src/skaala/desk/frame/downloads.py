"""Files to download, and tables as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from skaala.tables.writing import CSV_TYPE, XLSX_TYPE, Sheet, csv_for_excel, workbook


@dataclass(frozen=True)
class Table:
    """Rows of words with their heads; ``name`` goes into the file's name, ``title`` onto the sheet."""

    name: str
    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[str]]


def download(content: bytes, *, content_type: str, name: str) -> HttpResponse:
    """Answer with a file to be saved under ``name``."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def table_download(request: HttpRequest, table: Table, *, prefix: str = "") -> HttpResponse:
    """Answer with the table as CSV, or as XLSX if the address says so; the name carries today's date."""
    is_sheet = request.GET.get("as") == "xlsx"
    return download(
        as_xlsx(table) if is_sheet else as_csv(table),
        content_type=XLSX_TYPE if is_sheet else CSV_TYPE,
        name=f"{prefix}{table.name}-{timezone.localdate().isoformat()}.{'xlsx' if is_sheet else 'csv'}",
    )


def as_csv(table: Table) -> bytes:
    """Return the table as CSV for Excel."""
    return csv_for_excel(chain([table.heads], table.rows))


def as_xlsx(table: Table) -> bytes:
    """Return the table as an Excel workbook with one sheet; every cell is text."""
    rows = chain([table.heads], table.rows)
    return workbook([Sheet(table.title, rows, frozen_columns=1, column_width=24)])
