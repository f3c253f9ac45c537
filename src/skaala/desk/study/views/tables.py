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
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.desk.frame.downloads import table_download
from skaala.desk.frame.lookups import find_series
from skaala.desk.study.forms import MeasureFilterForm, TableForm
from skaala.desk.study.presenters import find_study, study_page
from skaala.desk.study.tables import findings_table, measures_table
from skaala.evidence import operations, queries
from skaala.evidence.messages import columns
from skaala.evidence.models import Study
from skaala.evidence.queries.reading import Reading, read_findings, read_measures
from skaala.evidence.rules.table_file import Sheet
from skaala.series.models import Series
from skaala.tables.reading import UnreadableTable


@dataclass(frozen=True)
class TableImportSpec:
    """What kind of table it is: how it is read and taken in, and where its pages lie."""

    here: str
    heading: str
    columns: tuple[columns.Column, ...]
    read: Callable[[Sheet, Study | None], Reading]
    import_rows: Callable[[Sheet, Study | None], Reading]
    address: str
    file: str
    studies: list[Study]
    asks_for_study: bool


def measures(request: HttpRequest, slug: str) -> HttpResponse:
    """Take support measures in."""
    series = find_series(slug)
    spec = TableImportSpec(
        here="measures",
        heading=_("Support measures from a table"),
        columns=columns.MEASURES,
        read=lambda sheet, study: read_measures(sheet, study=study, owner=series.tenant),
        import_rows=lambda sheet, study: operations.import_measures(
            sheet=sheet, study=study, owner=series.tenant
        ),
        address=reverse("desk:take-in-measures", args=[slug]),
        file=reverse("desk:measures-file", args=[slug]),
        studies=list(queries.studies(series)),
        asks_for_study=True,
    )
    return _table(request, series, spec)


def findings(request: HttpRequest, slug: str, study_id: int) -> HttpResponse:
    """Take findings of a study in."""
    series = find_series(slug)
    study = find_study(series, study_id)
    spec = TableImportSpec(
        here="study",
        heading=_("Findings from a table"),
        columns=columns.FINDINGS,
        read=lambda sheet, _study: read_findings(sheet, study=study),
        import_rows=lambda sheet, _study: operations.import_findings(sheet=sheet, study=study),
        address=reverse("desk:take-in-findings", args=[slug, study.pk]),
        file=reverse("desk:findings-file", args=[slug, study.pk]),
        studies=[study],
        asks_for_study=False,
    )
    return _table(request, series, spec)


def _table(request: HttpRequest, series: Series, spec: TableImportSpec) -> HttpResponse:
    """Ask for a file; show what its rows would do; on yes do it."""
    if request.method == "POST" and "table" in request.POST:
        return _import(request, series, spec)
    is_sent = request.method == "POST"
    form = TableForm(
        request.POST if is_sent else None, request.FILES if is_sent else None, studies=spec.studies
    )
    if is_sent and form.is_valid():
        sheet = form.cleaned_data["file"]
        return _show(request, series, spec, sheet, form.study, spec.read(sheet, form.study))
    return _page(request, series, spec, form=form, status=422 if form.errors else 200)


def _import(request: HttpRequest, series: Series, spec: TableImportSpec) -> HttpResponse:
    chosen = request.POST.get("from_study", "")
    study = next((one for one in spec.studies if str(one.pk) == chosen), None)
    try:
        sheet = Sheet.from_plain(json.loads(request.POST["table"]))
    except (UnreadableTable, json.JSONDecodeError, RecursionError):
        messages.error(request, _("The table did not arrive in full. Choose the file again."))
        return redirect(spec.address)
    reading = spec.import_rows(sheet, study)
    if not reading.lines:
        return _show(request, series, spec, sheet, study, reading)
    messages.success(request, _summary(reading))
    return redirect(f"desk:{spec.here}", series.slug)


def _summary(reading: Reading) -> str:
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
    request: HttpRequest,
    series: Series,
    spec: TableImportSpec,
    sheet: Sheet,
    study: Study | None,
    reading: Reading,
) -> HttpResponse:
    again = TableForm(studies=spec.studies, initial={"from_study": str(study.pk) if study else ""})
    return _page(
        request,
        series,
        spec,
        form=again,
        reading=reading,
        table=json.dumps(sheet.plain(), ensure_ascii=False),
        chosen_study=study,
        illustrative=bool(study and study.is_illustrative),
        status=200 if reading.lines else 422,
    )


def _page(
    request: HttpRequest,
    series: Series,
    spec: TableImportSpec,
    *,
    form: TableForm,
    status: int,
    **context: Any,
) -> HttpResponse:
    return study_page(
        request,
        "desk/study/table.html",
        series,
        here=spec.here,
        beneath=spec.heading,
        status=status,
        spec=spec,
        heading=spec.heading,
        form=form,
        back=reverse(f"desk:{spec.here}", args=[series.slug]),
        **context,
    )


def measures_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the measures that the list shows as a file."""
    find_series(slug)
    found = queries.find_measures(**MeasureFilterForm(request.GET).wanted())
    return table_download(request, measures_table(found))


def findings_file(request: HttpRequest, slug: str, study_id: int) -> HttpResponse:
    """Give what a study found as a file."""
    study = find_study(find_series(slug), study_id)
    return table_download(request, findings_table(study.findings.select_related("bottleneck")))
