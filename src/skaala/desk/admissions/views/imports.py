"""A table of people: brought here, looked at, imported."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.admissions.forms import ColumnsForm, SendingForm, TableForm
from skaala.desk.admissions.messages import RowMessage, column_names, problem_name, row_messages
from skaala.desk.frame.access import account_of
from skaala.desk.frame.downloads import Table, as_csv, download
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label, unreadable_message
from skaala.desk.frame.sections import series_page
from skaala.registration import operations
from skaala.registration.models import Attendance, AttendeeFile
from skaala.registration.queries.attendees import Found, Problem, look_through
from skaala.registration.rules.attendee_table import LIMITS, read_people
from skaala.series import queries as series_queries
from skaala.series.models import Series
from skaala.tables.reading import Unreadable, UnreadableTable
from skaala.tables.writing import CSV_TYPE
from skaala.ui import child
from skaala.ui.child_messages import unfinished_message

SHOWN = 100
LONGEST_READING = 15
MOST_MEMORY = 1000


def new_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a file and lead on to looking at it."""
    series = find_series(slug)
    now = timezone.now()
    form = TableForm(request.POST or None, request.FILES or None, series=series, now=now)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            if given.size > LIMITS.bytes:
                raise UnreadableTable(Unreadable.TOO_LARGE)
            rows = child.run(read_people, given.read(), seconds=LONGEST_READING, megabytes=MOST_MEMORY)
        except UnreadableTable as error:
            form.add_error("file", unreadable_message(error, LIMITS))
        except child.UnableToFinish as problem:
            form.add_error("file", unfinished_message(problem))
        else:
            file = operations.keep_table(
                series=series,
                rows=rows,
                name=given.name,
                choices=form.choices(),
                language=form.cleaned_data["language"],
                account=account_of(request),
                now=now,
            )
            return redirect("desk:import", slug, file.pk)
    return series_page(
        request,
        "desk/admissions/new_import.html",
        series,
        section="registrations",
        beneath=[(_("Import a table"), "")],
        status=422 if form.errors else 200,
        form=form,
        is_public=series_queries.is_public(series, now=now),
    )


def look(request: HttpRequest, slug: str, file_id: UUID) -> HttpResponse:
    """Show what a table holds before it is imported; then how far that is, and what came of it."""
    series = find_series(slug)
    file = _find(series, file_id)
    if file.state != AttendeeFile.State.UPLOADED:
        return _show_state(request, series, file)
    heads = column_names(file)
    imports = "import" in request.POST
    columns = ColumnsForm(
        request.POST if request.method == "POST" and not imports else None, columns=file.columns, heads=heads
    )
    sending = SendingForm(request.POST if imports else None)
    if columns.is_valid():
        operations.choose_columns(file=file, columns=columns.columns())
        return redirect("desk:import", slug, file.pk)
    if sending.is_valid():
        sends_emails = sending.cleaned_data["sends_email"] == "yes"
        operations.start_import(file=file, sends_emails=sends_emails, now=timezone.now())
        return redirect("desk:import", slug, file.pk)
    found = _look_through(series, file)
    return series_page(
        request,
        "desk/admissions/import_check.html",
        series,
        section="registrations",
        beneath=[(_("Import a table"), "")],
        status=422 if columns.errors or sending.errors else 200,
        file=file,
        columns=columns,
        sending=sending,
        found=found,
        coming_to=_coming_to(series, file),
        problems=[(problem_name(problem), count) for problem, count in found.by_problem],
        has_addresses="email" in file.columns,
        bad=row_messages(found.bad[:SHOWN], heads, year=timezone.now().year),
        good=found.good[:5],
        more_bad=max(len(found.bad) - SHOWN, 0),
    )


def bad_rows(request: HttpRequest, slug: str, file_id: UUID) -> HttpResponse:
    """Give every row that cannot be imported, with the reason, as a file to be corrected and imported again."""
    series = find_series(slug)
    file = _find(series, file_id)
    if file.state != AttendeeFile.State.UPLOADED:  # its content goes with the import
        messages.warning(
            request,
            _("The rows are kept only until the import. Correct the rows listed below in your own file."),
        )
        return redirect("desk:import", slug, file.pk)
    heads = column_names(file)
    found = _look_through(series, file)
    row_texts = row_messages(found.bad, heads, year=timezone.now().year, with_hints=len(found.bad) <= SHOWN)
    name = f"{series.slug}-{pgettext('file name', 'rows-to-mend')}.csv"
    return download(as_csv(_table(file, row_texts)), content_type=CSV_TYPE, name=name)


def _table(file: AttendeeFile, row_texts: list[RowMessage]) -> Table:
    heads = file.rows[file.columns["start"] - 1] if file.columns["start"] else []
    width = max((len(row) for row in file.rows), default=0)

    def whole(row: list[str]) -> list[str]:
        return [*row, *[""] * (width - len(row))]

    rows = [[*whole(file.rows[one.number - 1]), str(one.number), one.words] for one in row_texts]
    return Table("rows", "rows", [*whole(heads), _("Row"), _("What is wrong")], rows)


def drop(request: HttpRequest, slug: str, file_id: UUID) -> HttpResponse:
    """Throw a table away that is not to be imported."""
    series = find_series(slug)
    if request.method == "POST":
        AttendeeFile.objects.filter(series=series, pk=file_id, state=AttendeeFile.State.UPLOADED).delete()
        messages.success(request, _("The table has been removed. Nobody was registered."))
    return redirect("desk:registrations", slug)


def _show_state(request: HttpRequest, series: Series, file: AttendeeFile) -> HttpResponse:
    left_out: list[tuple[int, Any]] = [
        (number, problem_name(Problem(problem))) for number, problem in file.left_out
    ]
    return series_page(
        request,
        "desk/admissions/import_state.html",
        series,
        section="registrations",
        beneath=[(_("Import a table"), "")],
        file=file,
        is_done=file.state == AttendeeFile.State.DONE,
        left_out=left_out,
        last_row=len(file.rows),
    )


def _look_through(series: Series, file: AttendeeFile) -> Found:
    if "email" not in file.columns:
        return Found()
    return look_through(series, file.rows, file.columns, language=file.language, year=timezone.now().year)


def _coming_to(series: Series, file: AttendeeFile) -> list[str]:
    events = {event.pk: event_label(event) for event in series.events.all()}
    modes = dict(Attendance.Mode.choices)
    return [f"{events[pk]} ({modes[mode]})" for pk, mode in file.choices if pk in events]


def _find(series: Series, file_id: UUID) -> AttendeeFile:
    return get_object_or_404(AttendeeFile.objects.select_related("series"), series=series, pk=file_id)
