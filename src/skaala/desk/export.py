"""Registrations as files that a spreadsheet opens, with nothing in them that it would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.wording import SIZE_CLASSES, event_label, mode_and_state, organisation_of
from skaala.registration.models import Attendance, Registration
from skaala.registration.queries import presences, standing_of
from skaala.registration.queries.feedback import Result
from skaala.registration.queries.missing import Town
from skaala.registration.queries.questions import questions_with_answers
from skaala.registration.question_models import Question
from skaala.registration.rules_of_arrival import Presence
from skaala.series.models import Series

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# What a spreadsheet takes for the beginning of a formula, also in the full-width forms of East Asia.
# Some first drop what cannot be seen, so the signs are dangerous after it too; a tab or line break by itself.
DANGEROUS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+@\-＝＋＠－\t\r\n]")
# Control characters have no place in a cell, and the XLSX format forbids most of them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Table:
    """Rows of words with their heads; ``name`` goes into the file's name, ``title`` onto the sheet."""

    name: str
    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[str]]


def harmless(text: str) -> str:
    """
    Return ``text`` so that no spreadsheet reads it as a formula: with an apostrophe before it.

    >>> harmless("=1+1"), harmless(" @SUM(A1)"), harmless("Maija – Akaa")
    ("'=1+1", "' @SUM(A1)", 'Maija – Akaa')
    """
    clean = CONTROL.sub("", text)
    return f"'{clean}" if DANGEROUS.match(clean) else clean


def question_head(question: Question) -> str:
    """Return a question as the head of its column, with its event and whether it is still asked."""
    head = f"{event_label(question.event)}: {question.label}" if question.event else str(question.label)
    return _("%(question)s (no longer asked)") % {"question": head} if question.retired_at else head


def people(series: Series, registrations: QuerySet[Registration]) -> Table:
    """Return who comes, one column an event and a question; without diet and accessibility needs, which few need to see."""
    events = list(series.events.all())
    questions = questions_with_answers(series)
    heads = [
        _("Name"),
        _("E-mail"),
        _("Kind of organisation"),
        _("Organisation"),
        pgettext("of a person", "Role"),
        _("Language"),
        *(event_label(event) for event in events),
        *(question_head(question) for question in questions),
        _("Registered"),
    ]

    def rows() -> Iterable[Sequence[str]]:
        listed = list(registrations.prefetch_related("answers"))
        came = presences(listed, now=timezone.now())
        for registration in listed:
            given = {answer.question_id: answer.value for answer in registration.answers.all()}
            modes = {
                item.event_id: mode_and_state(item, came.get(item.pk, Presence.UNKNOWN))
                for item in standing_of(registration)
            }
            yield [
                registration.name,
                registration.email,
                str(registration.get_organisation_kind_display()),
                organisation_of(registration),
                registration.role,
                registration.language,
                *(modes.get(event.pk, "") for event in events),
                *(
                    question.words(given[question.pk]) if question.pk in given else ""
                    for question in questions
                ),
                timezone.localtime(registration.created_at, series.zone).strftime("%Y-%m-%d %H:%M"),
            ]

    return Table(pgettext("file name", "registrations"), _("Registrations"), heads, rows())


def needs(series: Series, registrations: QuerySet[Registration]) -> Table:
    """Return diet and accessibility needs of those who come on site and told them, for kitchen and venue."""
    events = [event for event in series.events.all() if event.offers_onsite]
    told = registrations.filter(~Q(diet="") | ~Q(accessibility_needs=""))
    heads = [_("Name"), *(event_label(event) for event in events), _("Diet"), _("Accessibility needs")]

    def rows() -> Iterable[Sequence[str]]:
        for registration in told:
            there = {
                item.event_id
                for item in standing_of(registration)
                if item.state == Attendance.State.CONFIRMED and item.mode == Attendance.Mode.ONSITE
            }
            if there:
                places = ["x" if event.pk in there else "" for event in events]
                yield [registration.name, *places, registration.diet, registration.accessibility_needs]

    return Table(pgettext("file name", "needs"), _("Diet and accessibility"), heads, rows())


def feedback(label: str, slug: str, results: Iterable[Result]) -> Table:
    """Return the results of a survey: a row an option or a free answer; what too few have answered is left out."""

    def rows() -> Iterable[Sequence[str]]:
        for result in results:
            question = str(result.question.text)
            if not result.is_shown:
                yield [question, "", _("not shown: too few answers")]
            for option, people_ in result.rows:
                yield [question, option, str(people_)]
            for words in result.question.words if result.is_shown else ():
                yield [question, words, ""]

    heads = [pgettext("feedback", "Question"), _("Answer"), _("People")]
    name = f"{slug}-{pgettext('file name', 'feedback')}"
    return Table(name, f"{_('Feedback')} {label}", heads, rows())


def towns(listed: Iterable[Town]) -> Table:
    """Return municipalities with what part they take, a row each."""
    heads = [
        _("Code"),
        _("Municipality"),
        _("Region"),
        _("Residents"),
        _("Size"),
        _("Networks"),
        _("Registered"),
        pgettext("how many", "Came"),
    ]
    rows = (
        [
            town.place.pk,
            str(town.place.name),
            str(town.place.region.name),
            str(town.place.population),
            str(SIZE_CLASSES[town.place.size_class]),
            ", ".join(sorted(town.networks)),
            str(town.registered),
            str(town.came),
        ]
        for town in listed
    )
    return Table(pgettext("file name", "municipalities"), _("Municipalities"), heads, rows)


def answer(series: Series, table: Table, *, as_sheet: bool) -> HttpResponse:
    """Return the table as a file to be kept."""
    content = as_xlsx(table) if as_sheet else as_csv(table)
    response = HttpResponse(content, content_type=XLSX if as_sheet else CSV)
    day = timezone.localdate().isoformat()
    name = f"{series.slug}-{table.name}-{day}.{'xlsx' if as_sheet else 'csv'}"
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    return response


def as_csv(table: Table) -> bytes:
    """
    Return the table as CSV that Excel opens by a double click where it speaks Finnish or Swedish.

    There the comma is the decimal sign, so lists are separated by semicolons; and without the byte-order mark
    Excel takes the file for Windows-1252 and breaks every ä and ö.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(head) for head in table.heads])
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def as_xlsx(table: Table) -> bytes:
    """Return the table as an Excel workbook with one sheet; every cell is text."""
    # Loaded here, because a web process that never exports should not carry it.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", table.title)[:31])
    for number in range(1, len(table.heads) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = 24
    sheet.freeze_panes = "B2"

    def cell(text: str, *, bold: bool = False) -> Any:
        made = WriteOnlyCell(sheet, harmless(text)[:32_767])
        made.data_type = "s"
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(head, bold=True) for head in table.heads])
    for row in table.rows:
        sheet.append([cell(text) for text in row])
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()
