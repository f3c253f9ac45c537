"""Django's `migrate`, for databases of older versions and for empty ones."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as DjangosCommand
from django.db import connections

from skaala.config import schema
from skaala.evidence.operations.take_new_name import take_new_name


class Command(DjangosCommand):
    """
    Before Django compares its history with the database, two things are done.

    The room that was renamed takes its new name there; and an empty database gets all tables at once.
    """

    def handle(self, *arguments: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        take_new_name(connection)
        if not options["app_label"] and not options["plan"] and not options["check_unapplied"]:
            schema.load(connection)
        super().handle(*arguments, **options)
