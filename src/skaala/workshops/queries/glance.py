"""What every page of a board needs to know of it, in one query: which statements are new or gone, and what there is beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection

from skaala.workshops.models import Board, Poll, Statement

RECENT = 40
"""How many of the newest statements a frame names by their numbers: enough to say what is new, however long one looked away."""
GONE = 100

_GLANCE = """
SELECT
    ARRAY(SELECT number FROM workshops_statement WHERE board_id = %(board)s AND state = %(shown)s
        ORDER BY number DESC LIMIT %(recent)s),
    ARRAY(SELECT number FROM workshops_statement WHERE board_id = %(board)s AND state = ANY(%(gone)s)
        ORDER BY number DESC LIMIT %(most)s),
    ARRAY(SELECT id::text FROM workshops_poll WHERE board_id = %(board)s AND state = %(open)s ORDER BY id::text),
    EXISTS (SELECT 1 FROM workshops_poll WHERE board_id = %(board)s),
    EXISTS (SELECT 1 FROM workshops_poll WHERE board_id = %(board)s AND state <> %(draft)s),
    EXISTS (SELECT 1 FROM workshops_conclusion WHERE board_id = %(board)s)
"""


@dataclass(frozen=True)
class Glance:
    """
    A board at a glance.

    :ivar recent: numbers of the newest shown statements, in order
    :ivar gone: numbers of the newest that are hidden, merged or split
    :ivar open_polls: the quick questions that are open
    :ivar has_asked: whether the room has been asked any
    """

    recent: list[int]
    gone: list[int]
    open_polls: list[str]
    has_polls: bool
    has_asked: bool
    has_conclusions: bool


def at_a_glance(board: Board) -> Glance:
    """Return what a page of ``board`` says of what goes on there."""
    asked: dict[str, Any] = {
        "board": board.pk,
        "shown": Statement.State.SHOWN.value,
        "recent": RECENT,
        "gone": [
            state.value for state in (Statement.State.HIDDEN, Statement.State.MERGED, Statement.State.SPLIT)
        ],
        "most": GONE,
        "open": Poll.State.OPEN.value,
        "draft": Poll.State.DRAFT.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(_GLANCE, asked)
        recent, gone, *others = cursor.fetchone()
    return Glance(sorted(recent), sorted(gone), *others)
