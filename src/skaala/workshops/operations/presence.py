"""Noting that somebody is in a workshop now; only how many there are is ever read."""

from __future__ import annotations

from django.db import connection

from skaala.workshops.models import Board
from skaala.workshops.rules.presence import NOTED_EVERY

NOTE = (
    "INSERT INTO workshops_presence (board_id, who, seen_at) "
    "SELECT b.id, r.who, now() FROM unnest(%s::bigint[], %s::text[]) AS r (board, who) "
    "JOIN workshops_board b ON b.id = r.board "
    "ON CONFLICT (board_id, who) DO UPDATE SET seen_at = excluded.seen_at "
    "WHERE workshops_presence.seen_at < excluded.seen_at - %s * interval '1 second'"
)
"""Of boards and readers, a list each, and at most how often in seconds it is noted; the live streams execute it on a connection of their own."""


def note_presence(*, board: Board, who: str) -> None:
    """Note that a reader's page was asked for."""
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [[board.pk], [who], NOTED_EVERY])
