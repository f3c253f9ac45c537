"""The next steps of a closing event: how they rank, and who takes part in which."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from skaala.insight.disclosure import is_publishable
from skaala.registration.models import Registration
from skaala.reports.commitments.models import Commitment
from skaala.series.models import Event
from skaala.workshops import queries as boards
from skaala.workshops.models import Board, Picture, Prompt, Statement
from skaala.workshops.presenters.picture import RankedStatement, ranked_statement
from skaala.workshops.queries.results import PublishedPicture

ROLES = tuple(Commitment.Role)


@dataclass(frozen=True)
class RoleParticipants:
    """Those who have one role in a next step: how many, and the names they gave, each once."""

    role: str
    label: Promise | str
    people: int
    names: list[str]


@dataclass(frozen=True)
class NextStep:
    """
    A next step as it is shown on the board.

    :ivar result: what the votes say, where that is shown
    :ivar own: the reader's own commitment to it
    :ivar onward: name and address of what it has become, which the rooms above know
    """

    statement: Statement
    result: RankedStatement | None
    roles: list[RoleParticipants]
    own: Commitment | None = None
    onward: Sequence[tuple[str, str]] = ()

    @property
    def people(self) -> int:
        return sum(role.people for role in self.roles)


def takes_commitments(board: Board) -> bool:
    """Return whether ``board`` asks who takes part in next steps: only that of a closing event does."""
    return board.event.kind == Event.Kind.CLOSING_EVENT


def shown_on(board: Board) -> list[tuple[uuid.UUID, str, str]]:
    """Return who takes part in what on ``board``, as everybody sees it, for its live streams."""
    if not takes_commitments(board):
        return []
    return list(board.commitments.order_by("pk").values_list("root", "role", "name"))


def next_steps(
    board: Board, picture: Picture | PublishedPicture | None = None, *, reader: Registration | None = None
) -> list[NextStep]:
    """
    Return the next steps shown on ``board`` with those who take part, the most important first.

    Importance counts first, then how surely people agree. A step marked by fewer than five people goes by agreement
    alone; one with fewer than five votes comes last.

    :param picture: the analysis of the votes; without one, the steps come in the order of their numbers
    :param reader: whose own commitments are given with each step
    """
    steps = list(boards.shown_statements(board).filter(prompt__kind=Prompt.Kind.NEXT_STEP))
    results = _results(steps, picture)
    rank = {root: number for number, root in enumerate(results)}
    steps.sort(key=lambda step: (rank.get(step.root_id, len(rank)), step.number))
    commitments = _commitments_by_step(board)
    return [
        NextStep(
            step,
            results.get(step.root_id),
            _roles(commitments.get(step.root_id, [])),
            _own(commitments.get(step.root_id, []), reader),
        )
        for step in steps
    ]


def _results(
    steps: Iterable[Statement], picture: Picture | PublishedPicture | None
) -> dict[uuid.UUID, RankedStatement]:
    """Return what the votes say of each step, the most important first."""
    by_root = {str(step.root_id): step for step in steps}
    if picture is None or not is_publishable(picture.result["people"]):
        return {}
    rows = [row for row in picture.result["rankings"].get("next_step", []) if row["statement"] in by_root]
    rows.sort(key=lambda row: -(row["marks"] or 0))  # stable: by agreement among those marked equally often
    return {uuid.UUID(row["statement"]): ranked_statement(by_root[row["statement"]], row) for row in rows}


def _commitments_by_step(board: Board) -> dict[uuid.UUID, list[Commitment]]:
    """Return the commitments by the root of their step; those to a merged step are listed under the one that stayed."""
    merged_into = dict(
        board.statements.filter(state=Statement.State.MERGED).values_list("root", "merged_into__root")
    )
    by_step: dict[uuid.UUID, list[Commitment]] = {}
    for commitment in board.commitments.select_related("municipality").order_by("name", "pk"):
        commitment.root_id = _final_root(commitment.root_id, merged_into)
        by_step.setdefault(commitment.root_id, []).append(commitment)
    return by_step


def _final_root(root: uuid.UUID, merged_into: dict[uuid.UUID, uuid.UUID]) -> uuid.UUID:
    seen = set()
    while root in merged_into and root not in seen:
        seen.add(root)
        root = merged_into[root]
    return root


def _own(commitments: Iterable[Commitment], reader: Registration | None) -> Commitment | None:
    if reader is None:
        return None
    return next((own for own in reversed([*commitments]) if own.registration_id == reader.pk), None)


def _roles(commitments: Iterable[Commitment]) -> list[RoleParticipants]:
    by_person: dict[uuid.UUID | int, Commitment] = {}
    weakest_first = sorted(
        commitments, key=lambda each: Commitment.Role.values.index(each.role), reverse=True
    )
    for commitment in weakest_first:
        # Whoever committed to two steps that were merged counts once, in the stronger role.
        by_person[commitment.registration_id or commitment.pk] = commitment
    roles = []
    for role in ROLES:
        in_role = [commitment for commitment in by_person.values() if commitment.role == role]
        if in_role:
            names = sorted({each.shown_name for each in in_role if each.name}, key=str.casefold)
            roles.append(RoleParticipants(role.value, role.label, len(in_role), names))
    return roles


def find_step(board: Board, statement_id: uuid.UUID) -> Statement | None:
    """Return a next step that is shown on ``board``."""
    return boards.shown_statements(board).filter(pk=statement_id, prompt__kind=Prompt.Kind.NEXT_STEP).first()


def commitments_of(registration: Registration) -> list[Commitment]:
    """Return the commitments of one person."""
    commitments = registration.commitments.select_related("board__event__series", "root")
    return list(commitments.order_by("board__event__start", "root__number"))


def commitments_on(board: Board) -> list[Commitment]:
    """Return all commitments on ``board`` for the organiser, by next step."""
    commitments = board.commitments.exclude(name="").select_related("root", "municipality")
    return list(commitments.order_by("root__number", "name", "pk"))
