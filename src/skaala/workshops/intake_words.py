"""What is wrong with the files of a conversation from elsewhere, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from skaala.workshops.from_elsewhere import Fault, Unreadable


def unreadable_words(problem: Unreadable) -> str:
    """Return in the reader's language why nothing can be taken from the files, and what to do."""
    words = {
        Fault.NOT_TEXT: _("%(file)s cannot be read as text in UTF-8. Save it as CSV in UTF-8, or as JSON."),
        Fault.NOT_A_ZIP: _(
            "%(file)s cannot be unpacked. Pack the CSV files into an ordinary ZIP file without a password."
        ),
        Fault.NOT_A_WORKBOOK: _(
            "%(file)s cannot be read as an Excel workbook. Open it, save it anew as XLSX, or choose the ZIP file or JSON instead."
        ),
        Fault.TOO_LARGE: _("%(file)s is too large: at most 60 MB unpacked and two million votes."),
        Fault.UNKNOWN_FILE: _(
            "%(file)s is none of the files of a Polis set: its columns are %(detail)s. Leave it out, or choose comments, votes, participants-votes or perspectives."
        ),
        Fault.TWO_OF_A_KIND: _("%(file)s and %(detail)s hold the same kind of rows. Choose one of them."),
        Fault.NO_VOTES: _(
            "There are no votes in: %(file)s. Choose votes.csv or participants-votes.csv as well."
        ),
        Fault.NOT_OURS: _("%(file)s is not a board that Skaala exported as JSON, or one of a later version."),
    }[problem.fault]
    return words % {"file": problem.file, "detail": problem.detail}


def problem_words(problem: Mapping[str, Any]) -> str:
    """Return in the reader's language which row was not taken as it is, and why."""
    words = {
        Fault.CELLS: _(
            "%(file)s, line %(line)s: left out, another number of cells than columns (%(detail)s)."
        ),
        Fault.NO_ID: _("%(file)s, line %(line)s: left out, an id is missing or unknown. %(detail)s"),
        Fault.TWICE: _("%(file)s, line %(line)s: left out, “%(detail)s” stands there already."),
        Fault.NO_VOTE: _("%(file)s, line %(line)s: left out, “%(detail)s” is no vote; a vote is 1, 0 or -1."),
        Fault.NO_STATEMENT: _("%(file)s, line %(line)s: left out, there is no statement “%(detail)s”."),
        Fault.NO_WORDS: _("%(file)s, line %(line)s: left out, statement “%(detail)s” has no words."),
        Fault.META: _(
            "%(file)s, line %(line)s: statement “%(detail)s” asks about the voters, so it is hidden."
        ),
        Fault.SHORTENED: _("Statement %(line)s is longer than 280 characters and was shortened: %(detail)s"),
    }[Fault(problem["fault"])]
    return words % {"file": problem["file"], "line": problem["line"], "detail": problem["detail"]}
