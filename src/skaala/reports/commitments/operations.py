"""Committing to a next step, and withdrawing a commitment."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from skaala.places.models import Municipality
from skaala.registration.models import Registration
from skaala.reports.commitments import queries, rules
from skaala.reports.commitments.models import Commitment
from skaala.reports.commitments.rules import Refusal, UnableToCommit
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
    Save that a person takes part in a next step, in this role and under this public name; a second call changes it.

    :param consents: whether the person agreed that everybody sees the name
    :raises UnableToCommit: if it is not possible
    """
    current = _locked(board)
    step = queries.find_step(current, statement_id)
    is_of_series = registration.series_id == current.event.series_id
    if step is None or role not in Commitment.Role.values or not is_of_series:
        raise UnableToCommit(Refusal.NOT_A_STEP)
    if not consents:
        raise UnableToCommit(Refusal.NO_CONSENT)
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


@transaction.atomic
def commit_from_hall(
    *,
    board: Board,
    statement_id: uuid.UUID,
    role: str,
    name: str,
    municipality: Municipality,
    consents: bool,
    now: datetime,
) -> Commitment:
    """
    Save that an organisation takes part in a next step, as somebody in the hall says who has no registration.

    :raises UnableToCommit: if it is not possible, or the organisation is named there already
    """
    current = _locked(board)
    if not current.welcomes_guests:
        raise UnableToCommit(Refusal.NO_GUESTS)
    step = queries.find_step(current, statement_id)
    if step is None or role not in Commitment.Role.values:
        raise UnableToCommit(Refusal.NOT_A_STEP)
    if not consents:
        raise UnableToCommit(Refusal.NO_CONSENT)
    cleaned = rules.clean_organisation(name, own_words=current.own_words.splitlines())
    said = current.commitments.filter(is_from_hall=True).exclude(name="")
    if said.filter(root=step.root_id, name__iexact=cleaned, municipality=municipality).exists():
        raise UnableToCommit(Refusal.ALREADY_SAID)
    if said.count() >= rules.MOST_FROM_HALL:
        raise UnableToCommit(Refusal.TOO_MANY)
    return Commitment.objects.create(
        board=current,
        root_id=step.root_id,
        role=role,
        name=cleaned,
        municipality=municipality,
        is_from_hall=True,
        consented_on=now.astimezone(current.event.series.zone).date(),
    )


def withdraw_from_hall(*, commitment_id: uuid.UUID) -> bool:
    """Take back what an organisation said from the hall, in any phase of the board. Returns whether there was something."""
    return bool(Commitment.objects.filter(is_from_hall=True, pk=commitment_id).delete()[0])


def withdraw_commitment(*, registration: Registration, commitment_id: uuid.UUID) -> bool:
    """Withdraw a person's own commitment, in any phase of the board. Returns whether there was one."""
    return bool(Commitment.objects.filter(registration=registration, pk=commitment_id).delete()[0])


def remove_commitment(*, board: Board, commitment_id: uuid.UUID) -> bool:
    """Remove a commitment from the board for the organiser. Returns whether there was one."""
    return bool(Commitment.objects.filter(board=board, pk=commitment_id).delete()[0])


def _locked(board: Board) -> Board:
    """Return the board as it is now, locked, if one can commit on it."""
    current = (
        Board.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__series")
        .get(pk=board.pk)
    )
    rules.check_can_commit(
        current.phase, is_closing_event=queries.takes_commitments(current), is_rehearsal=current.is_rehearsal
    )
    return current
