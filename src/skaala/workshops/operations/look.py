"""Asking for a new picture once what was done is committed."""

from __future__ import annotations

from django.db import transaction

from skaala.workshops.models import Board


def look_soon(board: Board) -> None:
    """Have the engine look at ``board`` a few seconds after this transaction."""

    def ask() -> None:
        from skaala.workshops import jobs

        jobs.look_soon(board.pk)

    transaction.on_commit(ask)
