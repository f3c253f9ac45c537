"""
Which fields of the tables are about people: whose they are, why they are kept, until when, and who sees them.

Written down in ``personal_fields.toml`` and drawn into docs/personal-data.md. A test compares it with the tables, so that no new
field of any table goes without an answer. The data protection report of each series shows the same rows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from skaala.people.rules.personal_fields import Table, read

FILE = Path(__file__).with_suffix(".toml")


@cache
def tables() -> dict[str, Table]:
    """Return what is written down, by the label of the model."""
    return read(FILE.read_text(encoding="utf-8"))


def personal_data() -> str:
    """Return docs/personal-data.md."""
    lines = [
        "# Personal data",
        "",
        "Drawn by `skaala documents` from `src/skaala/config/personal_fields.toml`; a test fails when a field of a table has no row there.",
        "“The series' date” is the day that each series' privacy notice names: so many months after its last event. Then the rows go, and the night's",
        "forgetting writes the tables anew. Whoever asks for it is removed before. Backups and logs: [operator's guide](operators-guide.md).",
        "",
        "| table | fields | whose | why | until | seen by |",
        "|---|---|---|---|---|---|",
    ]
    for table in tables().values():
        for row in table.people:
            fields = ", ".join(f"`{name}`" for name in row.fields)
            lines.append(
                f"| `{row.table}` | {fields} | {row.whose} | {row.why} | {row.until} | {row.seen_by} |"
            )
    lines += [
        "",
        "Beside the tables of our rooms: sessions of organisers (`django_session`, twelve hours at most and removed the night after;",
        "a form that waits there for a sign-in is sealed), the queue of jobs, which names rows by number alone, uploaded files in `SKAALA_DATA_DIR/files`, keys of series in `SKAALA_SERIES_KEYS_DIR` until the series' date, and in the",
        "browser the cookie with the key of the workspaces, and for half an hour the one with a registration form that was sent, sealed. Tables without a row here hold nothing about people.",
        "",
    ]
    return "\n".join(lines)
