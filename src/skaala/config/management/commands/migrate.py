"""Django's `migrate`, for databases of older versions and for empty ones."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as DjangosCommand
from django.db import connections

from skaala.config import schema
from skaala.evidence.operations.take_new_name import take_new_name
from skaala.ui import database

ONE_AT_A_TIME = 0x5CAA1A12
"""The advisory lock of whoever migrates."""


class Command(DjangosCommand):
    """
    Before Django compares its history with the database, two things are done.

    The room that was renamed takes its new name there; and an empty database gets all tables at once. Whoever comes second,
    while another migrates, waits and finds nothing left to do.
    """

    def handle(self, *arguments: Any, **options: Any) -> None:
        with database.connect() as lock:  # gone with its connection, whatever ends this process
            lock.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
            self._migrate(*arguments, **options)

    def _migrate(self, *arguments: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        take_new_name(connection)
        if not options["app_label"] and not options["plan"] and not options["check_unapplied"]:
            schema.load(connection)
        super().handle(*arguments, **options)
