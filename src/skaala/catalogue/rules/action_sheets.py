"""A file of actions as rows: a table, or JSON of our format or of another catalogue. Pure; runs in a child."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skaala.catalogue.rules.action_columns import PROFILE_COLUMNS
from skaala.tables.characters import tidy
from skaala.tables.reading import Limits, Row, Unreadable, UnreadableTable, read_rows

FORMAT = "skaala-catalogue/1"
LIMITS = Limits(bytes=20_000_000, rows=5_001, columns=200, cells=500_000)
MOST_CHARACTERS = 20_000_000
LONGEST_CELL = 50_000
_LISTS = ("dataset", "itemListElement", "@graph", "actions", "items", "results", "data")
"""Where other catalogues keep their entries."""
_RENAMED = {
    "identifier": "slug",
    "isBasedOn": "source_url",
    "sustainable_development_goals": "goals",
}


class UnknownFormat(ValueError):
    """The file is of a later format than this program reads."""


@dataclass(frozen=True)
class ActionSheet:
    """Heads, and rows with the number that people see: that of a spreadsheet, or the place in the list of a JSON file."""

    heads: list[str]
    rows: list[Row]


def read_sheet(content: bytes) -> ActionSheet:
    """
    Return the rows of a file of actions.

    :raises UnreadableTable: if it is empty, too large, broken, or no table
    :raises UnknownFormat: if it is of a later format
    """
    if len(content) > LIMITS.bytes:
        raise UnreadableTable(Unreadable.TOO_LARGE)
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    sheet = _of_json(content) if start in {b"{", b"["} else _of_table(read_rows(content, LIMITS))
    if not sheet.rows:
        raise UnreadableTable(Unreadable.ONLY_HEADS)
    if sum(len(cell) for _number, cells in sheet.rows for cell in cells) > MOST_CHARACTERS:
        raise UnreadableTable(Unreadable.TOO_LARGE)
    return sheet


def _of_table(rows: Sequence[Row]) -> ActionSheet:
    named = rows[0][1]
    width = max(len(cells) for _number, cells in rows)
    return ActionSheet(
        [*named, *[""] * (width - len(named))],
        [(number, [cell[:LONGEST_CELL] for cell in cells]) for number, cells in rows[1:]],
    )


def _of_json(content: bytes) -> ActionSheet:
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableTable(Unreadable.BROKEN) from error
    said = read.get("format", "") if isinstance(read, dict) else ""
    if isinstance(said, str) and said.startswith("skaala-catalogue/") and said != FORMAT:
        raise UnknownFormat(said)
    entries = [_plain(one) for one in _entries(read)]
    if len(entries) >= LIMITS.rows:
        raise UnreadableTable(Unreadable.TOO_MANY_ROWS)
    named = list(dict.fromkeys(head for one in entries for head in one))
    if len(named) > LIMITS.columns:
        raise UnreadableTable(Unreadable.TOO_MANY_COLUMNS)
    rows = [(number, [one.get(head, "") for head in named]) for number, one in enumerate(entries, 1)]
    return ActionSheet(named, [(number, cells) for number, cells in rows if any(cells)])


def _entries(read: Any) -> list[dict[str, Any]]:
    """Return the entries of a catalogue, wherever it keeps them."""
    if isinstance(read, dict):
        kept = next((read[key] for key in _LISTS if isinstance(read.get(key), list)), [read])
        return _entries(kept)
    found = [one.get("item", one) if isinstance(one, dict) else None for one in read]
    if not found:
        raise UnreadableTable(Unreadable.EMPTY)
    if any(not isinstance(one, dict) for one in found):
        raise UnreadableTable(Unreadable.NO_TABLE)
    return [one for one in found if isinstance(one, dict)]


def _plain(entry: Mapping[str, Any]) -> dict[str, str]:
    """Return one entry as the cells of a row, under the heads of our table where it is of our format."""
    cells: dict[str, str] = {}
    for key, value in entry.items():
        if key == "texts" and isinstance(value, dict):
            for name, words in value.items():
                cells |= _by_language(str(name), words)
        elif key == "profile" and isinstance(value, dict):
            answers = {f"profile_{name}": value[name] for name in value}
            cells |= {name: _cell(answer) for name, answer in answers.items() if name in PROFILE_COLUMNS}
        elif key == "provider":
            cells |= _owner(value)
        elif key == "links" and isinstance(value, list):
            cells["links"] = "\n".join(_link(one) for one in value)
        elif not key.startswith("@") and key not in {"dateModified"}:
            cells |= _by_language(_RENAMED.get(key, key), value)
    return {tidy(key)[:100]: tidy(cell)[:LONGEST_CELL] for key, cell in cells.items()}


def _by_language(name: str, value: Any) -> dict[str, str]:
    """Return a text by language as a cell for each, anything else as one."""
    if isinstance(value, dict) and value and all(len(str(code)) in {2, 3} for code in value):
        return {f"{name}_{code}": _cell(words) for code, words in value.items()}
    return {name: _cell(value)}


def _owner(value: Any) -> dict[str, str]:
    """Return whose it is: the code of a Finnish municipality, and the name in whatever language there is."""
    if not isinstance(value, dict):
        return {"owner": _cell(value)}
    named = value.get("name", "")
    name = next(iter(named.values()), "") if isinstance(named, dict) else named
    code = str(value.get("identifier") or "")
    return {"owner": _cell(name), "owner_code": code.removeprefix("FI-") if code.startswith("FI-") else ""}


def _link(value: Any) -> str:
    if not isinstance(value, dict):
        return _cell(value)
    parts: Iterable[Any] = (value.get("url", ""), value.get("kind", ""), value.get("label", ""))
    return " ".join(_cell(part) for part in parts).strip()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, list) and all(isinstance(one, str | int) for one in value):
        return " ".join(str(one) for one in value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
