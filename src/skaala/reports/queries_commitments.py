"""The next steps of a closing event: how they rank, and who takes part in which."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from skaala.registration.models import Registration
from skaala.reports.models import Finding
from skaala.reports.models_commitments import Commitment
from skaala.series.models import Event, Series
from skaala.workshops import queries as boards
from skaala.workshops.models import Board, Picture, Prompt, Statement
from skaala.workshops.shown import Said

ROLES = tuple(Commitment.Role)


@dataclass(frozen=True)
class Part:
    """Those who do one thing in a next step: how many, and the names they wrote, each once."""

    role: str
    label: Any
    people: int
    names: list[str]


@dataclass(frozen=True)
class NextStep:
    """A next step as it stands on the board; ``said`` is what the votes say, where that is shown."""

    statement: Statement
    said: Said | None
    parts: list[Part]
    own: Commitment | None = None

    @property
    def people(self) -> int:
        return sum(part.people for part in self.parts)


def takes_commitments(board: Board) -> bool:
    """Say whether it is asked on ``board`` who takes part: on the closing event's."""
    return board.event.kind == Event.Kind.CLOSING_EVENT


def shown_on(board: Board) -> list[Any]:
    """Return who takes part in what on ``board``, as anybody sees it, for its live streams."""
    if not takes_commitments(board):
        return []
    return list(board.commitments.order_by("pk").values_list("root", "role", "name"))


def next_steps(
    board: Board, picture: Picture | None = None, *, reader: Registration | None = None
) -> list[NextStep]:
    """
    Return the next steps shown on ``board``, those that most find important first, with who takes part.

    Importance counts first and then agreement, surely found. What is marked by fewer than five goes by agreement alone;
    what fewer than five voted on comes last.

    :param picture: what the votes say; without one, the steps stand in the order of their numbers
    :param reader: whose own commitments are told apart
    """
    steps = [
        statement
        for statement in boards.shown_statements(board)
        if statement.prompt.kind == Prompt.Kind.NEXT_STEP
    ]
    said = _said(steps, picture)
    taken = _taken(board)
    own = {
        one.root_id: one
        for found in taken.values()
        for one in found
        if reader is not None and one.registration_id == reader.pk
    }
    order = {root: number for number, root in enumerate(said)}
    steps.sort(key=lambda step: (order.get(step.root_id, len(order)), step.number))
    return [
        NextStep(step, said.get(step.root_id), _parts(taken.get(step.root_id, [])), own.get(step.root_id))
        for step in steps
    ]


def _said(steps: Iterable[Statement], picture: Picture | None) -> dict[uuid.UUID, Said]:
    """What the votes say of each step, the most important first."""
    by_root = {str(step.root_id): step for step in steps}
    if picture is None or picture.result["people"] < 5:
        return {}
    rows = [row for row in picture.result["rankings"].get("next_step", []) if row["statement"] in by_root]
    rows.sort(key=lambda row: -(row["marks"] or 0))  # stable: by agreement among those marked alike
    return {
        uuid.UUID(row["statement"]): Said(
            by_root[row["statement"]], row["share"], "agree", row["votes"], row["marks"]
        )
        for row in rows
    }


def _taken(board: Board) -> dict[uuid.UUID, list[Commitment]]:
    """The commitments by the root that stands for them now: a merged step's go with the one that stayed."""
    into = dict(
        board.statements.filter(state=Statement.State.MERGED).values_list("root", "merged_into__root")
    )
    found: dict[uuid.UUID, list[Commitment]] = {}
    for one in board.commitments.order_by("name", "pk"):
        root, seen = one.root_id, set()
        while root in into and root not in seen:
            seen.add(root)
            root = into[root]
        one.root_id = root
        found.setdefault(root, []).append(one)
    return found


def _parts(taken: Iterable[Commitment]) -> list[Part]:
    people: dict[Any, Commitment] = {}
    for one in sorted(taken, key=lambda one: Commitment.Role.values.index(one.role), reverse=True):
        people[one.registration_id or one.pk] = (
            one  # who is in two merged steps counts once, for the most she said
        )
    found = []
    for role in ROLES:
        here = [one for one in people.values() if one.role == role]
        if here:
            names = sorted({one.name for one in here if one.name}, key=str.casefold)
            found.append(Part(role.value, role.label, len(here), names))
    return found


def find_step(board: Board, statement_id: uuid.UUID) -> Statement | None:
    """Return a next step that is shown on ``board``."""
    return boards.shown_statements(board).filter(pk=statement_id, prompt__kind=Prompt.Kind.NEXT_STEP).first()


def commitments_of(registration: Registration) -> list[Commitment]:
    """Return what somebody has said that she takes part in."""
    found = registration.commitments.select_related("board__event__series", "root")
    return list(found.order_by("board__event__start", "root__number"))


def commitments_on(board: Board) -> list[Commitment]:
    """Return all commitments of ``board`` for the desk, by next step."""
    found = board.commitments.exclude(name="").select_related("root")
    return list(found.order_by("root__number", "name", "pk"))


def steps_to_take_in(series: Series) -> list[Finding]:
    """Return the report's findings of kind next step: those chosen for publication, or all that hold while none is."""
    found = list(
        Finding.objects.filter(report__series=series, kind=Finding.Kind.NEXT_STEP)
        .prefetch_related("evidence")
        .order_by("order", "id")
    )
    return [finding for finding in found if finding.is_published] or [
        finding for finding in found if finding.is_supported
    ]
