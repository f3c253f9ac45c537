"""How the desk says what is wrong with a table and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.desk.forms.letting_in import unknown_municipality
from skaala.registration.queries.attendees import BadRow, Problem
from skaala.registration.way_in_models import AttendeeFile
from skaala.tables.reading import Limits, Unreadable, UnreadableTable

NAMES = {
    Problem.NO_NAME: gettext_lazy("The name is missing"),
    Problem.NO_ADDRESS: gettext_lazy("The e-mail address is missing"),
    Problem.BAD_ADDRESS: gettext_lazy("This is no e-mail address"),
    Problem.TWICE: gettext_lazy("The same address stands twice in the table"),
    Problem.UNKNOWN_MUNICIPALITY: gettext_lazy("There is no such municipality"),
    Problem.NO_ORGANISATION: gettext_lazy("Neither municipality nor organisation is given"),
    Problem.UNKNOWN_LANGUAGE: gettext_lazy("This language is not known"),
    Problem.TOO_LONG: gettext_lazy("The text is longer than 200 characters"),
    Problem.REGISTERED: gettext_lazy("Has registered already"),
    Problem.NOT_TAKEN: gettext_lazy("Could not be registered: the event was closed or cancelled meanwhile"),
}


@dataclass(frozen=True)
class Told:
    """A bad row in words: its number, the column, and what is wrong and to be done."""

    number: int
    column: str
    value: str
    words: str


def unreadable_words(problem: UnreadableTable, limits: Limits) -> str:
    """Return why a file is not read as a table, and what to do."""
    return {
        Unreadable.EMPTY: _("The file is empty. Choose another."),
        Unreadable.ONLY_HEADS: _(
            "The file has one row only. The first row names the columns, the others fill them."
        ),
        Unreadable.TOO_LARGE: _(
            "The file is larger than %(megabytes)s MB, or holds too much. Divide it, or take out what is not needed."
        )
        % {"megabytes": limits.bytes // 1_000_000},
        Unreadable.TOO_MANY_ROWS: _("The table has more than %(rows)s rows. Divide it into several files.")
        % {"rows": number_format(limits.rows, force_grouping=True)},
        Unreadable.TOO_MANY_COLUMNS: _(
            "The table has more than %(columns)s columns. Take out those that are not needed."
        )
        % {"columns": limits.columns},
        Unreadable.OLD_EXCEL: _(
            "This is an old Excel file (.xls) or locked with a password. Open it and save it without one as an Excel workbook "
            "(.xlsx) or as CSV."
        ),
        Unreadable.BROKEN: _("The file is broken. Open it, save it again, and choose that file."),
        Unreadable.NO_TABLE: _(
            "This is neither an Excel workbook (.xlsx) nor CSV. Save the table as one of these."
        ),
    }[problem.reason]


def problem_name(problem: Problem) -> Any:
    """Return what is wrong, without what stood in the row."""
    return NAMES[problem]


def column_names(file: AttendeeFile) -> list[str]:
    """Return each column by its letter and, where there are heads, its head: “C: Sähköposti”."""
    width = max((len(row) for row in file.rows), default=0)
    start = file.columns["start"]
    heads = file.rows[start - 1] if start else []
    return [
        f"{_letters(place)}: {heads[place]}" if place < len(heads) and heads[place] else _letters(place)
        for place in range(width)
    ]


def _letters(place: int) -> str:
    """
    Return a column's name in a spreadsheet.

    >>> _letters(0), _letters(25), _letters(26), _letters(59)
    ('A', 'Z', 'AA', 'BH')
    """
    return (chr(ord("A") + place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def tell(rows: Sequence[BadRow], heads: Sequence[str], *, year: int, with_hints: bool = True) -> list[Told]:
    """
    Return bad rows in words.

    :param with_hints: say which municipality may be meant, which takes a while for thousands
    """
    hints: dict[str, str] = {}
    found = []
    for row in rows:
        words = str(_what_to_do(row))
        if with_hints and row.problem == Problem.UNKNOWN_MUNICIPALITY:
            if row.value not in hints:
                hints[row.value] = unknown_municipality(row.value, year)
            words = hints[row.value]
        column = heads[row.column] if 0 <= row.column < len(heads) else ""
        found.append(Told(row.number, column, row.value, words))
    return found


def _what_to_do(row: BadRow) -> str:
    if row.problem == Problem.TWICE:
        return _("Row %(row)s has the same address. Each person needs one of their own.") % {"row": row.other}
    return {
        Problem.NO_NAME: _("Write the name."),
        Problem.NO_ADDRESS: _("Write the e-mail address."),
        Problem.BAD_ADDRESS: _("Write the address in full, for example name@municipality.fi."),
        Problem.UNKNOWN_MUNICIPALITY: _(
            "There is no such municipality. Write its name in Finnish or Swedish, or move it to the organisation."
        ),
        Problem.NO_ORGANISATION: _("Write the municipality or the organisation."),
        Problem.UNKNOWN_LANGUAGE: _("Write fi, sv or en."),
        Problem.TOO_LONG: _("Shorten it to at most 200 characters."),
        Problem.REGISTERED: _("Nothing needs doing; the registration stays as it is."),
    }[row.problem]
