"""Telling the live processes that somebody may no longer see something, so that they look who still may."""

from __future__ import annotations

from django.db import connection

ACCESS_ENDED = "skaala_access_ended"
"""The channel on which live processes hear of it."""


def tell_access_ended() -> None:
    """Have streams end whose readers have lost their role, once the caller's transaction is committed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [ACCESS_ENDED])
