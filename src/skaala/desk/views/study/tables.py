"""Support measures and findings taken in from a table, after a look at what each row would do; and given out as one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.actions import columns, operations, queries
from skaala.actions.models import Study
from skaala.actions.reading import Reading, read_findings, read_measures
from skaala.actions.table_file import Sheet
from skaala.desk import export as exports
from skaala.desk import study_files
from skaala.desk.forms.study import MeasureFilterForm, TableForm
from skaala.desk.sections import find_series
from skaala.desk.studies import find_study, study_page
from skaala.series.models import Series
from skaala.tables.reading import UnreadableTable


@dataclass(frozen=True)
class Matter:
    """What kind of table it is: how it is read and taken in, and where its pages lie."""

    here: str
    heading: str
    columns: tuple[columns.Column, ...]
    read: Callable[[Sheet, Study | None], Reading]
    take_in: Callable[[Sheet, Study | None], Reading]
    address: str
    file: str
    studies: list[Study]
    asks_for_study: bool


def measures(request: HttpRequest, slug: str) -> HttpResponse:
    """Take support measures in."""
    series = find_series(slug)
    matter = Matter(
        here="measures",
        heading=_("Support measures from a table"),
        columns=columns.MEASURES,
        read=lambda sheet, study: read_measures(sheet, study=study),
        take_in=lambda sheet, study: operations.take_in_measures(sheet=sheet, study=study),
        address=reverse("desk:take-in-measures", args=[slug]),
        file=reverse("desk:measures-file", args=[slug]),
        studies=list(queries.studies(series)),
        asks_for_study=True,
    )
    return _table(request, series, matter)


def findings(request: HttpRequest, slug: str, study_id: int) -> HttpResponse:
    """Take findings of a study in."""
    series = find_series(slug)
    study = find_study(series, study_id)
    matter = Matter(
        here="study",
        heading=_("Findings from a table"),
        columns=columns.FINDINGS,
        read=lambda sheet, _study: read_findings(sheet, study=study),
        take_in=lambda sheet, _study: operations.take_in_findings(sheet=sheet, study=study),
        address=reverse("desk:take-in-findings", args=[slug, study.pk]),
        file=reverse("desk:findings-file", args=[slug, study.pk]),
        studies=[study],
        asks_for_study=False,
    )
    return _table(request, series, matter)


def _table(request: HttpRequest, series: Series, matter: Matter) -> HttpResponse:
    """Ask for a file; show what its rows would do; on yes do it."""
    if request.method == "POST" and "table" in request.POST:
        return _take_in(request, series, matter)
    is_sent = request.method == "POST"
    form = TableForm(
        request.POST if is_sent else None, request.FILES if is_sent else None, studies=matter.studies
    )
    if is_sent and form.is_valid():
        sheet = form.cleaned_data["file"]
        return _show(request, series, matter, sheet, form.study, matter.read(sheet, form.study))
    return _page(request, series, matter, form=form, status=422 if form.errors else 200)


def _take_in(request: HttpRequest, series: Series, matter: Matter) -> HttpResponse:
    chosen = request.POST.get("from_study", "")
    study = next((one for one in matter.studies if str(one.pk) == chosen), None)
    try:
        sheet = Sheet.from_plain(json.loads(request.POST["table"]))
    except (UnreadableTable, json.JSONDecodeError, RecursionError):
        messages.error(request, _("The table did not come through whole. Choose the file again."))
        return redirect(matter.address)
    reading = matter.take_in(sheet, study)
    if not reading.lines:
        return _show(request, series, matter, sheet, study, reading)
    messages.success(request, _told(reading))
    return redirect(f"desk:{matter.here}", series.slug)


def _told(reading: Reading) -> str:
    """Say in one line what became of the rows."""
    parts = [
        ngettext("%(number)s row added.", "%(number)s rows added.", reading.added)
        % {"number": reading.added},
        ngettext("%(number)s row changed.", "%(number)s rows changed.", reading.changed)
        % {"number": reading.changed},
    ]
    if reading.bad_rows:
        parts.append(
            ngettext("%(number)s row left out.", "%(number)s rows left out.", reading.bad_rows)
            % {"number": reading.bad_rows}
        )
    return " ".join(parts)


def _show(
    request: HttpRequest, series: Series, matter: Matter, sheet: Sheet, study: Study | None, reading: Reading
) -> HttpResponse:
    again = TableForm(studies=matter.studies, initial={"from_study": str(study.pk) if study else ""})
    return _page(
        request,
        series,
        matter,
        form=again,
        reading=reading,
        table=json.dumps(sheet.plain(), ensure_ascii=False),
        chosen_study=study,
        illustrative=bool(study and study.is_illustrative),
        status=200 if reading.lines else 422,
    )


def _page(
    request: HttpRequest, series: Series, matter: Matter, *, form: TableForm, status: int, **context: Any
) -> HttpResponse:
    return study_page(
        request,
        "desk/study/table.html",
        series,
        here=matter.here,
        beneath=matter.heading,
        status=status,
        matter=matter,
        heading=matter.heading,
        form=form,
        back=reverse(f"desk:{matter.here}", args=[series.slug]),
        **context,
    )


def measures_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the measures that the list shows as a file."""
    find_series(slug)
    found = queries.find_measures(**MeasureFilterForm(request.GET).wanted())
    return _file(request, study_files.measures(found))


def findings_file(request: HttpRequest, slug: str, study_id: int) -> HttpResponse:
    """Give what a study found as a file."""
    study = find_study(find_series(slug), study_id)
    return _file(request, study_files.findings(study.findings.select_related("bottleneck")))


def _file(request: HttpRequest, table: exports.Table) -> HttpResponse:
    is_sheet = request.GET.get("as") == "xlsx"
    content = exports.as_xlsx(table) if is_sheet else exports.as_csv(table)
    response = HttpResponse(content, content_type=exports.XLSX if is_sheet else exports.CSV)
    name = f"{table.name}-{timezone.localdate().isoformat()}.{'xlsx' if is_sheet else 'csv'}"
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    return response
