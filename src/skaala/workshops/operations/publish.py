"""Showing the public what the votes of a board say, and taking it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.series import public_version
from skaala.workshops import rules
from skaala.workshops.models import Board


@transaction.atomic
def publish_results(*, board: Board, now: datetime) -> None:
    """
    Let everyone see what the votes say, from now on as long as the board is concluding or closed.

    :raises NotPossible: before that, or in a rehearsal
    """
    current = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    rules.check_can_publish_results(current.phase, is_rehearsal=current.is_rehearsal)
    if current.results_published_at is None:
        current.results_published_at = now
        current.save(update_fields=["results_published_at"])
        public_version.change()


@transaction.atomic
def take_results_back(*, board: Board) -> None:
    """Hide the results from the public again."""
    if Board.objects.filter(pk=board.pk, results_published_at__isnull=False).update(
        results_published_at=None
    ):
        public_version.change()
