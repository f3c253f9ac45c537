"""
The board that a code opens, and who comes to it: asked with every page and every vote, so in as few and as plain queries as can be.

A board with its event, series, organisation and controller is kept in the process, see `ui.kept`; one query asks where
their rows are now.
"""

from __future__ import annotations

import copy
import uuid
from dataclasses import dataclass

from django.db import connection

from skaala.ui.kept import Kept
from skaala.workshops.models import Admission, Board, Participant

_WITH_EVENT = ("event__series__controller", "event__series__tenant")
_kept: Kept[Board | None] = Kept(200)
_WHERE = """
SELECT concat_ws(' ', b.ctid, b.xmin, e.ctid, e.xmin, s.ctid, s.xmin, t.ctid, t.xmin, c.ctid, c.xmin)
FROM workshops_board b JOIN series_event e ON e.id = b.event_id JOIN series_series s ON s.id = e.series_id
JOIN people_tenant t ON t.id = s.tenant_id LEFT JOIN people_organisation c ON c.id = s.controller_id
WHERE b.code = %s
"""


def find_board(code: str) -> Board | None:
    """Return the board with this short code, however it is typed, with event, series and whose they are."""
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    with connection.cursor() as cursor:
        cursor.execute(_WHERE, [typed])
        row = cursor.fetchone()
    if row is None:
        return None
    # Read after the place: if it has moved meanwhile, the next one to ask sees another place and reads anew.
    board = _kept.get(
        typed, row[0], lambda: Board.objects.select_related(*_WITH_EVENT).filter(code=typed).first()
    )
    return _own(board) if board is not None else None


def _own(board: Board) -> Board:
    """Return a copy for one request, so that what it notes on board, event or series stays its own."""
    mine, event = copy.copy(board), copy.copy(board.event)
    event.series = copy.copy(board.event.series)
    mine.event = event
    return mine


@dataclass(frozen=True)
class Comer:
    """Who a key is on a board: a participant once they have begun, and at the door where they are a guest."""

    participant: Participant | None
    admission: Admission | None


NOBODY = Comer(None, None)
_PARTICIPANT = [field.attname for field in Participant._meta.concrete_fields]
_ADMISSION = [field.attname for field in Admission._meta.concrete_fields]
_WHO = (
    f"SELECT {', '.join(f'p.{name}' for name in _PARTICIPANT)}, {', '.join(f'a.{name}' for name in _ADMISSION)} "  # noqa: S608  names of our own columns
    "FROM workshops_participant p LEFT JOIN workshops_admission a ON a.participant_id = p.id AND a.board_id = %s "
    "WHERE p.id = %s AND p.series_id = %s"
)


def who_comes(board: Board, participant_id: uuid.UUID) -> Comer:
    """Return who this participant is on ``board``; nobody, if they are of another series or have not begun."""
    with connection.cursor() as cursor:
        cursor.execute(_WHO, [board.pk, participant_id, board.event.series_id])
        row = cursor.fetchone()
    if row is None:
        return NOBODY
    participant = Participant.from_db(connection.alias, _PARTICIPANT, row[: len(_PARTICIPANT)])
    theirs = row[len(_PARTICIPANT) :]
    admission = Admission.from_db(connection.alias, _ADMISSION, theirs) if theirs[0] else None
    return Comer(participant, admission)
