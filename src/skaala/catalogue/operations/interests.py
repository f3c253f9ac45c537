"""Saying in a workshop that a municipality is interested or can help, removing it, and what it becomes afterwards."""

from __future__ import annotations

import uuid
from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from skaala.catalogue.models import Action, AdoptionReport, FollowUp, Interest
from skaala.catalogue.operations.adoptions import StageReport, report_adoption
from skaala.catalogue.operations.follow_ups import begin_follow_up
from skaala.catalogue.operations.make_from import action_from_statement
from skaala.catalogue.queries.interests import ready_for_actions
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.catalogue.rules.reporting import UnableToReport
from skaala.places.models import Municipality
from skaala.workshops.models import Board, Statement
from skaala.workshops.rules import RUNNING


class NoInterestHere(Exception):
    """The board is closed, or a rehearsal, in which nothing public is said."""


def takes_interests(board: Board) -> bool:
    """Say whether somebody may say on ``board`` that their municipality is interested or can help."""
    return board.phase in RUNNING and not board.is_rehearsal


@transaction.atomic
def say_interest(
    *,
    board: Board,
    statement: Statement,
    kind: str,
    municipality: Municipality,
    now: datetime,
    email: str = "",
    name: str = "",
    language: str = "",
) -> Interest:
    """
    Note what a municipality says of a statement; said again it changes nothing. An address is asked whether it agrees to be asked.

    :raises NoInterestHere: if the board takes none
    :raises TooManyFollowUps: if the address has been given too often; nothing is kept
    """
    if not takes_interests(board):
        raise NoInterestHere
    root = Statement.objects.select_for_update(no_key=True).get(pk=statement.root_id)
    interest, _is_new = Interest.objects.get_or_create(
        root=root,
        kind=kind,
        municipality=municipality,
        defaults={"board": board, "said_on": timezone.localdate(now)},
    )
    if email:
        # The hour only: a time could be compared with those of votes.
        hour = now.replace(minute=0, second=0, microsecond=0)
        begin_follow_up(
            kind=kind,
            step=root,
            municipality=municipality,
            name=name,
            email=email,
            language=language,
            now=hour,
        )
    return interest


@transaction.atomic
def remove_interest(*, board: Board, interest_id: uuid.UUID) -> bool:
    """Remove what somebody said wrongly, for the facilitator. Returns whether there was something."""
    here = board.statements.values("root")  # also what was said where a statement was carried over from
    return bool(Interest.objects.filter(root__in=here, pk=interest_id).delete()[0])


def take_over(*, now: datetime) -> int:
    """Make actions of the statements that municipalities were interested in, as soon as all may read them; returns how many interests."""
    return sum(_take_over(pk, now) for pk in ready_for_actions(now=now))


@transaction.atomic
def _take_over(pk: uuid.UUID, now: datetime) -> bool:
    related = ("root__board__event__series", "municipality")
    found = Interest.objects.select_for_update(of=("self",), skip_locked=True).select_related(*related)
    interest = found.filter(pk=pk, action__isnull=True).first()
    if interest is None:
        return False
    action = action_from_statement(statement=interest.root.stayed_as, now=now)
    interest.action = action
    interest.save(update_fields=["action"])
    # Whoever is asked about it later is asked about the action.
    FollowUp.objects.filter(
        step__root=interest.root_id, kind=interest.kind, municipality=interest.municipality_id, action=None
    ).update(action=action)
    if interest.kind != Interest.Kind.INTERESTED or action.state == Action.State.WITHDRAWN:
        return True
    with suppress(UnableToReport):  # said already, or it is the municipality's own
        report_adoption(
            action=action,
            municipality=interest.municipality,
            report=StageReport(stage="interested", when=InexactDate(interest.said_on, "day")),
            source=AdoptionReport.Source.FORM,
            now=now,
        )
    return True
