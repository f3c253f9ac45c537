"""Reads support measures, one a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from skaala.evidence.messages.columns import MEASURES, fold
from skaala.evidence.models import Bottleneck, Study, SupportMeasure
from skaala.evidence.queries.measures import measures
from skaala.evidence.queries.ownership import is_alone
from skaala.evidence.queries.reading.records import KnownRecords, bottlenecks_by_word
from skaala.evidence.queries.reading.results import Line, Reading
from skaala.evidence.queries.reading.rows import (
    LONGEST_TEXT,
    Row,
    country,
    named_bottlenecks,
    needed_texts,
    yes_or_no,
)
from skaala.evidence.queries.reading.table import read_rows
from skaala.evidence.rules.table_file import Sheet
from skaala.people.models import Tenant
from skaala.ui.texts import Texts

LONGEST_NAME = 200


def read_measures(sheet: Sheet, *, study: Study | None = None, owner: Tenant | None = None) -> Reading:
    """
    Read support measures, one a row.

    :param study: where they are from, unless a row names another source
    :param owner: whose table it is: a row changes none of another organisation's measures
    """
    known = KnownRecords(
        ([*_measure_keys(one.name, one.offered_by), *_measure_keys(one.name, None)], one)
        for one in _changeable(owner)
    )
    vocabulary = bottlenecks_by_word()

    def read(row: Row) -> Line | None:
        says = _cells(row, vocabulary)
        _set_source(row, says, study)
        if row.problems:
            return None
        keys = _measure_keys(says["name"], says.get("offered_by"))
        return known.line(row, says, keys, row.column_of("name"))

    return read_rows(sheet, MEASURES, ["kind", "name"], read)


def _changeable(owner: Tenant | None) -> list[SupportMeasure]:
    """Return the measures that a table of ``owner`` may change; None for a table of whoever runs the program."""
    if owner is None:
        return list(measures())
    nobodys = {None} if is_alone(owner) else set()
    return [one for one in measures() if one.tenant_id in {owner.pk} | nobodys]


def _cells(row: Row, vocabulary: dict[str, Bottleneck]) -> dict[str, Any]:
    """Return what a row says, of the columns that its table has."""
    says: dict[str, Any] = {"kind": row.choice("kind", SupportMeasure.Kind.choices)}
    says["name"] = needed_texts(row, "name", LONGEST_NAME)
    if row.has_texts("description"):
        says["description"] = row.texts("description", LONGEST_TEXT)
    readers: dict[str, Callable[[], Any]] = {
        "country": lambda: country(row),
        "offered_by": lambda: row.words("offered_by", 300),
        "source": lambda: row.words("source", 500),
        "url": lambda: row.address("url"),
        "source_url": lambda: row.address("source_url"),
        "answers": lambda: named_bottlenecks(row, "answers", vocabulary),
        "is_illustrative": lambda: yes_or_no(row, "is_illustrative"),
    }
    return says | {key: read() for key, read in readers.items() if row.has(key)}


def _set_source(row: Row, says: dict[str, Any], study: Study | None) -> None:
    """Have a row without a source of its own take it from the study, and be illustrative where the study is."""
    has_source = bool(says.get("source"))
    if study is None:
        if not has_source:
            row.refuse("source", _("Write where this is known from, or add the study first."))
        return
    if not has_source:
        says.pop("source", None)
    if study.is_illustrative and "is_illustrative" in says:
        says["is_illustrative"] = True


def _measure_keys(name: Texts, offered_by: str | None) -> list[tuple[str, ...]]:
    """Return a key a language; by the name alone where a table does not say who offers it."""
    also = () if offered_by is None else (fold(offered_by),)
    return [(language, fold(text), *also) for language, text in name.as_dict().items()]
