"""
The report as JSON, for other programs: the contents field by field, as `docs/report-data.md` tells.

Keys are sorted and the text is UTF-8, so the same contents give the same bytes. `schema` grows when a field changes
its meaning or goes; new fields may come without.
"""

from __future__ import annotations

import json

from skaala.reports.contents import Contents, from_data, to_data

FORMAT = "skaala-report"
SCHEMA = 1


class UnreadableReport(Exception):
    """The bytes are no report that this version can read."""


def render(contents: Contents) -> bytes:
    """Return the report as JSON."""
    whole = {"format": FORMAT, "schema": SCHEMA, "contents": to_data(contents)}
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1)
    # Halves of surrogate pairs have no UTF-8; escaped they come back as they were.
    return (text + "\n").encode("utf-8", "backslashreplace")


def read(made: bytes) -> Contents:
    """
    Return the contents that :func:`render` wrote.

    :raises UnreadableReport: if they are something else
    """
    try:
        whole = json.loads(made)
        if whole["format"] != FORMAT or whole["schema"] != SCHEMA:
            raise UnreadableReport(f"not a {FORMAT} of schema {SCHEMA}")
        return from_data(whole["contents"])
    except (ValueError, KeyError, TypeError) as failure:
        raise UnreadableReport(str(failure)) from failure
