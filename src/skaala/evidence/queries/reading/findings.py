"""Reads findings of a study, one a row."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from skaala.evidence.messages.columns import FINDINGS, fold
from skaala.evidence.models import Study, StudyFinding
from skaala.evidence.queries.reading.records import KnownRecords, bottlenecks_by_word
from skaala.evidence.queries.reading.results import Line, Reading
from skaala.evidence.queries.reading.rows import LONGEST_TEXT, Row, named_bottlenecks, needed_texts
from skaala.evidence.queries.reading.table import read_rows
from skaala.evidence.rules.table_file import Sheet
from skaala.ui.texts import Texts


def read_findings(sheet: Sheet, *, study: Study) -> Reading:
    """Read findings of one study, one a row."""
    known = KnownRecords((_finding_keys(one.kind, one.text), one) for one in study.findings.all())
    vocabulary = bottlenecks_by_word()

    def read(row: Row) -> Line | None:
        says: dict[str, Any] = {"kind": row.choice("kind", StudyFinding.Kind.choices)}
        says["text"] = needed_texts(row, "text", LONGEST_TEXT)
        if row.has("bottleneck"):
            named = named_bottlenecks(row, "bottleneck", vocabulary)
            if len(named) > 1:
                row.refuse("bottleneck", _("Name one bottleneck only, or make a row for each."))
            says["bottleneck"] = named[0] if named else None
        if row.has("passage"):
            says["passage"] = row.words("passage", 100)
        if row.problems:
            return None
        return known.line(row, says, _finding_keys(says["kind"], says["text"]), row.column_of("text"))

    return read_rows(sheet, FINDINGS, ["kind", "text"], read)


def _finding_keys(kind: str, text: Texts) -> list[tuple[str, ...]]:
    return [(kind, language, fold(words)) for language, words in text.as_dict().items()]
