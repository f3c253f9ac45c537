"""Boards with votes, made quickly: who agrees with what is said in a table."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from skaala.reports.figures.board_snapshot import BoardSnapshot
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.series.models import Series
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Vote
from tests import cast
from tests.workshops.boards import NOW, a_board

Votes = Mapping[str, tuple[int, int, int]]
"""By perspective: how many agree, disagree, pass."""

SHARED = {"receiver": (12, 0, 0), "pioneer": (11, 0, 0), "network": (10, 0, 0)}
SPLIT = {"receiver": (11, 1, 0), "pioneer": (1, 10, 0), "network": (5, 4, 0)}
WIDE = {"receiver": (25, 6, 0), "pioneer": (7, 25, 0), "network": (14, 12, 0)}
PLAIN = {"receiver": (9, 3, 0), "pioneer": (7, 4, 0), "network": (6, 3, 0)}


def ballots(kinds: Mapping[str, str], votes: Mapping[str, Votes]) -> VoteSnapshot:
    """Votes on one board without a database; person n of a perspective is the same in each statement."""
    rows, people = [], {}
    for statement, by_perspective in votes.items():
        for perspective, counts in by_perspective.items():
            values = [value for value, count in zip((1, -1, 0), counts, strict=True) for _ in range(count)]
            for number, value in enumerate(values):
                who = f"{perspective}-{number}"
                people[who] = perspective
                rows.append((who, statement, 0, value))
    rows.sort(key=lambda row: row[0])
    board = BoardSnapshot(event=1, perspective="everyone", shown=tuple(kinds), new=tuple(kinds))
    return VoteSnapshot(tuple(rows), people, kinds, (board,), {"small": len(people)})


def a_voted_series(
    texts: Mapping[str, tuple[str, Votes]] | None = None, **details: object
) -> tuple[Series, Board]:
    """A series with one board on which statements (text → kind, votes) have been voted."""
    series = cast.a_series(**details)
    board = a_board(cast.an_event(series, perspective="receiver"))
    texts = texts or {
        "Yhteinen hankinta säästää aikaa": ("good_practice", SHARED),
        "Ingen har tid att leta efter exempel": ("bottleneck", SPLIT),
        "One contact in every town": ("next_step", PLAIN),
    }
    people: dict[str, Participant] = {}
    for number, (text, (kind, votes)) in enumerate(texts.items(), 1):
        statement = a_statement(board, text, kind, number)
        vote(board, statement, votes, people)
    return series, board


def a_statement(board: Board, text: str, kind: str, number: int) -> Statement:
    own = uuid.uuid4()
    language = "sv" if text.startswith("Ingen") else "en" if text.startswith("One") else "fi"
    prompt = board.prompts.filter(kind=kind).first() or board.prompts.first()
    prompt.kind = kind
    prompt.save()
    return Statement.objects.create(
        pk=own, root_id=own, board=board, prompt=prompt, number=number, text=text, language=language, written_on=NOW.date()
    )  # fmt: skip


def vote(board: Board, statement: Statement, votes: Votes, people: dict[str, Participant]) -> None:
    """Let so many people vote, the same ones each time; who has voted before changes their mind."""
    for perspective, counts in votes.items():
        values = [value for value, count in zip((1, -1, 0), counts, strict=True) for _ in range(count)]
        for number, value in enumerate(values):
            key = f"{perspective}-{number}"
            if key not in people:
                people[key] = Participant.objects.create(
                    pk=uuid.uuid4(), series=board.event.series, perspective=perspective, joined_on=NOW.date()
                )
            person = people[key]
            person.votes_cast += 1
            Vote.objects.create(
                participant=person, number=person.votes_cast, root=statement.root, board=board, value=value, cast_on=NOW.date()
            )  # fmt: skip
            CurrentVote.objects.update_or_create(
                participant=person,
                root=statement.root,
                defaults={"number": person.votes_cast, "value": value},
            )
    Participant.objects.bulk_update(people.values(), ["votes_cast"])
