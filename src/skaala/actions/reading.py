"""
Support measures and findings out of a table: what each row says, which rows cannot be used and what to do about them.

Nothing is saved here. A row that means a record already held is told from a new one by its words: a measure by a name and
who offers it, a finding by its study, kind and text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from skaala.actions import columns, countries, queries
from skaala.actions.columns import Column, choice_of, fold
from skaala.actions.models import Bottleneck, Study, StudyFinding, SupportMeasure
from skaala.actions.table_file import Sheet
from skaala.ui.texts import LANGUAGES, Texts

LONGEST_NAME = 200
LONGEST_TEXT = 5_000
YES = {"x", "1", "yes", "y", "true", "kyllä", "k", "on", "tosi", "ja", "j", "sant"}
NO = {"", "0", "no", "n", "false", "ei", "epätosi", "nej", "falskt"}

_is_web_address = URLValidator(schemes=["http", "https"])


class Deed(StrEnum):
    """What taking a row in would do."""

    ADD = "add"
    CHANGE = "change"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Problem:
    """Why a row cannot be used: its number as a spreadsheet shows it, the column's head, and what to do."""

    row: int
    column: str
    text: str


@dataclass(frozen=True)
class Line:
    """A row that can be used: what it says, the record it means, and what would be done."""

    row: int
    says: dict[str, Any]
    record: Any
    deed: Deed

    @property
    def title(self) -> Texts:
        said: Texts = self.says["name"] if "name" in self.says else self.says["text"]
        return said


@dataclass
class Reading:
    """A whole table: the rows that can be used and those that cannot."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Heads of columns without which no row can be used."""

    def count(self, deed: Deed) -> int:
        return sum(line.deed == deed for line in self.lines)

    @property
    def added(self) -> int:
        return self.count(Deed.ADD)

    @property
    def changed(self) -> int:
        return self.count(Deed.CHANGE)

    @property
    def unchanged(self) -> int:
        return self.count(Deed.NOTHING)

    @property
    def bad_rows(self) -> int:
        return len({problem.row for problem in self.problems})


class _Row:
    """One row while it is read: gives cells by column and gathers what is wrong with them."""

    def __init__(self, number: int, cells: Sequence[str], at: dict[str, int], heads: dict[str, str]) -> None:
        self.number, self._cells, self._at, self._heads = number, cells, at, heads
        self.problems: list[Problem] = []

    def has(self, key: str) -> bool:
        return key in self._at

    def cell(self, key: str) -> str:
        place = self._at.get(key)
        return self._cells[place] if place is not None and place < len(self._cells) else ""

    def refuse(self, key: str, text: str) -> None:
        self.problems.append(Problem(self.number, self._heads[key], text))

    def words(self, key: str, longest: int) -> str:
        written = self.cell(key)
        if len(written) > longest:
            self.refuse(key, _("Shorten the text to at most %(number)s characters.") % {"number": longest})
        return written

    def texts(self, name: str, longest: int) -> Texts:
        return Texts(**{language: self.words(f"{name}_{language}", longest) for language in LANGUAGES})

    def has_texts(self, name: str) -> bool:
        return any(self.has(f"{name}_{language}") for language in LANGUAGES)

    def choice(self, key: str, choices: Sequence[tuple[str, Any]]) -> str:
        written = self.cell(key)
        chosen = choice_of(written, choices) if written else None
        if chosen is None:
            offered = ", ".join(str(label) for _value, label in choices)
            self.refuse(
                key,
                _("“%(written)s” is not one of these: %(offered)s. Write one of them.")
                % {"written": _short(written), "offered": offered}
                if written
                else _("The cell is empty. Write one of these: %(offered)s.") % {"offered": offered},
            )
        return chosen or ""

    def address(self, key: str) -> str:
        written = self.words(key, 500)
        if written:
            try:
                _is_web_address(written)
            except ValidationError:
                self.refuse(
                    key,
                    _("“%(written)s” is not a web address. Write it whole, beginning with https://.")
                    % {"written": _short(written)},
                )
        return written


def read_measures(sheet: Sheet, *, study: Study | None = None) -> Reading:
    """
    Read support measures, one a row.

    :param study: where they are from, unless a row names another source
    """
    held = _Held(
        ([*_measure_keys(one.name, one.offered_by), *_measure_keys(one.name, None)], one)
        for one in queries.measures()
    )
    vocabulary = _vocabulary()

    def read(row: _Row) -> Line | None:
        says: dict[str, Any] = {"kind": row.choice("kind", SupportMeasure.Kind.choices)}
        says["name"] = _needed(row, "name", LONGEST_NAME)
        if row.has_texts("description"):
            says["description"] = row.texts("description", LONGEST_TEXT)
        if row.has("country"):
            says["country"] = _country(row)
        for key, longest in (("offered_by", 300), ("source", 500)):
            if row.has(key):
                says[key] = row.words(key, longest)
        for key in ("url", "source_url"):
            if row.has(key):
                says[key] = row.address(key)
        if row.has("answers"):
            says["answers"] = _bottlenecks(row, "answers", vocabulary)
        if row.has("is_illustrative"):
            says["is_illustrative"] = _yes_or_no(row, "is_illustrative")
        if study is None and not says.get("source"):
            row.refuse("source", _("Write where this is known from, or add the study first."))
        if row.problems:
            return None
        if study is not None and not says.get("source"):
            says.pop("source", None)  # the study is the source
        if study is not None and study.is_illustrative and "is_illustrative" in says:
            says["is_illustrative"] = True
        keys = _measure_keys(says["name"], says.get("offered_by"))
        return held.line(row, says, keys, "name_fi")

    return _read(sheet, columns.MEASURES, ["kind", "name"], read)


def read_findings(sheet: Sheet, *, study: Study) -> Reading:
    """Read findings of one study, one a row."""
    held = _Held((_finding_keys(one.kind, one.text), one) for one in study.findings.all())
    vocabulary = _vocabulary()

    def read(row: _Row) -> Line | None:
        says: dict[str, Any] = {"kind": row.choice("kind", StudyFinding.Kind.choices)}
        says["text"] = _needed(row, "text", LONGEST_TEXT)
        if row.has("bottleneck"):
            named = _bottlenecks(row, "bottleneck", vocabulary)
            if len(named) > 1:
                row.refuse("bottleneck", _("Name one bottleneck only, or make a row for each."))
            says["bottleneck"] = named[0] if named else None
        if row.has("passage"):
            says["passage"] = row.words("passage", 100)
        if row.problems:
            return None
        return held.line(row, says, _finding_keys(says["kind"], says["text"]), "text_fi")

    return _read(sheet, columns.FINDINGS, ["kind", "text"], read)


def _read(
    sheet: Sheet, known: Sequence[Column], needed: Sequence[str], read: Callable[[_Row], Line | None]
) -> Reading:
    found = columns.recognise(sheet.heads, known)
    reading = Reading(unknown=found.unknown + found.twice)
    by_key = {column.key: column for column in known}
    for key in needed:
        keys = [key] if key in by_key else [f"{key}_{language}" for language in LANGUAGES]
        if not set(keys) & found.at.keys():
            reading.missing.append(" / ".join(str(by_key[one].head) for one in keys))
    if reading.missing:
        return reading
    heads = {
        key: sheet.heads[found.at[key]] if key in found.at else str(column.head)
        for key, column in by_key.items()
    }
    for number, cells in sheet.rows:
        row = _Row(number, cells, found.at, heads)
        line = read(row)
        reading.problems += row.problems
        if line is not None:
            reading.lines.append(line)
    return reading


class _Held:
    """The records there are, by the words that tell them apart; and the rows of the file by the same."""

    def __init__(self, records: Iterable[tuple[list[tuple[str, ...]], Any]]) -> None:
        self._records: dict[tuple[str, ...], Any] = {}
        for keys, record in records:
            for key in keys:
                self._records.setdefault(key, record)
        self._rows: dict[tuple[str, ...], int] = {}

    def line(self, row: _Row, says: dict[str, Any], keys: list[tuple[str, ...]], column: str) -> Line | None:
        before = next((self._rows[key] for key in keys if key in self._rows), None)
        if before is not None:
            row.refuse(column, _("Row %(number)s says the same. Take one of them away.") % {"number": before})
            return None
        self._rows.update(dict.fromkeys(keys, row.number))
        record = next((self._records[key] for key in keys if key in self._records), None)
        if record is None:
            return Line(row.number, says, None, Deed.ADD)
        is_same = all(_held_value(record, key) == value for key, value in says.items())
        return Line(row.number, says, record, Deed.NOTHING if is_same else Deed.CHANGE)


def _held_value(record: Any, key: str) -> Any:
    return sorted(record.answers.all(), key=_by_id) if key == "answers" else getattr(record, key)


def _by_id(one: Bottleneck) -> int:
    return one.pk


def _measure_keys(name: Texts, offered_by: str | None) -> list[tuple[str, ...]]:
    """Return a key a language; by the name alone where a table does not say who offers it."""
    also = () if offered_by is None else (fold(offered_by),)
    return [(language, fold(text), *also) for language, text in name.as_dict().items()]


def _finding_keys(kind: str, text: Texts) -> list[tuple[str, ...]]:
    return [(kind, language, fold(words)) for language, words in text.as_dict().items()]


def _vocabulary() -> dict[str, Bottleneck]:
    listed = list(queries.bottlenecks(with_retired=True))
    named = {fold(text): one for one in listed for text in one.name.as_dict().values()}
    return named | {fold(one.slug): one for one in listed}


def _bottlenecks(row: _Row, key: str, vocabulary: dict[str, Bottleneck]) -> list[Bottleneck]:
    found = []
    for part in re.split(r"[|;\n]", row.cell(key)):
        name = fold(part)
        if not name:
            continue
        if name in vocabulary:
            found.append(vocabulary[name])
        else:
            row.refuse(
                key,
                _(
                    "There is no bottleneck “%(written)s”. Write it as in the list of bottlenecks, several with | "
                    "between them, or add it to the list first."
                )
                % {"written": _short(part)},
            )
    return sorted(set(found), key=_by_id)


def _needed(row: _Row, name: str, longest: int) -> Texts:
    texts = row.texts(name, longest)
    if not texts:
        first = next(f"{name}_{language}" for language in LANGUAGES if row.has(f"{name}_{language}"))
        row.refuse(first, _("Write this in at least one language."))
    return texts


def _country(row: _Row) -> str:
    written = row.cell("country")
    code = countries.code_of(written) if written else ""
    if code is None:
        row.refuse(
            "country",
            _(
                "“%(written)s” is not a country that we know. Write its name, or its two letters such as SE; "
                "leave the cell empty for several countries."
            )
            % {"written": _short(written)},
        )
    return code or ""


def _yes_or_no(row: _Row, key: str) -> bool:
    written = row.cell(key).casefold()
    if written not in YES | NO:
        row.refuse(
            key,
            _("“%(written)s” is neither yes nor no. Write yes, or leave the cell empty.")
            % {"written": _short(written)},
        )
    return written in YES


def _short(written: str) -> str:
    line = " ".join(written.split())
    return line if len(line) <= 60 else f"{line[:57]}…"
