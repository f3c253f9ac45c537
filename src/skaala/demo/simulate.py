"""Bringing a board to life: simulated people who come, write and weigh, through the same operations as everybody."""

from __future__ import annotations

import random
import time
import uuid
from collections.abc import Callable
from datetime import datetime

from skaala.demo.statements_2023 import WORKSHOPS, ScriptedStatement
from skaala.demo.votes import Voter, vote_of
from skaala.workshops import operations, queries, rules
from skaala.workshops.models import Board, Participant
from skaala.workshops.operations.simulated import check_nobody_real

PERSPECTIVES = ("receiver", "receiver", "pioneer", "network")
WRITES = 0.25


def simulate(
    *,
    board: Board,
    participants: int,
    now: datetime,
    seconds: float = 0.0,
    seed: int = 1,
    on_step: Callable[[], None] = lambda: None,
) -> tuple[int, int]:
    """
    Have so many simulated participants take part in ``board``, spread over ``seconds``.

    :returns: how many statements were written and how many votes cast
    :raises UnableToAct: if the board takes no votes now, or real people have taken part in it
    """
    rules.check_can_vote(board.phase)
    check_nobody_real(board)
    chance = random.Random(seed)  # noqa: S311  not for secrets
    people = [_somebody(board, now, chance) for _ in range(participants)]
    unsaid = [one for lines in WORKSHOPS.values() for one in lines]
    chance.shuffle(unsaid)
    written = cast = 0
    begun = time.monotonic()
    for turn, voter in enumerate(people, 1):
        written += _perhaps_write(board, voter, unsaid, now, chance)
        cast += _vote(board, voter, now, chance)
        on_step()
        time.sleep(max(0.0, begun + seconds * turn / participants - time.monotonic()))
    return written, cast


def _perhaps_write(
    board: Board, voter: Voter, unsaid: list[ScriptedStatement], now: datetime, chance: random.Random
) -> bool:
    """Have ``voter`` write the next of ``unsaid``, one time in four and unless the board has it; say whether they did."""
    prompts = list(board.prompts.all())
    if not (rules.can_write(board.phase) and prompts and unsaid and chance.random() < WRITES):
        return False
    said = unsaid.pop()
    if any(similar.likeness > 0.9 for similar in queries.similar_on_board(board, said.text)):
        return False
    fitting = next((prompt for prompt in prompts if prompt.kind == said.kind), prompts[0])
    operations.write_statement(
        board=board, participant=voter.participant, prompt_id=fitting.pk, text=said.text, now=now
    )
    return True


def _vote(board: Board, voter: Voter, now: datetime, chance: random.Random) -> int:
    """Have ``voter`` vote on most of others' statements; return on how many."""
    cast = 0
    for statement in queries.shown_statements(board):
        if statement.author_id == voter.participant.pk or chance.random() > 0.85:
            continue
        value = vote_of(voter, statement.text, chance)
        operations.cast_vote(
            board=board, participant=voter.participant, statement_id=statement.pk, value=value, now=now
        )
        cast += 1
    return cast


def _somebody(board: Board, now: datetime, chance: random.Random) -> Voter:
    series = board.event.series
    participant = Participant.objects.create(
        pk=uuid.uuid4(),
        series=series,
        perspective=chance.choice(PERSPECTIVES),
        size_class=chance.choice(["small", "medium", "large"]),
        is_simulated=True,
        joined_on=now.astimezone(series.zone).date(),
    )
    return Voter.like_others(participant, chance)
