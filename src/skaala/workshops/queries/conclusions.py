"""What a room concluded: for its screen, phones, files and the report."""

from __future__ import annotations

import uuid

from django.db.models import Prefetch, QuerySet

from skaala.workshops.models import Board, Conclusion, Note, Statement


def conclusions(board: Board) -> QuerySet[Conclusion]:
    """Return the conclusions of ``board`` in their order, with what they rest on."""
    return with_grounds(board.conclusions.all())


def with_grounds(found: QuerySet[Conclusion]) -> QuerySet[Conclusion]:
    """Read with each conclusion its statements that are still shown or have been merged, and its notes."""
    kept = Statement.objects.filter(state__in=[Statement.State.SHOWN, Statement.State.MERGED])
    kept = kept.select_related("board", "merged_into").order_by("number")
    notes = Note.objects.select_related("group").order_by("group__round", "group__number", "number")
    return found.prefetch_related(Prefetch("statements", kept), Prefetch("notes", notes))


def find_conclusion(board: Board, conclusion_id: uuid.UUID) -> Conclusion | None:
    """Return one conclusion of ``board``."""
    return conclusions(board).filter(pk=conclusion_id).first()


def grounds(conclusion: Conclusion) -> list[Statement]:
    """Return the statements on which a conclusion rests, each once; instead of a merged one the one that stayed."""
    found: dict[uuid.UUID, Statement] = {}
    for statement in conclusion.statements.all():
        here, seen = statement, {statement.pk}
        while here.state == Statement.State.MERGED and here.merged_into and here.merged_into_id not in seen:
            here = here.merged_into
            seen.add(here.pk)
        if here.state == Statement.State.SHOWN:
            found.setdefault(here.root_id, here)
    return list(found.values())


def all_notes(board: Board) -> QuerySet[Note]:
    """Return what small groups of ``board`` have noted, of every split."""
    notes = Note.objects.filter(group__board=board).select_related("group")
    return notes.order_by("group__round", "group__number", "number")


def conclusions_stamp(board: Board) -> list[tuple[object, ...]]:
    """Return what changes with whatever the room sees of its conclusions."""
    picked = Conclusion.statements.through.objects.filter(conclusion__board=board)
    rows = list(board.conclusions.values_list("pk", "number", "text", "unit", "due"))
    return [*rows, *picked.order_by("pk").values_list("conclusion", "statement")]
