"""Noting that somebody is in a workshop now; only how many there are is ever read."""

from __future__ import annotations

from django.db import connection

from skaala.workshops.models import Board

EVERY_SECONDS = 30


def note_presence(*, board: Board, who: str) -> None:
    """Note that a reader's page was asked for; writes at most once in half a minute for each."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO workshops_presence (board_id, who, seen_at) VALUES (%s, %s, now()) "
            "ON CONFLICT (board_id, who) DO UPDATE SET seen_at = excluded.seen_at "
            "WHERE workshops_presence.seen_at < excluded.seen_at - %s * interval '1 second'",
            [board.pk, who, EVERY_SECONDS],
        )
