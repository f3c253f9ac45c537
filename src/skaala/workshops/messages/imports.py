"""What is wrong with the files of an imported conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from skaala.workshops.formats.conversation import Fault, UnreadableConversation


def unreadable_message(problem: UnreadableConversation) -> str:
    """Return in the reader's language why nothing can be taken from the files, and what to do."""
    words = {
        Fault.NOT_TEXT: _("%(file)s cannot be read as a table. Save it as CSV or XLSX, or choose JSON."),
        Fault.OLD_EXCEL: _("%(file)s is an old Excel file. Open it and save it as XLSX."),
        Fault.NOT_A_ZIP: _(
            "%(file)s cannot be unpacked. Pack the CSV files into an ordinary ZIP file without a password."
        ),
        Fault.NOT_A_WORKBOOK: _(
            "%(file)s cannot be read as an Excel workbook. Open it, save it again as XLSX, or choose the ZIP file or JSON instead."
        ),
        Fault.TOO_LARGE: _("%(file)s is too large: at most 60 MB unpacked and two million votes."),
        Fault.UNKNOWN_FILE: _(
            "%(file)s is none of the files of a Polis set: its columns are %(detail)s. Leave it out, or choose comments, votes, participants-votes or perspectives."
        ),
        Fault.MISSING_COLUMN: _("%(file)s has no column %(detail)s."),
        Fault.COLUMN_TWICE: _("%(file)s has more than one column called %(detail)s. Remove one of them."),
        Fault.MOSTLY_LEFT_OUT: _(
            "Most rows of %(file)s cannot be used (%(detail)s). Check that each column has the right heading."
        ),
        Fault.WRONG_COLUMN: _(
            "Most cells of the column “%(detail)s” in %(file)s are not what it should hold. Check that each column has the right heading."
        ),
        Fault.TWO_OF_A_KIND: _("%(file)s and %(detail)s hold the same kind of rows. Choose one of them."),
        Fault.NO_VOTES: _(
            "There are no votes in: %(file)s. Choose votes.csv or participants-votes.csv as well."
        ),
        Fault.NOT_OURS: _(
            "%(file)s is not a workspace that Skaala exported as JSON, or one of a later version."
        ),
    }[problem.fault]
    message = words % {"file": problem.file, "detail": problem.detail}
    return f"{message} {problem_message(asdict(problem.first))}" if problem.first else message


def problem_message(problem: Mapping[str, Any]) -> str:
    """Return in the reader's language which row was left out or changed, and why."""
    words = {
        Fault.CELLS: _(
            "%(file)s, line %(line)s: left out, another number of cells than columns (%(detail)s)."
        ),
        Fault.NO_ID: _("%(file)s, line %(line)s: left out, an id is missing or unknown. %(detail)s"),
        Fault.TWICE: _("%(file)s, line %(line)s: left out, “%(detail)s” is there already."),
        Fault.NO_VOTE: _(
            "%(file)s, line %(line)s: left out, “%(detail)s” is not a vote. A vote is 1, 0 or -1."
        ),
        Fault.NO_STATEMENT: _("%(file)s, line %(line)s: left out, there is no statement “%(detail)s”."),
        Fault.NO_WORDS: _("%(file)s, line %(line)s: left out, statement “%(detail)s” has no text."),
        Fault.NO_TIME: _(
            "%(file)s, line %(line)s: “%(detail)s” is not a time; the vote counts as an early one."
        ),
        Fault.UNKNOWN_VALUE: _(
            "%(file)s, line %(line)s: “%(detail)s” is not a known value of the column “%(where)s”, so it is not used."
        ),
        Fault.META: _(
            "%(file)s, line %(line)s: statement “%(detail)s” asks about the voters, so it is hidden."
        ),
        Fault.SHORTENED: _("Statement %(line)s is longer than 280 characters and was shortened: %(detail)s"),
    }[Fault(problem["fault"])]
    return words % ({"where": ""} | dict(problem))
