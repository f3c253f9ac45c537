"""A board with the people who use it, in the words of the tests."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest

from skaala.series.models import Event, Series
from skaala.workshops.models import Board, CurrentVote, Participant, Statement
from skaala.workshops.operations import BoardSettings, cast_vote, move_phase, set_up_board, write_statement
from skaala.workshops.rules import Refusal, UnableToAct
from tests import cast

NOW = cast.TODAY


def a_board(
    event: Event | None = None, *, phase: str = "gather", prompt_set: str = "plain", **settings: Any
) -> Board:
    event = event or cast.an_event(cast.a_series(), perspective="receiver")
    board = set_up_board(event=event, prompt_set=prompt_set, settings=BoardSettings(**settings))
    return at(board, phase)


def at(board: Board, phase: str) -> Board:
    """The board brought to a phase the way a facilitator would: step by step."""
    order = ["set_up", "preparation", "gather", "weigh", "look", "conclude", "closed"]
    while board.phase != phase:
        step = 1 if order.index(phase) > order.index(board.phase) else -1
        to = order[order.index(board.phase) + step]
        # Long enough ago for the minute in which what was being written is still taken.
        board = move_phase(board=board, to=to, version=board.version, now=NOW - timedelta(hours=1))
    return Board.objects.select_related("event__series").get(pk=board.pk)


def a_participant(series: Series, perspective: str = "receiver", **details: Any) -> Participant:
    return Participant.objects.create(
        pk=uuid.uuid4(), series=series, perspective=perspective, joined_on=NOW.date(), **details
    )


def participants(series: Series, count: int, perspective: str = "receiver") -> list[Participant]:
    return [a_participant(series, perspective) for _ in range(count)]


def a_statement(
    board: Board, text: str = "Yhteinen hankinta säästää aikaa", author: Participant | None = None
) -> Statement:
    author = author or a_participant(board.event.series)
    return write_statement(
        board=board, participant=author, prompt_id=board.prompts.first().pk, text=text, now=NOW
    )


def votes(board: Board, participant: Participant, statement: Statement, value: int) -> None:
    cast_vote(board=board, participant=participant, statement_id=statement.pk, value=value, now=NOW)


def refused(refusal: Refusal) -> pytest.RaisesExc[UnableToAct]:
    return pytest.raises(UnableToAct, match=f"^{refusal.value}$")


def vote_counts(board: Board) -> dict[uuid.UUID, tuple[int, int, int]]:
    """By root, how many agree, disagree and voted at all, as the table has it this moment."""
    found: dict[uuid.UUID, tuple[int, int, int]] = {}
    for root, value in CurrentVote.objects.filter(root__standings__board=board).values_list("root", "value"):
        agree, disagree, total = found.get(root, (0, 0, 0))
        found[root] = (agree + (value == 1), disagree + (value == -1), total + 1)
    return found
