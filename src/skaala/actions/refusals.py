"""Why a table is not taken, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.actions.table_file import MOST_COLUMNS, MOST_ROWS, Unreadable, UnreadableTable


def refusal_words(problem: UnreadableTable) -> str:
    """Return in the reader's language why the file is not taken, and what she can do."""
    return {
        Unreadable.EMPTY: _("The file is empty. Choose another."),
        Unreadable.NO_ROWS: _(
            "The file has one row only. The first row names the columns, the others fill them."
        ),
        Unreadable.TOO_LARGE: _(
            "The file is too large: at most 1 MB, 400,000 characters and %(columns)s columns are read. "
            "Split it into several."
        )
        % {"columns": MOST_COLUMNS},
        Unreadable.TOO_MANY_ROWS: _("The file has more than %(rows)s rows. Split it into several.")
        % {"rows": MOST_ROWS},
        Unreadable.NOT_A_TABLE: _(
            "The file is no table that we can read. Save it as CSV or as an Excel workbook (XLSX)."
        ),
        Unreadable.BROKEN: _(
            "The file is broken or locked and cannot be opened. Save it again as CSV or XLSX."
        ),
    }[problem.reason]
