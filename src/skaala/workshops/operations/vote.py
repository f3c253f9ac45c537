"""Taking a stand, again, and taking it back. History only grows; one current vote a participant and root."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import connection, transaction

from skaala.workshops import rules
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Vote
from skaala.workshops.operations.request_analysis import request_analysis
from skaala.workshops.operations.simulated import mark_simulated


@transaction.atomic
def cast_vote(
    *,
    board: Board,
    participant: Participant,
    statement_id: uuid.UUID,
    value: int,
    now: datetime,
    sent_as: uuid.UUID | None = None,
) -> Statement:
    """
    Note what a participant holds of a statement: 1 agree, −1 disagree, 0 pass. The latest counts; the same again changes nothing.

    :param sent_as: the browser's own number for this press of a button. A vote that was counted but whose answer was lost
        comes again, perhaps after a later one or when weighing is over; it is known by this and changes nothing.
    :raises UnableToAct: if weighing is over, or the statement is unknown, of another board, or not shown
    """
    if value not in (-1, 0, 1):
        raise rules.UnableToAct(rules.Refusal.NO_SUCH_VOTE)
    # Made of both, so that nobody can take another's number, and nothing that a browser made up is kept.
    key = uuid.uuid5(participant.pk, str(sent_as)) if sent_as else uuid.uuid4()
    counted = Vote.objects.filter(pk=key).select_related("root")
    if sent_as and (before := counted.first()):
        return before.root
    statement = _open_statement(board, statement_id)
    _one_at_a_time(participant)
    if sent_as and counted.exists():
        return statement
    held = CurrentVote.objects.filter(participant=participant, root=statement.root_id).values_list(
        "value", flat=True
    )
    if value not in held:
        _append(participant, statement.root_id, board, value, _day(board, now), key)
    return statement


@transaction.atomic
def take_vote_back(*, board: Board, participant: Participant, statement_id: uuid.UUID, now: datetime) -> bool:
    """
    Take a participant's vote on a statement back, whatever it was: they have none on it then.

    :returns: whether there was a vote to take back
    :raises UnableToAct: as :func:`cast_vote`
    """
    statement = _open_statement(board, statement_id)
    _one_at_a_time(participant)
    if not CurrentVote.objects.filter(participant=participant, root=statement.root_id).exists():
        return False
    _append(participant, statement.root_id, board, None, _day(board, now))
    return True


def _one_at_a_time(participant: Participant) -> None:
    Participant.objects.select_for_update(no_key=True).get(pk=participant.pk)


def _open_statement(board: Board, statement_id: uuid.UUID) -> Statement:
    # Held with others who vote, so that a merge either copies this vote or is seen by it; statement before
    # participant is the order in which a merge locks too.
    found = Statement.objects.raw(
        "SELECT * FROM workshops_statement WHERE id = %s AND board_id = %s FOR SHARE",
        [statement_id, board.pk],
    )
    statement = next(iter(found), None)
    # Asked once the statement is held: whoever ends weighing or wipes a rehearsal meanwhile is seen.
    rules.check_can_vote(Board.objects.values_list("phase", flat=True).get(pk=board.pk))
    if statement is None:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT)
    if statement.state != Statement.State.SHOWN:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    return statement


def _day(board: Board, now: datetime) -> date:
    return now.astimezone(board.event.series.zone).date()


def _append(
    participant: Participant,
    root: uuid.UUID,
    board: Board,
    value: int | None,
    day: date,
    key: uuid.UUID | None = None,
) -> None:
    """Add to history and bring the current vote in line, in one go; the participant's row is locked."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE workshops_participant SET votes_cast = votes_cast + 1 WHERE id = %s RETURNING votes_cast",
            [participant.pk],
        )
        (number,) = cursor.fetchone()
        Vote.objects.create(
            pk=key or uuid.uuid4(),
            participant=participant,
            number=number,
            root_id=root,
            board=board,
            value=value,
            cast_on=day,
        )
        if value is None:
            CurrentVote.objects.filter(participant=participant, root=root).delete()
        else:
            cursor.execute(
                "INSERT INTO workshops_currentvote (id, participant_id, root_id, number, value) VALUES (%s, %s, %s, %s, %s) "
                "ON CONFLICT (participant_id, root_id) DO UPDATE SET number = excluded.number, value = excluded.value",
                [uuid.uuid4(), participant.pk, root, number, value],
            )
    participant.votes_cast = number
    if participant.is_simulated:
        mark_simulated(board)
    request_analysis(board)
