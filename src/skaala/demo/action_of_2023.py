"""An action that a statement of the simulated 2023 workshops became: what came of it can be followed from the statement on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from skaala.catalogue import operations
from skaala.catalogue.models import Action, FollowUp, FollowUpQuestion
from skaala.catalogue.operations import StageReport
from skaala.catalogue.queries import is_public_statement
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.places.models import Municipality
from skaala.series.models import Series
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement

Spread = tuple[tuple[Any, ...], ...]

OWNER = "205"
NAME = Texts(
    fi="Yhteinen esimerkkipankki naapurikuntien kanssa",
    sv="En gemensam exempelbank med grannkommunerna",
    en="A common bank of examples with neighbouring municipalities",
)
SUMMARY = Texts(
    fi="Kunnat kirjaavat toimensa samalla lomakkeella ja vastaavat toistensa kysymyksiin kerran kuussa.",
    sv="Kommunerna beskriver sina åtgärder i samma formulär och svarar på varandras frågor en gång i månaden.",
    en="Municipalities describe their actions in one form and answer each other’s questions once a month.",
)
SPREAD: Spread = (
    ("678", ("interested", date(2023, 6, 1)), ("in_use", date(2024, 2, 1))),
    ("020", ("interested", date(2023, 9, 1)), ("piloting", date(2024, 5, 1)), ("in_use", date(2025, 1, 1))),
    ("179", ("interested", date(2024, 1, 1)), ("piloting", date(2025, 3, 1))),
)
"""Municipalities with the stages that they came to."""


def load_action_of_2023(*, series: Series, now: datetime) -> None:
    """Make the action of the first statement that everybody may read, with adoptions and the answers to a follow-up."""
    if Action.objects.filter(statement__board__event__series=series).exists():
        return
    statements = Statement.objects.filter(
        board__event__series=series, board__is_rehearsal=False, state=Statement.State.SHOWN
    )
    readable = (
        one
        for one in statements.select_related("board__event__series", "root").order_by("board", "number")
        if is_public_statement(one, now=now)
    )
    statement = next(readable, None)
    if statement is None:
        return
    action = operations.action_from_statement(statement=statement, now=now)
    action.name, action.summary, action.goals = NAME, SUMMARY, [11, 17]
    action.scaling = Action.Scaling.SPREADING
    publish_spread(action, OWNER, SPREAD, now=now)


def publish_spread(action: Action, owner: str, spread: Spread, *, now: datetime) -> None:
    """Publish a simulated action of May 2023 that its ``owner`` runs, and record how far it came elsewhere."""
    action.owner, action.is_simulated = Municipality.objects.get(pk=owner), True
    action.themes, action.status = ["governance"], Action.Status.RUNNING
    action.began_on, action.began_precision = date(2023, 5, 1), Action.Precision.MONTH
    operations.save_action(action=action, now=now)
    operations.publish_action(action=action, account=None, now=now)
    _record_spread(action, spread, now=now)


def _record_spread(action: Action, spread: Spread, *, now: datetime) -> None:
    """Record how far municipalities came with ``action``, the first stage learned from its owner."""
    for code, *stages in spread:
        place = Municipality.objects.get(pk=code)
        reports = [
            StageReport(
                stage=stage,
                when=InexactDate(day, "month"),
                learned_from=action.owner if number == 0 else None,
            )
            for number, (stage, day) in enumerate(stages)
        ]
        operations.record_history(
            action=action, municipality=place, reports=reports, now=now, is_simulated=True
        )
        _follow_up(action, place, stages, now)
    operations.count_adopters(action=action)


def _follow_up(action: Action, place: Municipality, stages: list[tuple[str, date]], now: datetime) -> None:
    """Note what somebody of the municipality answered; name and address have gone, as they do."""
    first, last = stages[0][1], stages[-1]
    follow_up = FollowUp.objects.create(
        kind=FollowUp.Kind.INTERESTED,
        action=action,
        municipality=place,
        asked_for_at=now,
        consented_on=first,
        ended_on=last[1],
    )
    FollowUpQuestion.objects.create(
        follow_up=follow_up, number=1, asked_on=last[1], answer=last[0], answered_on=last[1]
    )
