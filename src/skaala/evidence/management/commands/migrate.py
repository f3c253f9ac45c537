"""Django's `migrate`, for databases of older versions too."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as DjangosCommand
from django.db import connections

from skaala.evidence.operations.take_new_name import take_new_name


class Command(DjangosCommand):
    """Before Django compares its history with the database, the room that was renamed takes its new name there."""

    def handle(self, *arguments: Any, **options: Any) -> None:
        take_new_name(connections[options["database"]])
        super().handle(*arguments, **options)
