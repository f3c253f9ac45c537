"""Raise the version of the public pages."""

from __future__ import annotations

from django.db import connection

from skaala.series.models import PublicVersion


def note_public_change() -> None:
    """
    Note, within the caller's transaction, that public pages change.

    For what neither triggers nor :func:`skaala.series.queries.public_version.depends_on` see.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {PublicVersion._meta.db_table} (id, number) "  # noqa: S608
            "VALUES (1, nextval('series_public_version_number')) ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number"
        )
