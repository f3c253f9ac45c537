"""The records there are, by the words that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from skaala.evidence.messages.columns import fold
from skaala.evidence.models import Bottleneck
from skaala.evidence.queries.bottlenecks import bottlenecks
from skaala.evidence.queries.reading.results import Line, RowAction
from skaala.evidence.queries.reading.rows import Row


class KnownRecords:
    """The records there are, by the words that tell them apart; and the rows of the file by the same."""

    def __init__(self, records: Iterable[tuple[list[tuple[str, ...]], Any]]) -> None:
        self._records: dict[tuple[str, ...], Any] = {}
        for keys, record in records:
            for key in keys:
                self._records.setdefault(key, record)
        self._rows: dict[tuple[str, ...], int] = {}

    def line(self, row: Row, says: dict[str, Any], keys: list[tuple[str, ...]], column: str) -> Line | None:
        before = next((self._rows[key] for key in keys if key in self._rows), None)
        if before is not None:
            row.refuse(column, _("Row %(number)s says the same. Take one of them away.") % {"number": before})
            return None
        self._rows.update(dict.fromkeys(keys, row.number))
        record = next((self._records[key] for key in keys if key in self._records), None)
        if record is None:
            return Line(row.number, says, None, RowAction.ADD)
        is_same = all(_known_value(record, key) == value for key, value in says.items())
        return Line(row.number, says, record, RowAction.NOTHING if is_same else RowAction.CHANGE)


def _known_value(record: Any, key: str) -> Any:
    return sorted(record.answers.all(), key=lambda one: one.pk) if key == "answers" else getattr(record, key)


def bottlenecks_by_word() -> dict[str, Bottleneck]:
    """Return all bottlenecks by what tables may call them: their name in each language, or their slug."""
    listed = list(bottlenecks(with_retired=True))
    named = {fold(text): one for one in listed for text in one.name.as_dict().values()}
    return named | {fold(one.slug): one for one in listed}
