"""What municipalities have said in workshops: who is interested in which statement, and who can help."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from skaala.catalogue.models import Interest
from skaala.catalogue.queries.origins import is_public_statement
from skaala.workshops.models import Statement


def interests_in(statements: Iterable[Statement]) -> dict[uuid.UUID, list[Interest]]:
    """Return by root what was said of statements, also of those that were merged into them; the interested first."""
    shown = list(statements)
    roots = {one.root_id for one in shown}
    boards = {one.board_id for one in shown}
    merged = Statement.objects.filter(
        board__in=boards, state=Statement.State.MERGED, root__interests__isnull=False
    )
    stayed_as = {one.root_id: one.stayed_as.root_id for one in merged.distinct()}
    found: dict[uuid.UUID, list[Interest]] = {}
    for one in _in_order().filter(root__in=[*roots, *stayed_as]):
        root = stayed_as.get(one.root_id, one.root_id)
        if root in roots:
            found.setdefault(root, []).append(one)
    return found


def ready_for_actions(*, now: datetime) -> list[uuid.UUID]:
    """Return the interests in statements that everybody may read by now, and that are not yet in one of an action."""
    waiting = Interest.objects.filter(action__isnull=True).select_related("root__board__event__series")
    return [one.pk for one in waiting.order_by("pk") if is_public_statement(one.root.stayed_as, now=now)]


def _in_order() -> QuerySet[Interest]:
    return Interest.objects.select_related("municipality", "root").order_by(
        "-kind", "municipality__code", "pk"
    )
