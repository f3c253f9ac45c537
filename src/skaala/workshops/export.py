"""
A board as the public Polis files: comments, votes, participants-votes, summary. 1 is agree, −1 disagree, 0 pass.

The complete set is for the organiser: pseudonyms as they are, all statements. The public set has fresh random ids
that lead nowhere, no days, and as its only attribute the perspective, where at least five people share it.
"""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from skaala.workshops import rules
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Vote

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
class _Said:
    """One vote of history: who, on which comment, what, when."""

    who: str
    what: int
    value: int
    day: date


def polis_files(board: Board, *, for_public: bool, chance: random.Random) -> dict[str, str]:
    """
    Return the files of ``board`` by name.

    :param chance: draws the ids of the public set; hand in one that cannot be foreseen
    """
    statements = list(board.statements.order_by("number"))
    people, history = _people_and_votes(board)
    if for_public:
        statements = [s for s in statements if s.state == Statement.State.SHOWN]
        counts = Counter(vote.what for vote in _latest(history).values())
        statements = [s for s in statements if counts[s.number] >= rules.SMALLEST_SHOWN]
    numbers = {statement.number for statement in statements}
    history = [vote for vote in history if vote.what in numbers]
    perspectives = {str(person.pk): person.perspective for person in people}
    groups = _groups(board)
    ids = {who: who for who in perspectives}
    if for_public:
        # Those whose votes all fell away with small statements are in no file.
        present = {vote.who for vote in history}
        perspectives = _shared_by_five({who: name for who, name in perspectives.items() if who in present})
        shuffled = chance.sample(sorted(present), len(present))
        ids = {who: f"{chance.getrandbits(48):012x}" for who in shuffled}
        by_person: dict[str, list[_Said]] = {who: [] for who in shuffled}
        for vote in _latest(history).values():
            by_person[vote.who].append(vote)
        history = [vote for votes in by_person.values() for vote in votes]
    return {
        "README.txt": READ_ME,
        "comments.csv": _comments(statements, history, ids, for_public=for_public),
        "votes.csv": _votes(history, ids, for_public=for_public),
        "participants-votes.csv": _matrix(statements, history, ids, groups),
        "perspectives.csv": _table(
            ["participant", "perspective"],
            [(ids[who], name) for who, name in perspectives.items() if who in ids],
        ),
        "summary.csv": _table(
            None,
            [
                ("topic", str(board.event.title)),
                ("voters", len({vote.who for vote in history})),
                ("comments", len(statements)),
                ("groups", len(set(groups.values()))),
                ("is-simulated", int(board.is_simulated)),
            ],
        ),
    }


def polis_archive(board: Board, *, for_public: bool, chance: random.Random) -> bytes:
    """Return the files of :func:`polis_files` as one ZIP file."""
    with io.BytesIO() as packed:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in polis_files(board, for_public=for_public, chance=chance).items():
                archive.writestr(name, text)
        return packed.getvalue()


def _people_and_votes(board: Board) -> tuple[list[Participant], list[_Said]]:
    """All who voted on what stands here, and their votes in the order in which each gave them; undone ones left out."""
    number_of = dict(board.statements.values_list("root", "number"))
    counted = set(CurrentVote.objects.filter(root__in=number_of).values_list("participant", "root"))
    rows = (
        Vote.objects.filter(root__in=number_of, value__isnull=False)
        .order_by("participant", "number")
        .values_list("participant", "root", "value", "cast_on")
    )
    history = [
        _Said(str(who), number_of[root], value or 0, day)
        for who, root, value, day in rows
        if (who, root) in counted
    ]
    people = list(Participant.objects.filter(pk__in={who for who, _ in counted}).order_by("pk"))
    return people, history


def _latest(history: list[_Said]) -> dict[tuple[str, int], _Said]:
    return {(vote.who, vote.what): vote for vote in history}


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


def _comments(
    statements: list[Statement], history: list[_Said], ids: dict[str, str], *, for_public: bool
) -> str:
    agree, disagree = Counter[int](), Counter[int]()
    for vote in _latest(history).values():
        agree[vote.what] += vote.value == 1
        disagree[vote.what] += vote.value == -1
    verdict = {Statement.State.SHOWN: 1, Statement.State.PENDING: 0}
    head = ["comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body", "language", "kind"]
    rows = [
        (
            s.number,
            "" if for_public or s.author_id is None else ids.get(str(s.author_id), str(s.author_id)),
            agree[s.number],
            disagree[s.number],
            verdict.get(Statement.State(s.state), -1),
            s.text,
            s.language,
            s.prompt.kind,
        )
        for s in statements
    ]
    return _table(head, rows)


def _votes(history: list[_Said], ids: dict[str, str], *, for_public: bool) -> str:
    if for_public:
        return _table(["comment-id", "voter-id", "vote"], [(v.what, ids[v.who], v.value) for v in history])
    rows = [
        (int(datetime.combine(v.day, time(), UTC).timestamp() * 1000), v.day, v.what, ids[v.who], v.value)
        for v in history
    ]
    return _table(["timestamp", "datetime", "comment-id", "voter-id", "vote"], rows)


def _matrix(
    statements: list[Statement], history: list[_Said], ids: dict[str, str], groups: dict[str, str]
) -> str:
    held: dict[str, dict[int, int]] = {}
    for vote in history:
        held.setdefault(vote.who, {})[vote.what] = vote.value
    numbers = [statement.number for statement in statements]
    rows = []
    for who, votes in held.items():
        values = list(votes.values())
        about = (ids[who], groups.get(who, ""), len(values), values.count(1), values.count(-1))
        rows.append((*about, *(votes.get(number, "") for number in numbers)))
    return _table(["participant", "group-id", "n-votes", "n-agree", "n-disagree", *numbers], rows)


def _table(head: Sequence[object] | None, rows: Sequence[tuple[object, ...]]) -> str:
    with io.StringIO(newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        if head is not None:
            out.writerow(head)
        out.writerows([_harmless(cell) for cell in row] for row in rows)
        return file.getvalue()


def _harmless(cell: object) -> object:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "@", "\t"} else cell
