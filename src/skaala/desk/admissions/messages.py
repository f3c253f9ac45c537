"""How the desk says what is wrong with a table and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.registration.messages import unknown_municipality
from skaala.registration.models import AttendeeFile
from skaala.registration.queries.attendees import BadRow, Problem
from skaala.registration.rules import Refusal

NAMES = {
    Problem.NO_NAME: gettext_lazy("The name is missing"),
    Problem.LINK_IN_NAME: gettext_lazy("The name has a web or email address in it"),
    Problem.NO_ADDRESS: gettext_lazy("The email address is missing"),
    Problem.BAD_ADDRESS: gettext_lazy("This is not an email address"),
    Problem.TWICE: gettext_lazy("The same address is in the table twice"),
    Problem.UNKNOWN_MUNICIPALITY: gettext_lazy("There is no such municipality"),
    Problem.NO_ORGANISATION: gettext_lazy("Neither municipality nor organisation is given"),
    Problem.UNKNOWN_LANGUAGE: gettext_lazy("This language is not known"),
    Problem.TOO_LONG: gettext_lazy("The text is longer than 200 characters"),
    Problem.REGISTERED: gettext_lazy("Has registered already"),
    Problem.NOT_TAKEN: gettext_lazy("Could not be registered: the event was closed or cancelled meanwhile"),
}


@dataclass(frozen=True)
class RowMessage:
    """A bad row in words: its number, the column, and what is wrong and to be done."""

    number: int
    column: str
    value: str
    words: str


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


def row_messages(
    rows: Sequence[BadRow], heads: Sequence[str], *, year: int, with_hints: bool = True
) -> list[RowMessage]:
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
        found.append(RowMessage(row.number, column, row.value, words))
    return found


def _what_to_do(row: BadRow) -> str:
    if row.problem == Problem.TWICE:
        return _("Row %(row)s has the same address. Each person needs one of their own.") % {"row": row.other}
    return {
        Problem.NO_NAME: _("Write the name."),
        Problem.LINK_IN_NAME: _("Write the name alone, without addresses."),
        Problem.NO_ADDRESS: _("Write the email address."),
        Problem.BAD_ADDRESS: _("Write the address in full, for example name@municipality.fi."),
        Problem.UNKNOWN_MUNICIPALITY: _(
            "There is no such municipality. Write its name in Finnish or Swedish, or move it to the organisation."
        ),
        Problem.NO_ORGANISATION: _("Write the municipality or the organisation."),
        Problem.UNKNOWN_LANGUAGE: _("Write fi, sv or en."),
        Problem.TOO_LONG: _("Shorten it to at most 200 characters."),
        Problem.REGISTERED: _("You do not need to do anything. The registration stays as it is."),
    }[row.problem]


RESTORE_REFUSALS = {
    Refusal.ADDRESS_TAKEN: gettext_lazy(
        "This person has registered again with the same address. Change the events of that registration instead."
    ),
    Refusal.CLOSED: gettext_lazy(
        "Nothing of it is left to restore: all of it is over, cancelled or archived."
    ),
    Refusal.NOT_PUBLISHED: gettext_lazy("It has not been published yet. Publish it first."),
    Refusal.CHANGED_MEANWHILE: gettext_lazy("The registration is not cancelled any more."),
}
