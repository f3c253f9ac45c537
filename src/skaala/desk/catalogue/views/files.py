"""A file of actions: brought here, its columns named, laid beside the catalogue, and imported as drafts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from skaala.catalogue import operations, queries
from skaala.catalogue.models import ActionFile
from skaala.catalogue.presenters import files as present
from skaala.desk.catalogue.forms.files import ColumnsForm, FileForm
from skaala.desk.catalogue.presenters import catalogue_page
from skaala.desk.frame.access import account_of
from skaala.desk.frame.downloads import Table, as_csv, download
from skaala.desk.frame.lookups import or_404
from skaala.tables.writing import CSV_TYPE

A_PAGE = 50
SHOWN_BAD = 100


def new_file(request: HttpRequest) -> HttpResponse:
    """Take a file and lead on to looking at it."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = operations.keep_file(
            sheet=form.cleaned_data["file"],
            name=form.cleaned_data["file_name"],
            account=account_of(request),
            now=timezone.now(),
        )
        return redirect("desk:actions-file", file.pk)
    return catalogue_page(
        request,
        "desk/catalogue/new_file.html",
        here="actions",
        beneath=_("Import actions"),
        status=422 if form.errors else 200,
        form=form,
        waiting=list(queries.waiting_files()),
    )


def look(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """Show what the rows would become; take columns, decisions and the word to import."""
    file = or_404(queries.find_file(file_id))
    now = timezone.now()
    if request.method == "POST" and file.state == ActionFile.State.UPLOADED:
        _note_decisions(request, file)
        if "decide" in request.POST:
            messages.success(request, _("Your choices have been saved."))
            return redirect(request.get_full_path())
        if "import" in request.POST:
            operations.start_import(file=file, now=now)
            return redirect("desk:actions-file", file.pk)
    is_naming = request.method == "POST" and "columns" in request.POST
    columns = ColumnsForm(request.POST if is_naming else None, file=file)
    if is_naming and columns.is_valid() and file.state == ActionFile.State.UPLOADED:
        operations.choose_columns(
            file=file, columns=columns.columns(), language=columns.cleaned_data["language"], now=now
        )
        return redirect("desk:actions-file", file.pk)
    return catalogue_page(
        request,
        "desk/catalogue/file.html",
        here="actions",
        beneath=file.name,
        status=422 if columns.errors else 200,
        file=file,
        columns=columns,
        **({} if file.state == ActionFile.State.RUNNING else _shown(request, file)),
    )


def _shown(request: HttpRequest, file: ActionFile) -> dict[str, Any]:
    today = timezone.localdate()
    found = queries.look_through(file, today=today)
    good, bad = present.good_rows(found, file), present.bad_rows(found, year=today.year, most=SHOWN_BAD)
    decided = [one.decided for one in good]
    return {
        "is_done": file.state == ActionFile.State.DONE,
        "page_of_rows": Paginator(good, A_PAGE).get_page(request.GET.get("page")),
        "good": len(good),
        "doubtful": sum(one.is_doubtful for one in good),
        "to_import": decided.count("new"),
        "to_link": sum(one.isdecimal() for one in decided),
        "bad": bad,
        "bad_rows": sum(not row.is_good for row in found),
        "more_bad": sum(len(row.read.faults) for row in found) - len(bad),
        "missing": sum(row.read.missing for row in found),
        "not_taken": [head for place, head, _example in present.heads(file) if place not in file.columns],
    }


def _note_decisions(request: HttpRequest, file: ActionFile) -> None:
    """Note what was chosen for the rows of the page that was sent."""
    known = {str(number) for number, _cells in file.rows}
    chosen = {
        name.removeprefix("row-"): value
        for name, value in ((name, str(value)) for name, value in request.POST.items())
        if name.startswith("row-") and (value in {"new", "skip"} or value.isdecimal())
    }
    if chosen := {number: value for number, value in chosen.items() if number in known}:
        operations.decide(file=file, decisions=chosen)


def bad_rows(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """Give every row that is left out with the reason, as a file to be corrected and imported again."""
    file = or_404(queries.find_file(file_id))
    today = timezone.localdate()
    words: dict[int, list[str]] = {}
    for row in present.bad_rows(queries.look_through(file, today=today), year=today.year):
        words.setdefault(row.number, []).append(f"{row.field}: {row.words}" if row.field else row.words)
    width = len(file.heads)
    rows = [
        [*cells, *[""] * (width - len(cells)), str(number), " ".join(words.get(number, []))]
        for number, cells in file.rows
        if number in words or file.state == ActionFile.State.DONE
    ]
    table = Table("rows", "rows", [*file.heads, _("Row"), _("What is wrong")], rows)
    return download(as_csv(table), content_type=CSV_TYPE, name=f"{pgettext('file name', 'rows-to-mend')}.csv")


@require_POST
def drop(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """Throw a file away; what was imported from it stays."""
    or_404(queries.find_file(file_id)).delete()
    messages.success(request, _("The file has been removed."))
    return redirect("desk:catalogue")
