"""The boards of the demo: three past ones of 2023 with simulated votes, and one that a visitor can join."""

from __future__ import annotations

import random
import uuid
from collections import defaultdict
from datetime import date, datetime

from django.db import transaction

from skaala.demo.statements_2023 import CARRIED, RECEIVING, TRANSLATED, WORKSHOPS, ScriptedStatement
from skaala.demo.votes import Voter, vote_of
from skaala.insight.languages import guess_language
from skaala.series.models import Event, Series
from skaala.workshops import operations, rules
from skaala.workshops.models import Board, CurrentVote, Importance, Participant, Statement, Translation, Vote
from skaala.workshops.models.prompt_sets import set_for
from skaala.workshops.operations.write import next_numbers

# By number of the workshop, how many of each perspective take part; some come to two workshops.
PEOPLE = {
    1: {"receiver": 24, "pioneer": 7, "network": 6},
    2: {"receiver": 7, "pioneer": 18, "network": 6},
    3: {"receiver": 6, "pioneer": 6, "network": 13},
}
COMES_AGAIN = 0.5
THINKS_AGAIN, MOVES = 0.8, 0.4
LIVE_STATEMENTS = 14
LIVE_PEOPLE = {"receiver": 9, "pioneer": 5, "network": 3}


def load_boards(*, past: Series, coming: Series, now: datetime) -> Board:
    """Make the boards that are not there yet; return the one that is open to visitors."""
    with transaction.atomic():
        if not Board.objects.filter(event__series=past).exists():
            _hold_workshops(past)
    live = Board.objects.filter(event__series=coming).select_related("event__series").first()
    if live is None:
        with transaction.atomic():
            live = _open_live_board(coming, now=now)
        operations.analyse_board(board=live, now=now)
    return live


def _hold_workshops(series: Series) -> None:
    chance = random.Random(2023)  # noqa: S311  not for secrets
    voters: dict[str, list[Voter]] = defaultdict(list)
    earlier: Board | None = None
    for event in series.events.filter(number__in=WORKSHOPS).order_by("number"):
        board = set_up(event)
        day, at = event.start.astimezone(event.zone).date(), event.end
        if earlier is not None and event.number is not None:
            shown = list(earlier.statements.filter(carried_from=None).order_by("number"))
            chosen = chance.sample(shown, CARRIED[event.number])
            operations.carry_over(board=board, statement_ids=[each.pk for each in chosen], now=at)
        people = _gather(series, PEOPLE[event.number or 1], voters, day, chance)
        _write(board, WORKSHOPS[event.number or 1], people, day, chance)
        vote(board, people, day, chance)
        _think_again(board, people, day)
        mark(board, people, chance)
        _translate_and_pin(board)
        board = walk(board, "closed", now=at)
        operations.analyse_board(board=board, now=at)
        operations.publish_results(board=board, now=at)
        earlier = board


def _open_live_board(series: Series, *, now: datetime) -> Board:
    chance = random.Random(7)  # noqa: S311  not for secrets
    event = series.events.filter(number=1).get()
    board = set_up(event, hides_results=False)
    day = now.astimezone(event.zone).date()
    people = _gather(series, LIVE_PEOPLE, defaultdict(list), day, chance)
    _write(board, chance.sample(RECEIVING, LIVE_STATEMENTS), people, day, chance)
    vote(board, people, day, chance)
    _translate_and_pin(board)
    return walk(board, "gather", now=now)


def set_up(event: Event, *, hides_results: bool = True) -> Board:
    """Make the board of ``event`` with the questions that fit it."""
    settings = operations.BoardSettings(hides_results=hides_results)
    return operations.set_up_board(
        event=event, prompt_set=set_for(event), settings=settings, is_simulated=True
    )


def walk(board: Board, phase: str, *, now: datetime) -> Board:
    """Lead the board step by step through its phases."""
    order = [phase.value for phase in rules.ORDER]
    while board.phase != phase:
        to = order[order.index(board.phase) + 1]
        board = operations.move_phase(board=board, to=to, version=board.version, now=now)
    return board


def _translate_and_pin(board: Board) -> None:
    """Translate what a facilitator would translate, and pin the first of it."""
    own = board.statements.filter(text__in=TRANSLATED, carried_from=None).order_by("number")
    Translation.objects.bulk_create(
        Translation(root_id=each.root_id, language=language, text=text)
        for each in own
        for language, text in TRANSLATED[each.text].items()
    )
    first = own.first()
    if first is not None:
        operations.set_pinned(board=board, statement_id=first.pk, is_pinned=True)


def _gather(
    series: Series, wanted: dict[str, int], voters: dict[str, list[Voter]], day: date, chance: random.Random
) -> list[Voter]:
    """Return so many people of each perspective: some who came before, the others new."""
    present: list[Voter] = []
    for perspective, number in wanted.items():
        again = chance.sample(voters[perspective], min(len(voters[perspective]), round(number * COMES_AGAIN)))
        fresh = [_newcomer(series, perspective, day, chance) for _ in range(number - len(again))]
        Participant.objects.bulk_create(voter.participant for voter in fresh)
        voters[perspective] += fresh
        present += again + fresh
    return present


def _newcomer(series: Series, perspective: str, day: date, chance: random.Random) -> Voter:
    size = {"receiver": ["small", "small", "medium"], "pioneer": ["medium", "large", "large"]}.get(
        perspective, [""]
    )
    participant = Participant(
        pk=uuid.UUID(int=chance.getrandbits(128), version=4),
        series=series,
        perspective=perspective,
        size_class=chance.choice(size),
        is_simulated=True,
        joined_on=day,
    )
    return Voter.like_others(participant, chance)


def _write(
    board: Board, said: list[ScriptedStatement], people: list[Voter], day: date, chance: random.Random
) -> None:
    prompts = defaultdict(list)
    for prompt in board.prompts.all():
        prompts[prompt.kind].append(prompt)
    any_prompt = board.prompts.first()
    numbers = next_numbers(board, len(said))
    made = []
    for number, one in zip(numbers, chance.sample(said, len(said)), strict=True):
        own = uuid.UUID(int=chance.getrandbits(128), version=4)
        made.append(
            Statement(
                pk=own,
                root_id=own,
                board=board,
                prompt=chance.choice(prompts[one.kind] or [any_prompt]),
                number=number,
                text=one.text,
                language=guess_language(one.text),
                author=chance.choice(people).participant,
                is_simulated=True,
                written_on=day,
            )
        )
    Statement.objects.bulk_create(made)


def vote(board: Board, people: list[Voter], day: date, chance: random.Random) -> None:
    """Let everybody take a stand on most of what stands there; a carried statement perhaps once more."""
    statements = list(board.statements.filter(state=Statement.State.SHOWN))
    held = set(
        CurrentVote.objects.filter(participant__in=[voter.participant for voter in people]).values_list(
            "participant", "root"
        )
    )
    votes = []
    for voter in people:
        diligence = chance.uniform(0.55, 1.0)
        for statement in chance.sample(statements, len(statements)):
            key = (voter.participant.pk, statement.root_id)
            if statement.author_id == voter.participant.pk or key in held or chance.random() > diligence:
                continue
            voter.participant.votes_cast += 1
            votes.append(
                Vote(
                    participant=voter.participant,
                    number=voter.participant.votes_cast,
                    root_id=statement.root_id,
                    board=board,
                    value=vote_of(voter, statement.text, chance),
                    cast_on=day,
                )
            )
    Vote.objects.bulk_create(votes)
    CurrentVote.objects.bulk_create(
        CurrentVote(participant_id=v.participant_id, root_id=v.root_id, number=v.number, value=v.value or 0)
        for v in votes
    )
    Participant.objects.bulk_update([voter.participant for voter in people], ["votes_cast"])


def _think_again(board: Board, people: list[Voter], day: date) -> None:
    """Let some of those who have met a carried statement before take a stand on it once more: views move a little."""
    chance = random.Random(board.event.number)  # noqa: S311  not for secrets
    by_pk = {voter.participant.pk: voter for voter in people}
    first_here = set(board.votes.values_list("participant", "root"))
    carried = board.statements.exclude(carried_from=None).values("root")
    held = CurrentVote.objects.filter(participant__in=by_pk, root__in=carried).select_related("root")
    again, changed = [], []
    for current in held.order_by("root__number", "participant"):
        if (current.participant_id, current.root_id) in first_here or chance.random() > THINKS_AGAIN:
            continue
        voter = by_pk[current.participant_id]
        moves = (current.root.number % 3 - 1) if chance.random() < MOVES else None
        voter.participant.votes_cast += 1
        current.number, current.value = voter.participant.votes_cast, moves or current.value
        again.append(
            Vote(
                participant=voter.participant,
                number=current.number,
                root=current.root,
                board=board,
                value=current.value,
                cast_on=day,
            )
        )
        changed.append(current)
    Vote.objects.bulk_create(again)
    CurrentVote.objects.bulk_update(changed, ["number", "value"])
    Participant.objects.bulk_update([voter.participant for voter in people], ["votes_cast"])


def mark(board: Board, people: list[Voter], chance: random.Random) -> None:
    """Let people mark what matters most to them; what many agree with is marked more often."""
    statements = list(board.statements.all())
    weights = [chance.random() ** 3 for _ in statements]
    marks = []
    for voter in people:
        chosen = dict.fromkeys(statement.root_id for statement in chance.choices(statements, weights, k=4))
        marks += [
            Importance(board=board, participant=voter.participant, root_id=root, slot=slot)
            for slot, root in enumerate(list(chosen)[:3], 1)
        ]
    Importance.objects.bulk_create(marks)
