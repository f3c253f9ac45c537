"""The closing event of the demo's 2023 series: its board of next steps, with simulated votes and simulated commitments."""

from __future__ import annotations

import random

from skaala.demo.boards import mark, set_up, vote, walk
from skaala.demo.votes import Voter
from skaala.reports.commitments.queries import next_steps
from skaala.reports.models import Commitment
from skaala.reports.operations import import_next_steps
from skaala.series.models import Event, Series
from skaala.workshops import operations
from skaala.workshops.models import Board, Participant, Statement

PEOPLE = 38
NEW_STEPS = "Sovitaan jokaiselle teolle yhteyshenkilö, jolta muut voivat kysyä\nVarje åtgärd får en kort beskrivning på svenska"
NAMES = [
    "Esimerkkilän kunta (simuloitu)",
    "Mallikaupunki (simuloitu)",
    "Exempelby kommun (simulerad)",
    "Kestävät kunnat -verkosto (simuloitu)",
    "Rannikon seutukunta (simuloitu)",
    "Example Agency (simulated)",
    "Hankintarengas (simuloitu)",
]
"""Invented and marked as such in the name itself, since a name is also shown apart from its page."""
ROLES = ("takes_part", "takes_part", "wants_to_hear")


def load_closing(series: Series) -> None:
    """Make the closing event's board if it is not there: the report's next steps, weighed, with who takes part."""
    event = series.events.filter(kind=Event.Kind.CLOSING_EVENT).first()
    if event is None or Board.objects.filter(event=event).exists():
        return
    chance = random.Random(10)  # noqa: S311  not for secrets
    board = set_up(event)
    taken_in = import_next_steps(board=board, now=event.start)
    Statement.objects.filter(pk__in=[one.pk for one in taken_in.seeded]).update(is_simulated=True)
    question = board.prompts.get(kind="next_step")
    operations.seed_statements(
        board=board, prompt_id=question.pk, text=NEW_STEPS, now=event.start, is_simulated=True
    )
    day = event.start.astimezone(event.zone).date()
    known = list(Participant.objects.filter(series=series, is_simulated=True).order_by("pk"))
    people = [
        Voter.like_others(participant, chance)
        for participant in chance.sample(known, min(PEOPLE, len(known)))
    ]
    vote(board, people, day, chance)
    mark(board, people, chance)
    _commit(board, chance)
    board = walk(board, "closed", now=event.end)
    operations.analyse_board(board=board, now=event.end)
    operations.publish_results(board=board, now=event.end)


def _commit(board: Board, chance: random.Random) -> None:
    day = board.event.start.astimezone(board.event.zone).date()
    made = []
    for number, step in enumerate(next_steps(board)):
        names = chance.sample(NAMES, chance.randint(1, 4))
        if number % 3 == 2:
            names = names[:1]
        made += [
            Commitment(
                board=board,
                root_id=step.statement.root_id,
                role="leads" if place == 0 and number % 3 != 2 else chance.choice(ROLES),
                name=name,
                is_simulated=True,
                consented_on=day,
            )
            for place, name in enumerate(names)
        ]
    Commitment.objects.bulk_create(made)
