"""One row of a file of actions: what it says, what is wrong with it, and what was done to it. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from skaala.catalogue.rules import action_values as values
from skaala.catalogue.rules.action_columns import ALL_TEXTS, PROFILE_COLUMNS
from skaala.catalogue.rules.documentation import ANSWERS
from skaala.catalogue.rules.inexact_dates import InexactDate, UnreadableDate, begins_too_late, read_date
from skaala.catalogue.rules.needs import NEEDS
from skaala.insight.languages import guess_language

LONGEST = {"name": 200, "summary": 400, "cost": 500, "staff_time": 500, "saving": 500, "source": 300}
LONGEST_TEXT = 20_000
LONGEST_VALUE = 300
LONGEST_ADDRESS = 500
MOST_LINKS = 12
_ADDRESS = re.compile(r"https?://[^\s/<>\"']+(?:/[^\s<>\"']*)?", re.IGNORECASE)


class Fault(StrEnum):
    """Why a row is not taken in."""

    NO_NAME = "no_name"
    BAD_DATE = "bad_date"
    FUTURE = "future"
    ENDS_BEFORE = "ends_before"
    BAD_STATUS = "bad_status"
    BAD_SCALING = "bad_scaling"
    BAD_GOAL = "bad_goal"
    BAD_NEED = "bad_need"
    BAD_ANSWER = "bad_answer"
    BAD_ADDRESS = "bad_address"
    BAD_LANGUAGE = "bad_language"
    BAD_ADOPTIONS = "bad_adoptions"
    TOO_LONG = "too_long"
    UNKNOWN_MUNICIPALITY = "unknown_municipality"
    SAME_ROW = "same_row"
    IN_CATALOGUE = "in_catalogue"


class Note(StrEnum):
    """What was settled, or is to be looked at, in a row that is taken in."""

    SHORTENED = "shortened"
    OWNER_ELSEWHERE = "owner_elsewhere"
    NEAR_NAME = "near_name"
    NO_OWNER = "no_owner"
    NO_THEME = "no_theme"
    TWICE = "twice"


@dataclass(frozen=True)
class RowFault:
    """What is wrong: in which field, and what was written there."""

    fault: Fault
    field: str = ""
    value: str = ""


@dataclass
class ActionRow:
    """
    What a row says.

    :ivar values: what is no text, as it goes into the action
    :ivar texts: by field and language
    :ivar missing: how many cells say that nothing is known
    """

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    profile: dict[str, dict[str, str]] = field(default_factory=dict)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    adoptions: list[dict[str, Any]] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    notes: list[tuple[Note, str]] = field(default_factory=list)
    missing: int = 0

    @property
    def name(self) -> str:
        return next(iter(self.texts.get("name", {}).values()), "")


def read_row(
    number: int,
    cells: Sequence[str],
    columns: Mapping[str, str],
    heads: Sequence[str],
    *,
    language: str,
    languages: Sequence[str],
    today: date,
) -> ActionRow:
    """
    Return what a row says.

    :param columns: what each column is, by its place
    :param language: of the texts whose column does not say it; "" finds out from the words of each row
    """
    row = ActionRow(number)
    found: dict[str, list[tuple[str, str]]] = {}
    for place, name in columns.items():
        cell = cells[int(place)].strip() if int(place) < len(cells) else ""
        if cell and values.is_missing(cell):
            row.missing += 1
        elif cell:
            head = heads[int(place)] if int(place) < len(heads) else ""
            found.setdefault(name, []).append((head, cell))
    plain = {name: parts[0][1] for name, parts in found.items()}
    spoken = _language(row, plain, found, language, languages)
    for name, parts in found.items():
        if name in ALL_TEXTS:
            _add_text(row, name, spoken, _joined(parts))
        elif name.rpartition("_")[0] in ALL_TEXTS and name.rpartition("_")[2] in languages:
            base, _, code = name.rpartition("_")
            _add_text(row, base, code, _joined(parts))
        elif name in PROFILE_COLUMNS:
            _add_answer(row, name, parts[0][1])
        elif name in _READERS:
            _READERS[name](row, name, parts[0][1])
    for name in ("owner", "owner_code", "country", "responsible", "slug"):
        if plain.get(name):
            row.values[name] = plain[name]
    _fit_texts(row)
    _check(row, today)
    return row


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    """Return the cells of one text; where there are several columns, each names itself."""
    if len(parts) == 1:
        return parts[0][1]
    return "\n\n".join(f"{head}: {cell}" for head, cell in parts)


def _language(
    row: ActionRow,
    plain: Mapping[str, str],
    found: Mapping[str, list[tuple[str, str]]],
    chosen: str,
    languages: Sequence[str],
) -> str:
    said = plain.get("language", "").casefold()[:2]
    if said in languages:
        return said
    if said:
        row.faults.append(RowFault(Fault.BAD_LANGUAGE, "language", plain["language"]))
    words = " ".join(cell for name in ("name", "summary", "steps") for _head, cell in found.get(name, []))
    return chosen or guess_language(words, languages=languages)


def _add_text(row: ActionRow, name: str, language: str, words: str) -> None:
    if len(words) > LONGEST_TEXT:
        row.faults.append(RowFault(Fault.TOO_LONG, name, words[:80]))
    row.texts.setdefault(name, {})[language] = words


def _fit_texts(row: ActionRow) -> None:
    """Shorten what is longer than its field, and keep the whole of it under "what to do", so that nothing is lost."""
    for name, most in LONGEST.items():
        for language, words in row.texts.get(name, {}).items():
            if len(words) <= most:
                continue
            row.texts[name][language] = shorten(words, most)
            steps = row.texts.setdefault("steps", {})
            steps[language] = "\n\n".join(filter(None, [words, steps.get(language, "")]))
            row.notes.append((Note.SHORTENED, name))
    words = row.values.get("responsible", "")
    if len(words) > LONGEST_VALUE:
        row.values["responsible"] = shorten(words, LONGEST_VALUE)
        row.notes.append((Note.SHORTENED, "responsible"))


def shorten(words: str, most: int) -> str:
    """
    Return as many whole sentences as fit, otherwise as many words.

    >>> shorten("One thing. Another thing.", 15), shorten("Much too long", 9)
    ('One thing.', 'Much too…')
    """
    cut = words[:most]
    end = max(cut.rfind(mark) for mark in (". ", "! ", "? ", ".\n"))
    if end > most // 3:
        return cut[: end + 1]
    return f"{words[:most].rpartition(' ')[0] or words[: most - 1]}…"


def _read_when(row: ActionRow, name: str, cell: str) -> None:
    try:
        row.values[name] = read_date(cell)
    except UnreadableDate:
        row.faults.append(RowFault(Fault.BAD_DATE, name, cell))


def _reader(read: Callable[[str], Any], fault: Fault) -> Callable[[ActionRow, str, str], None]:
    def put(row: ActionRow, name: str, cell: str) -> None:
        value = read(cell)
        if value is None:
            row.faults.append(RowFault(fault, name, cell))
        else:
            row.values[name] = value

    return put


def _read_themes(row: ActionRow, name: str, cell: str) -> None:
    themes = values.read_themes(cell)
    if not themes:
        row.notes.append((Note.NO_THEME, cell[:80]))
    row.values[name] = themes


def _read_needs(cell: str) -> list[str] | None:
    keys = cell.replace(",", " ").split()
    return keys if all(key in NEEDS for key in keys) else None


def _read_address(cell: str) -> str | None:
    return cell if len(cell) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(cell) else None


def _read_links(row: ActionRow, name: str, cell: str) -> None:
    for line in cell.splitlines()[:MOST_LINKS]:
        address, _, rest = line.strip().partition(" ")
        if not address:
            continue
        if _read_address(address) is None:
            row.faults.append(RowFault(Fault.BAD_ADDRESS, name, address[:80]))
            continue
        kind, _, label = rest.partition(" ")
        is_kind = kind in {"template", "decision", "more", "elsewhere"}
        row.links.append((address, kind if is_kind else "more", (label if is_kind else rest)[:200]))


def _read_adoptions(row: ActionRow, name: str, cell: str) -> None:
    try:
        read = json.loads(cell)
    except (ValueError, RecursionError):
        read = None
    if isinstance(read, list) and all(isinstance(one, dict) for one in read):
        row.adoptions = read
    else:
        row.faults.append(RowFault(Fault.BAD_ADOPTIONS, name, cell[:80]))


def _add_answer(row: ActionRow, name: str, cell: str) -> None:
    answer = values.read_answer(cell)
    if answer not in ANSWERS:
        row.faults.append(RowFault(Fault.BAD_ANSWER, name, cell))
    else:
        row.profile[name.removeprefix("profile_")] = {"answer": answer}


_READERS: dict[str, Callable[[ActionRow, str, str], None]] = {
    "status": _reader(values.read_status, Fault.BAD_STATUS),
    "scaling": _reader(values.read_scaling, Fault.BAD_SCALING),
    "themes": _read_themes,
    "goals": _reader(values.read_goals, Fault.BAD_GOAL),
    "needs": _reader(_read_needs, Fault.BAD_NEED),
    "began": _read_when,
    "ended": _read_when,
    "is_simulated": _reader(values.is_yes, Fault.BAD_ANSWER),
    "url": _reader(_read_address, Fault.BAD_ADDRESS),
    "source_url": _reader(_read_address, Fault.BAD_ADDRESS),
    "links": _read_links,
    "adoptions": _read_adoptions,
}


def _check(row: ActionRow, today: date) -> None:
    if not row.texts.get("name"):
        row.faults.append(RowFault(Fault.NO_NAME, "name"))
    began: InexactDate | None = row.values.get("began")
    ended: InexactDate | None = row.values.get("ended")
    if begins_too_late(began, row.values.get("status", ""), today=today):
        row.faults.append(RowFault(Fault.FUTURE, "began", str(began)))
    if ended is not None and ended.is_after(today):
        row.faults.append(RowFault(Fault.FUTURE, "ended", str(ended)))
    if began is not None and ended is not None and ended.last < began.first:
        row.faults.append(RowFault(Fault.ENDS_BEFORE, "ended", str(ended)))
    if not row.values.get("owner") and not row.values.get("owner_code"):
        row.notes.append((Note.NO_OWNER, ""))
