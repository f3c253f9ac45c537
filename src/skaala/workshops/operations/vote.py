"""Taking a stand, again, and taking it back. History only grows; one current vote a participant and root."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from skaala.workshops import rules
from skaala.workshops.models import Board, Participant, Statement
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
) -> None:
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
    held = _hold(board, participant, statement_id, key)
    if not held.is_counted:
        held.check_can_vote()
        if held.value != value:
            _append(participant, held.root, board, value, _day(board, now), key)


@transaction.atomic
def take_vote_back(*, board: Board, participant: Participant, statement_id: uuid.UUID, now: datetime) -> bool:
    """
    Take a participant's vote on a statement back, whatever it was: they have none on it then.

    :returns: whether there was a vote to take back
    :raises UnableToAct: as :func:`cast_vote`
    """
    key = uuid.uuid4()
    held = _hold(board, participant, statement_id, key)
    held.check_can_vote()
    if held.value is None:
        return False
    _append(participant, held.root, board, None, _day(board, now), key)
    return True


@dataclass(frozen=True)
class _Held:
    """
    What a vote meets, read once statement and participant are held: whoever ends weighing or wipes a rehearsal meanwhile is seen.

    :ivar is_counted: whether a vote with this key is there already
    :ivar value: what they hold of it now; None for nothing
    :ivar has_participant: whether they are still there
    """

    phase: str
    is_counted: bool
    value: int | None
    root: uuid.UUID
    state: str
    has_participant: bool

    def check_can_vote(self) -> None:
        rules.check_can_vote(self.phase)
        if not self.state:
            raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT)
        if self.state != Statement.State.SHOWN:
            raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
        if not self.has_participant:
            raise Participant.DoesNotExist


# Plain queries: hundreds of people vote at the same time, and what makes queries costs more than they do.
_HOLD_STATEMENT = (
    # Held with others who vote, so that a merge either copies this vote or is seen by it; statement before
    # participant is the order in which a merge locks too.
    "SELECT root_id, state FROM workshops_statement WHERE id = %s AND board_id = %s FOR SHARE"
)
_HOLD_PARTICIPANT = "SELECT 1 FROM workshops_participant WHERE id = %s FOR NO KEY UPDATE"
_READ = (
    "SELECT phase, EXISTS (SELECT 1 FROM workshops_vote WHERE id = %s), "
    "(SELECT value FROM workshops_currentvote WHERE participant_id = %s AND root_id = %s) "
    "FROM workshops_board WHERE id = %s"
)


def _hold(board: Board, participant: Participant, statement_id: uuid.UUID, key: uuid.UUID) -> _Held:
    with connection.cursor() as cursor:
        cursor.execute(_HOLD_STATEMENT, [statement_id, board.pk])
        root, state = cursor.fetchone() or (statement_id, "")
        cursor.execute(_HOLD_PARTICIPANT, [participant.pk])
        has_participant = cursor.fetchone() is not None
        # A statement of its own: it sees what those have done who held the rows before.
        cursor.execute(_READ, [key, participant.pk, root, board.pk])
        row = cursor.fetchone()
    if row is None:
        raise Board.DoesNotExist
    return _Held(row[0], row[1], row[2], root, state, has_participant)


def _day(board: Board, now: datetime) -> date:
    return now.astimezone(board.event.series.zone).date()


_APPEND = """
WITH counted AS (UPDATE workshops_participant SET votes_cast = votes_cast + 1 WHERE id = %(who)s RETURNING votes_cast),
    noted AS (INSERT INTO workshops_vote (id, participant_id, number, root_id, board_id, value, cast_on)
        SELECT %(key)s, %(who)s, votes_cast, %(root)s, %(board)s, %(value)s::smallint, %(day)s FROM counted),
    holds AS (INSERT INTO workshops_currentvote (id, participant_id, root_id, number, value)
        SELECT %(current)s, %(who)s, %(root)s, votes_cast, %(value)s::smallint FROM counted WHERE %(value)s::smallint IS NOT NULL
        ON CONFLICT (participant_id, root_id) DO UPDATE SET number = excluded.number, value = excluded.value),
    holds_none AS (DELETE FROM workshops_currentvote
        WHERE participant_id = %(who)s AND root_id = %(root)s AND %(value)s::smallint IS NULL)
SELECT votes_cast FROM counted
"""


def _append(
    participant: Participant, root: uuid.UUID, board: Board, value: int | None, day: date, key: uuid.UUID
) -> None:
    """Add to history and bring the current vote in line, in one go; the participant's row is locked."""
    with connection.cursor() as cursor:
        cursor.execute(
            _APPEND,
            {
                "who": participant.pk,
                "key": key,
                "root": root,
                "board": board.pk,
                "value": value,
                "day": day,
                "current": uuid.uuid4(),
            },
        )
        (participant.votes_cast,) = cursor.fetchone()
    if participant.is_simulated:
        mark_simulated(board)
    request_analysis(board)
