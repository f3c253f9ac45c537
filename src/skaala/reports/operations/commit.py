"""Saying that one takes part in a next step, and taking it back."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from skaala.registration.models import Registration
from skaala.reports import queries_commitments as queries
from skaala.reports import rules_of_commitments as rules
from skaala.reports.models_commitments import Commitment
from skaala.reports.rules_of_commitments import NotPossibleToCommit, Refusal
from skaala.workshops.models import Board


@transaction.atomic
def commit(
    *,
    board: Board,
    registration: Registration,
    statement_id: uuid.UUID,
    role: str,
    name: str,
    consents: bool,
    now: datetime,
) -> Commitment:
    """
    Keep that somebody takes part in a next step, in this role and under this public name; said again, it is changed.

    :param consents: whether she agreed that the name is shown to everybody
    :raises NotPossibleToCommit: saying why not
    """
    current = (
        Board.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__series")
        .get(pk=board.pk)
    )
    rules.check_can_commit(
        current.phase, is_closing_event=queries.takes_commitments(current), is_rehearsal=current.is_rehearsal
    )
    step = queries.find_step(current, statement_id)
    if (
        step is None
        or role not in Commitment.Role.values
        or registration.series_id != current.event.series_id
    ):
        raise NotPossibleToCommit(Refusal.NOT_A_STEP)
    if not consents:
        raise NotPossibleToCommit(Refusal.NO_CONSENT)
    commitment, _is_new = Commitment.objects.update_or_create(
        board=current,
        root_id=step.root_id,
        registration=registration,
        defaults={
            "role": role,
            "name": rules.clean_name(name),
            "is_simulated": registration.is_simulated,
            "consented_on": now.astimezone(current.event.series.zone).date(),
        },
    )
    return commitment


def withdraw_commitment(*, registration: Registration, commitment_id: uuid.UUID) -> bool:
    """Take back what somebody said; at any time, whatever the board's phase. Returns whether there was anything."""
    return bool(Commitment.objects.filter(registration=registration, pk=commitment_id).delete()[0])


def remove_commitment(*, board: Board, commitment_id: uuid.UUID) -> bool:
    """Take a commitment off the board at the organiser's word. Returns whether there was one."""
    return bool(Commitment.objects.filter(board=board, pk=commitment_id).delete()[0])
