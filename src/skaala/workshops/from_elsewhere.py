"""
Reads a conversation from files: a Polis CSV set, packed, plain or as a workbook, or our own JSON; and names the rows it cannot take.

In exported files 1 is agree and −1 disagree; in the votes that Polis keeps inside it is the other way round. Which of the
two a file means shows when its votes are held against the sums that the same files give.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from skaala.tables import reading as tables
from skaala.tables.reading import UnreadableTable
from skaala.workshops import rules
from skaala.workshops.language import guess_language
from skaala.workshops.polis_words import ABOUT_THE_PARTICIPANT, VOTES
from skaala.workshops.workbook import is_workbook, sheets_of

MOST_BYTES = 60_000_000
MOST_VOTES = 2_000_000
MOST_PROBLEMS = 200
KINDS = ("good_practice", "bottleneck", "next_step", "open_question")
PERSPECTIVES = ("receiver", "pioneer", "network", "everyone")
LANGUAGES = ("fi", "sv", "en")
STATES = {"1": "shown", "1.0": "shown", "0": "", "0.0": "", "": "", "-1": "hidden", "-1.0": "hidden"}


class Fault(StrEnum):
    """What is wrong with a row, or with a whole file."""

    NOT_TEXT = "not_text"
    NOT_A_ZIP = "not_a_zip"
    NOT_A_WORKBOOK = "not_a_workbook"
    TOO_LARGE = "too_large"
    UNKNOWN_FILE = "unknown_file"
    TWO_OF_A_KIND = "two_of_a_kind"
    NO_VOTES = "no_votes"
    NOT_OURS = "not_ours"
    CELLS = "cells"
    NO_ID = "no_id"
    TWICE = "twice"
    NO_VOTE = "no_vote"
    NO_STATEMENT = "no_statement"
    NO_WORDS = "no_words"
    SHORTENED = "shortened"
    META = "meta"


class Unreadable(Exception):
    """Nothing can be taken from the files; ``fault`` says why, ``file`` and ``detail`` where."""

    def __init__(self, fault: Fault, file: str, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {file} {detail}")
        self.fault, self.file, self.detail = fault, file, detail


@dataclass(frozen=True)
class Problem:
    """A row that was left out or changed."""

    fault: str
    file: str
    line: int
    detail: str = ""


@dataclass
class FoundStatement:
    """A statement as the files have it."""

    number: int
    text: str
    language: str
    state: str = "shown"
    kind: str = "open_question"
    prompt: int = 0
    author: str = ""
    is_pinned: bool = False
    translations: dict[str, str] = field(default_factory=dict)


@dataclass
class FoundPerson:
    """A participant as the files have her, with her votes in order: the statement's number and the value."""

    perspective: str = "everyone"
    votes: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Found:
    """All that was read."""

    title: dict[str, str] = field(default_factory=dict)
    prompts: list[dict[str, Any]] = field(default_factory=list)
    statements: dict[str, FoundStatement] = field(default_factory=dict)
    people: dict[str, FoundPerson] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_turned: bool = False
    is_simulated: bool = False

    @property
    def votes(self) -> int:
        """How many votes count."""
        return sum(len(dict(person.votes)) for person in self.people.values())

    def note(self, fault: Fault, file: str, line: int, detail: str = "") -> None:
        """Note a problem; after some hundreds they say nothing new."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(fault.value, file, line, detail[:80]))


Table = tuple[str, list[str], list[tuple[int, dict[str, str]]]]


def read_conversation(files: Mapping[str, bytes], *, turned: bool | None = None) -> Found:
    """
    Return what the files say, with the rows that could not be taken.

    :param turned: whether −1 means agree; None to recognise it from the sums in the files
    :raises Unreadable: if there is nothing to take
    """
    plain = _unpacked(files)
    documents = {name: data for name, data in plain.items() if data.lstrip()[:1] == b"{"}
    found = Found()
    if documents:
        name, data = next(iter(documents.items()))
        _read_document(name, data, found)
    else:
        _read_tables(plain, found, turned)
    if not found.votes:
        raise Unreadable(Fault.NO_VOTES, ", ".join(plain) or "–")
    if found.votes > MOST_VOTES:
        raise Unreadable(Fault.TOO_LARGE, ", ".join(plain))
    voted = {what for person in found.people.values() for what, _ in person.votes}
    for statement in found.statements.values():
        _settle(statement, found, voted)
    return found


def _unpacked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    plain: dict[str, bytes] = {}
    left = MOST_BYTES
    for name, data in files.items():
        if data[:2] != b"PK":
            plain[name] = data
            left -= len(data)
            continue
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if is_workbook(archive):
                    sheets = _sheets(name, data, left)
                    left -= sum(map(len, sheets.values()))
                    plain |= sheets
                    continue
                for entry in archive.infolist():
                    inside = PurePosixPath(entry.filename)
                    if entry.is_dir() or inside.suffix.lower() not in {".csv", ".json"}:
                        continue
                    if entry.file_size > left:  # before anything is unpacked
                        raise Unreadable(Fault.TOO_LARGE, name)
                    with archive.open(entry) as packed:
                        plain[inside.name] = packed.read(left + 1)
                    left -= len(plain[inside.name])
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise Unreadable(Fault.NOT_A_ZIP, name) from error
    if left < 0:
        raise Unreadable(Fault.TOO_LARGE, ", ".join(files))
    return plain


def _sheets(name: str, data: bytes, left: int) -> dict[str, bytes]:
    try:
        sheets = sheets_of(data, most_bytes=left)
    except UnreadableTable as error:
        is_large = error.reason == tables.Unreadable.TOO_LARGE
        raise Unreadable(Fault.TOO_LARGE if is_large else Fault.NOT_A_WORKBOOK, name) from error
    # The summary says in words what the other sheets hold.
    return {f"{name}: {title}": table for title, table in sheets.items() if title != "summary"}


# --- CSV ---------------------------------------------------------------------------------------------------


def _read_tables(plain: Mapping[str, bytes], found: Found, turned: bool | None) -> None:
    kinds: dict[str, Table] = {}
    for name, data in plain.items():
        table = _table(name, data, found)
        kind = _kind_of(table[1])
        if kind == "":
            if "summary" in name or not table[1]:
                continue
            raise Unreadable(Fault.UNKNOWN_FILE, name, ", ".join(table[1][:6]))
        if kind in kinds:
            raise Unreadable(Fault.TWO_OF_A_KIND, name, kinds[kind][0])
        kinds[kind] = table
    if "votes" not in kinds and "wide" not in kinds:
        raise Unreadable(Fault.NO_VOTES, ", ".join(plain) or "–")
    sums: dict[str, tuple[int, int]] = {}
    if "comments" in kinds:
        sums = _read_comments(kinds["comments"], found)
    given = list(
        _long_votes(kinds["votes"], found) if "votes" in kinds else _wide_votes(kinds["wide"], found)
    )
    _number_statements(found, {what for _, what, _, _ in given}, has_words="comments" in kinds)
    _take_votes(given, found, kinds["votes" if "votes" in kinds else "wide"][0])
    found.is_turned = _is_turned(found, sums) if turned is None else turned
    if found.is_turned:
        for person in found.people.values():
            person.votes = [(what, -value) for what, value in person.votes]
    for line, row in kinds["labels"][2] if "labels" in kinds else []:
        person_of = found.people.get(row["participant"])
        if person_of is not None and row["perspective"] in PERSPECTIVES:
            person_of.perspective = row["perspective"]
        elif row["perspective"] not in PERSPECTIVES:
            found.note(Fault.NO_ID, kinds["labels"][0], line, row["perspective"])


def _table(name: str, data: bytes, found: Found) -> Table:
    try:
        reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        head = [cell.strip() for cell in next(reader, [])]
        rows = []
        wants = len(head)
        is_summary = "summary" in name
        for line, row in enumerate(reader, 2):
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != wants:
                if not is_summary:
                    found.note(Fault.CELLS, name, line, f"{len(row)} / {wants}")
                continue
            rows.append((line, dict(zip(head, (cell.strip() for cell in row), strict=True))))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(Fault.NOT_TEXT, name) from error
    return name, head, rows


def _kind_of(head: list[str]) -> str:
    if {"comment-id", "comment-body"} <= set(head):
        return "comments"
    if {"comment-id", "voter-id", "vote"} <= set(head):
        return "votes"
    if set(head) == {"participant", "perspective"}:
        return "labels"
    return "wide" if "participant" in head else ""


def _read_comments(table: Table, found: Found) -> dict[str, tuple[int, int]]:
    name, _head, rows = table
    sums = {}
    for line, row in rows:
        key = row["comment-id"]
        if not key:
            found.note(Fault.NO_ID, name, line)
        elif key in found.statements:
            found.note(Fault.TWICE, name, line, key)
        elif not row["comment-body"]:
            found.note(Fault.NO_WORDS, name, line, key)
        else:
            text = row["comment-body"]
            if text[:1] == "'" and text[1:2] in {
                "=",
                "+",
                "@",
            }:  # as we write it, so that no sheet calculates
                text = text[1:]
            state = STATES.get(row.get("moderated", "1"), "shown")
            if row.get("is-meta", row.get("is_meta", "")).lower() in {"1", "true", "t", "yes"}:
                found.note(Fault.META, name, line, key)
                state = "hidden"
            kind = row.get("kind", "")
            language = row.get("language", "")
            found.statements[key] = FoundStatement(
                number=0,
                text=text,
                language=language if language in LANGUAGES else "",
                state=state,
                kind=kind if kind in KINDS else "open_question",
                author=row.get("author-id", ""),
            )
            try:
                sums[key] = int(float(row["agrees"])), int(float(row["disagrees"]))
            except (KeyError, ValueError, OverflowError):
                continue
    return sums


Given = tuple[str, str, int, int]
"""Who, on what, which, on which line."""


def _long_votes(table: Table, found: Found) -> Iterator[Given]:
    name, _head, rows = table
    given: list[tuple[float, Given]] = []
    for line, row in rows:
        if not row["voter-id"] or not row["comment-id"]:
            found.note(Fault.NO_ID, name, line)
        elif row["vote"] not in VOTES:
            found.note(Fault.NO_VOTE, name, line, row["vote"])
        else:
            given.append((_moment(row), (row["voter-id"], row["comment-id"], VOTES[row["vote"]], line)))
    given.sort(key=lambda item: item[0])  # stable: of two votes at the same instant the later line counts
    return (one for _, one in given)


def _moment(row: Mapping[str, str]) -> float:
    try:
        moment = float(row.get("timestamp", "0"))
    except ValueError:
        return 0.0
    return moment if moment == moment else 0.0


def _wide_votes(table: Table, found: Found) -> Iterator[Given]:
    name, head, rows = table
    columns = [column for column in head if column not in ABOUT_THE_PARTICIPANT]
    seen: set[str] = set()
    for line, row in rows:
        who = row["participant"]
        if not who:
            found.note(Fault.NO_ID, name, line)
            continue
        if who in seen:
            found.note(Fault.TWICE, name, line, who)
            continue
        seen.add(who)
        for column in columns:
            if row[column] in VOTES:
                yield who, column, VOTES[row[column]], line
            elif row[column]:
                found.note(Fault.NO_VOTE, name, line, row[column])


def _number_statements(found: Found, voted: set[str], *, has_words: bool) -> None:
    """Give the statements numbers: their own ids if these are whole numbers, counting from one where they begin with zero."""
    if not has_words:
        for key in sorted(voted, key=lambda key: (len(key), key)):
            found.statements[key] = FoundStatement(0, f"# {key}", "")
    keys = list(found.statements)
    if all(key.isascii() and key.isdigit() and int(key) < 1_000_000 for key in keys) and len(
        {int(key) for key in keys}
    ) == len(keys):
        shift = 1 if any(int(key) == 0 for key in keys) else 0
        for key in keys:
            found.statements[key].number = int(key) + shift
    else:
        for number, key in enumerate(keys, 1):
            found.statements[key].number = number


def _take_votes(given: list[Given], found: Found, name: str) -> None:
    for who, what, value, line in given:
        statement = found.statements.get(what)
        if statement is None:
            found.note(Fault.NO_STATEMENT, name, line, what)
            continue
        found.people.setdefault(who, FoundPerson()).votes.append((statement.number, value))


def _is_turned(found: Found, sums: Mapping[str, tuple[int, int]]) -> bool:
    counted = _counted(found)
    as_it_is = turned = 0
    for key, (agree, disagree) in sums.items():
        count = counted.get(found.statements[key].number, Counter())
        as_it_is += abs(count[1] - agree) + abs(count[-1] - disagree)
        turned += abs(count[-1] - agree) + abs(count[1] - disagree)
    return turned < as_it_is


def _counted(found: Found) -> dict[int, Counter[int]]:
    counted: dict[int, Counter[int]] = {}
    for person in found.people.values():
        for what, value in dict(person.votes).items():
            counted.setdefault(what, Counter())[value] += 1
    return counted


# --- JSON --------------------------------------------------------------------------------------------------


def _read_document(name: str, data: bytes, found: Found) -> None:
    try:
        document = json.loads(data)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Unreadable(Fault.NOT_TEXT, name) from error
    if document.get("format") != "skaala-board" or document.get("version") != 1:
        raise Unreadable(Fault.NOT_OURS, name)
    found.title = _texts(document.get("title"))
    found.is_simulated = document.get("is_simulated") is True
    _each(document, "prompts", name, found, _take_prompt)
    _each(document, "statements", name, found, _take_statement)
    _each(document, "participants", name, found, _take_person)
    _each(document, "votes", name, found, _take_vote)


def _each(
    document: Mapping[str, Any],
    part: str,
    name: str,
    found: Found,
    take: Callable[[dict[str, Any], Found], Fault | None],
) -> None:
    rows = document.get(part)
    for place, row in enumerate(rows if isinstance(rows, list) else [], 1):
        fault = take(row, found) if isinstance(row, dict) else Fault.NO_ID
        if fault is not None:
            found.note(fault, f"{name}: {part}", place)


def _take_prompt(row: dict[str, Any], found: Found) -> Fault | None:
    kind = row.get("kind")
    found.prompts.append(
        {"kind": kind if kind in KINDS else "open_question", "question": _texts(row.get("question"))}
    )
    return None


def _take_statement(row: dict[str, Any], found: Found) -> Fault | None:
    number, text = row.get("number"), row.get("text")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 1_000_000:
        return Fault.NO_ID
    if str(number) in found.statements:
        return Fault.TWICE
    if not isinstance(text, str) or not text.strip():
        return Fault.NO_WORDS
    state, kind, prompt, language = (row.get(key) for key in ("state", "kind", "prompt", "language"))
    found.statements[str(number)] = FoundStatement(
        number=number,
        text=text,
        language=language if language in LANGUAGES else "",
        # What was merged or split is kept out of sight: where it went to is not in the file.
        state="shown" if state == "shown" else "pending" if state == "pending" else "hidden",
        kind=kind if kind in KINDS else "open_question",
        prompt=prompt if isinstance(prompt, int) and 0 < prompt <= len(found.prompts) else 0,
        author=str(row.get("author") or ""),
        is_pinned=row.get("pinned") is True,
        translations=_texts(row.get("translations")),
    )
    return None


def _take_person(row: dict[str, Any], found: Found) -> Fault | None:
    who, perspective = row.get("id"), row.get("perspective")
    if not isinstance(who, str) or not who:
        return Fault.NO_ID
    if who in found.people:
        return Fault.TWICE
    found.people[who] = FoundPerson(perspective if perspective in PERSPECTIVES else "everyone")
    return None


def _take_vote(row: dict[str, Any], found: Found) -> Fault | None:
    who, what, value = row.get("participant"), row.get("statement"), row.get("vote")
    if not isinstance(who, str) or not who:
        return Fault.NO_ID
    if isinstance(value, bool) or value not in (1, 0, -1):
        return Fault.NO_VOTE
    if str(what) not in found.statements:
        return Fault.NO_STATEMENT
    found.people.setdefault(who, FoundPerson()).votes.append((found.statements[str(what)].number, int(value)))
    return None


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {code: text[:500] for code in LANGUAGES if isinstance(text := value.get(code), str) and text}


def _settle(statement: FoundStatement, found: Found, voted: set[int]) -> None:
    """Bring a statement's words into the shape in which we keep them."""
    try:
        statement.text = rules.clean_statement(statement.text)
    except rules.NotPossible as problem:
        words = " ".join("".join(c for c in statement.text if c.isprintable()).split())
        if problem.refusal == rules.Refusal.TOO_LONG:
            found.note(Fault.SHORTENED, "", statement.number, words)
            words = words[: rules.LONGEST - 1] + "…"
        statement.text = words[: rules.LONGEST] or f"# {statement.number}"
    statement.language = statement.language or guess_language(statement.text)
    if not statement.state:
        # Not looked at by a moderator: shown where people have voted on it, as most conversations do.
        statement.state = "shown" if statement.number in voted else "pending"
