"""
A board in files: the public Polis set (comments, votes, participants-votes, summary), the same tables as XLSX, and JSON.

1 is agree, −1 disagree, 0 pass. The complete set is for the organiser: pseudonyms as they are, all statements. The public set has fresh random ids
that lead nowhere, no days, and as its only attribute the perspective, where at least five people share it.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from skaala.workshops import rules
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Vote

FORMAT, FORMAT_VERSION = "skaala-board", 1
Rows = Iterable[tuple[object, ...]]
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
READ_ME = """Votes of a workshop's board in the public Polis export format.

comments.csv            the statements; moderated: 1 shown, 0 not looked at, -1 hidden
votes.csv               a row per vote; the last of a voter on a comment counts
participants-votes.csv  a row per participant, a column per comment; group-id where groups are separate
summary.csv             what the board was
perspectives.csv        the perspective of each participant, where at least five share it

1 is agree, -1 is disagree, 0 is pass; an empty cell is no vote.
`skaala groups participants-votes.csv --comments comments.csv` finds the groups again.
"""


@dataclass(frozen=True)
class Stand:
    """One vote of history: who, on which comment, what, when."""

    who: str
    what: int
    value: int
    day: date


@dataclass(frozen=True)
class Gathered:
    """What goes out of a board in any format, with the ids under which it goes out."""

    board: Board
    for_public: bool
    statements: list[Statement]
    people: list[Participant]
    history: list[Stand]
    perspectives: dict[str, str]
    groups: dict[str, str]
    ids: dict[str, str]

    @property
    def latest(self) -> dict[tuple[str, int], Stand]:
        """The stand of each participant on each statement that counts."""
        return {(stand.who, stand.what): stand for stand in self.history}


def gather(board: Board, *, for_public: bool, chance: random.Random) -> Gathered:
    """
    Return what goes out of ``board``.

    :param chance: draws the ids of the public set; hand in one that cannot be foreseen
    """
    statements = list(
        board.statements.order_by("number")
        .select_related("prompt", "small_group")
        .prefetch_related("root__translations")
    )
    people, history = _people_and_votes(board)
    if for_public:
        statements = [s for s in statements if s.state == Statement.State.SHOWN]
        counts = Counter(what for _, what in {(stand.who, stand.what) for stand in history})
        statements = [s for s in statements if counts[s.number] >= rules.SMALLEST_SHOWN]
    numbers = {statement.number for statement in statements}
    history = [stand for stand in history if stand.what in numbers]
    perspectives = {str(person.pk): person.perspective for person in people}
    groups = _groups(board)
    ids = {who: who for who in perspectives}
    if for_public:
        # Those whose votes all fell away with small statements are in no file.
        present = {stand.who for stand in history}
        people = [person for person in people if str(person.pk) in present]
        perspectives = _shared_by_five({who: name for who, name in perspectives.items() if who in present})
        groups = _shared_by_five({who: name for who, name in groups.items() if who in present})
        shuffled = chance.sample(sorted(present), len(present))
        ids = {who: f"{chance.getrandbits(48):012x}" for who in shuffled}
        by_person: dict[str, list[Stand]] = {who: [] for who in shuffled}
        for stand in {(stand.who, stand.what): stand for stand in history}.values():
            by_person[stand.who].append(stand)
        history = [stand for stands in by_person.values() for stand in stands]
    return Gathered(board, for_public, statements, people, history, perspectives, groups, ids)


def polis_files(board: Board, *, for_public: bool, chance: random.Random) -> dict[str, str]:
    """
    Return the Polis files of ``board`` by name.

    :param chance: as for :func:`gather`
    """
    got = gather(board, for_public=for_public, chance=chance)
    return {
        "README.txt": READ_ME,
        "comments.csv": _csv(comment_rows(got)),
        "votes.csv": _csv(vote_rows(got)),
        "participants-votes.csv": _csv(matrix_rows(got)),
        "perspectives.csv": _csv(perspective_rows(got)),
        "summary.csv": _csv(summary_rows(got)),
    }


def polis_archive(board: Board, *, for_public: bool, chance: random.Random) -> bytes:
    """Return the files of :func:`polis_files` as one ZIP file."""
    with io.BytesIO() as packed:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in polis_files(board, for_public=for_public, chance=chance).items():
                archive.writestr(name, text)
        return packed.getvalue()


def xlsx_workbook(board: Board, *, for_public: bool, chance: random.Random) -> bytes:
    """Return the same tables as one XLSX workbook, a sheet each."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    got = gather(board, for_public=for_public, chance=chance)
    book = Workbook(write_only=True)
    sheets = {
        "comments": comment_rows(got),
        "participants-votes": matrix_rows(got),
        "votes": vote_rows(got),
        "perspectives": perspective_rows(got),
        "summary": summary_rows(got),
    }
    from openpyxl.cell import WriteOnlyCell

    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2" if name != "summary" else None
        for place, row in enumerate(rows):
            cells: list[Any] = [_plain(cell) for cell in row]
            if place == 0 and name != "summary":
                heads = []
                for cell in cells:
                    head = WriteOnlyCell(sheet, value=cell)
                    head.font = Font(bold=True)
                    heads.append(head)
                cells = heads
            sheet.append(cells)
    with io.BytesIO() as packed:
        book.save(packed)
        return packed.getvalue()


def json_document(board: Board, *, for_public: bool, chance: random.Random) -> str:
    """Return the board as one JSON document; see docs/board-files.md."""
    got = gather(board, for_public=for_public, chance=chance)
    tallies = tally(got)
    stands: list[dict[str, object]] = [
        {"participant": got.ids[stand.who], "statement": stand.what, "vote": stand.value}
        | ({} if for_public else {"day": stand.day.isoformat()})
        for stand in got.history
    ]
    prompts = {prompt.pk: place for place, prompt in enumerate(board.prompts.all(), 1)}
    document = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "complete": not for_public,
        "title": _in_languages(board.event.title),
        "source": board.source,
        "is_simulated": board.is_simulated,
        "votes_mean": {"1": "agree", "0": "pass", "-1": "disagree"},
        "prompts": [
            {
                "number": prompts[prompt.pk],
                "kind": prompt.kind,
                "question": _in_languages(prompt.question),
            }
            for prompt in board.prompts.all()
        ],
        "statements": [
            {
                "number": s.number,
                "prompt": prompts[s.prompt_id],
                "kind": s.prompt.kind,
                "text": s.text,
                "language": s.language,
                "translations": {each.language: each.text for each in s.root.translations.all()},
                "state": s.state,
                "pinned": s.is_pinned,
                "agree": tallies[s.number][0],
                "disagree": tallies[s.number][1],
                "pass": tallies[s.number][2],
            }
            | (
                {}
                if for_public
                else {
                    "author": str(s.author_id or ""),
                    "source": s.source,
                    "carried_over": s.carried_from_id is not None,
                    "small_group": str(s.small_group) if s.small_group else "",
                }
            )
            for s in got.statements
        ],
        "participants": [
            {
                "id": got.ids[str(person.pk)],
                "perspective": got.perspectives.get(str(person.pk), ""),
                "opinion_group": got.groups.get(str(person.pk), ""),
            }
            | ({} if for_public else {"size_class": person.size_class, "is_guest": person.is_guest})
            for person in (
                got.people if not for_public else sorted(got.people, key=lambda p: got.ids[str(p.pk)])
            )
        ],
        "votes": stands,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _in_languages(texts: Any) -> dict[str, str]:
    return {code: text for code in ("fi", "sv", "en") if (text := getattr(texts, code))}


def tally(got: Gathered) -> dict[int, tuple[int, int, int]]:
    """Return how many agree, disagree and pass, by the statement's number."""
    counted = {s.number: Counter[int]() for s in got.statements}
    for stand in got.latest.values():
        counted[stand.what][stand.value] += 1
    return {number: (count[1], count[-1], count[0]) for number, count in counted.items()}


def _people_and_votes(board: Board) -> tuple[list[Participant], list[Stand]]:
    """All who voted on what stands here, and their votes in the order in which each gave them; undone ones left out."""
    number_of = dict(board.statements.values_list("root", "number"))
    counted = set(CurrentVote.objects.filter(root__in=number_of).values_list("participant", "root"))
    rows = (
        Vote.objects.filter(root__in=number_of, value__isnull=False)
        .order_by("participant", "number")
        .values_list("participant", "root", "value", "cast_on")
    )
    history = [
        Stand(str(who), number_of[root], value or 0, day)
        for who, root, value, day in rows
        if (who, root) in counted
    ]
    people = list(Participant.objects.filter(pk__in={who for who, _ in counted}).order_by("pk"))
    return people, history


def _groups(board: Board) -> dict[str, str]:
    picture = board.pictures.first()
    return dict(picture.result["members"]) if picture is not None else {}


def _shared_by_five(perspectives: dict[str, str]) -> dict[str, str]:
    """Leave out what fewer than five share; and the next smallest too, where what is left out would be fewer than five."""
    counts = Counter(perspectives.values())
    hidden = {name for name, count in counts.items() if count < rules.SMALLEST_SHOWN}
    for name in sorted(counts, key=lambda name: (counts[name], name)):
        if not hidden or sum(counts[each] for each in hidden) >= rules.SMALLEST_SHOWN:
            break
        hidden.add(name)
    return {who: name for who, name in perspectives.items() if name not in hidden}


def comment_rows(got: Gathered) -> Rows:
    """Return the statements with a head above them."""
    yield (
        "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body", "language", "kind"
    )  # fmt: skip
    verdict = {Statement.State.SHOWN: 1, Statement.State.PENDING: 0}
    counts = tally(got)
    for s in got.statements:
        author = "" if got.for_public or s.author_id is None else str(s.author_id)
        yield (
            s.number,
            got.ids.get(author, author),
            counts[s.number][0],
            counts[s.number][1],
            verdict.get(Statement.State(s.state), -1),
            s.text,
            s.language,
            s.prompt.kind,
        )


def vote_rows(got: Gathered) -> Rows:
    """Return the votes with a head above them; the public ones say nothing of when."""
    if got.for_public:
        yield "comment-id", "voter-id", "vote"
        yield from ((v.what, got.ids[v.who], v.value) for v in got.history)
        return
    yield "timestamp", "datetime", "comment-id", "voter-id", "vote"
    for v in got.history:
        moment = int(datetime.combine(v.day, time(), UTC).timestamp() * 1000)
        yield moment, v.day.isoformat(), v.what, got.ids[v.who], v.value


def matrix_rows(got: Gathered) -> Rows:
    """Return a row a participant with a column a statement."""
    held: dict[str, dict[int, int]] = {}
    for stand in got.history:
        held.setdefault(stand.who, {})[stand.what] = stand.value
    numbers = [statement.number for statement in got.statements]
    yield "participant", "group-id", "n-votes", "n-agree", "n-disagree", *numbers
    for who, votes in held.items():
        values = list(votes.values())
        about = (got.ids[who], got.groups.get(who, ""), len(values), values.count(1), values.count(-1))
        yield (*about, *(votes.get(number, "") for number in numbers))


def perspective_rows(got: Gathered) -> Rows:
    """Return the perspective of each participant of whom it is told."""
    yield "participant", "perspective"
    yield from ((got.ids[who], name) for who, name in got.perspectives.items() if who in got.ids)


def summary_rows(got: Gathered) -> Rows:
    """Return what the board was, a fact a row."""
    yield "topic", str(got.board.event.title)
    yield "voters", len({stand.who for stand in got.history})
    yield "comments", len(got.statements)
    yield "groups", len(set(got.groups.values()))
    yield "is-simulated", int(got.board.is_simulated)


def _csv(rows: Rows) -> str:
    with io.StringIO(newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([_harmless(cell) for cell in row] for row in rows)
        return file.getvalue()


def _harmless(cell: object) -> object:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "@", "\t"} else cell


def _plain(cell: object) -> object:
    """A cell as XLSX takes it: words without characters that the format forbids, and never a formula."""
    return _FORBIDDEN.sub("", str(_harmless(cell))) if isinstance(cell, str) else cell


@dataclass(frozen=True)
class MadeFile:
    """A board as one file."""

    content: bytes
    content_type: str
    ending: str


def make_file(board: Board, way: str, *, for_public: bool, chance: random.Random) -> MadeFile | None:
    """Return the board as `zip` (Polis), `xlsx` or `json`; None for any other way."""
    if way == "zip":
        return MadeFile(polis_archive(board, for_public=for_public, chance=chance), "application/zip", "zip")
    if way == "xlsx":
        sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return MadeFile(xlsx_workbook(board, for_public=for_public, chance=chance), sheet, "xlsx")
    if way == "json":
        text = json_document(board, for_public=for_public, chance=chance)
        return MadeFile(text.encode(), "application/json", "json")
    return None
