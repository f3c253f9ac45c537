"""What the votes say, with the statements' own words, ready for a page; the same for participants, desk and projector."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from skaala.series.models import Event
from skaala.workshops.models import Board, Participant, Picture, Prompt, Statement


@dataclass(frozen=True)
class Said:
    """A statement in a list of findings, with a share of those who voted (in per cent)."""

    statement: Statement
    share: int
    side: str = "agree"
    votes: int = 0
    marks: int | None = None


@dataclass(frozen=True)
class GroupShown:
    """An opinion group."""

    name: str
    size: int
    stands_for: list[Said]


@dataclass(frozen=True)
class CellShown:
    """How many per cent of one perspective agree."""

    perspective: Any
    agree: int


@dataclass(frozen=True)
class ComparedShown:
    """A statement on which perspectives differ, or which all of them share."""

    statement: Statement
    more: Any
    less: Any
    cells: list[CellShown]


@dataclass(frozen=True)
class Dot:
    """Somebody on the map: where, in which group's mark, and whether it is the reader herself."""

    x: float
    y: float
    mark: int
    is_reader: bool


@dataclass(frozen=True)
class Ranking:
    """The statements of one kind that find most agreement."""

    kind: str
    label: Any
    rows: list[Said]


@dataclass(frozen=True)
class PictureShown:
    """All that a page shows of a picture."""

    people: int
    votes: int
    statements: int
    made_at: datetime
    is_separate: bool
    too_few: bool
    firmness: str
    groups: list[GroupShown]
    axis: tuple[list[Statement], list[Statement]] | None
    consensus: list[Said]
    differences: list[ComparedShown]
    common: list[ComparedShown]
    rankings: list[Ranking]
    dots: list[Dot]
    own_group: str


MAP = 200.0
KINDS = (Prompt.Kind.GOOD_PRACTICE, Prompt.Kind.BOTTLENECK, Prompt.Kind.NEXT_STEP, Prompt.Kind.OPEN_QUESTION)


def group_letter(name: str) -> str:
    """Return what a group is called on pages: a letter for the engine's number."""
    return chr(ord("A") + int(name)) if name.isdigit() and int(name) < 26 else name


def show_picture(
    board: Board, picture: Picture | None, reader: Participant | None = None
) -> PictureShown | None:
    """Return ``picture`` ready for a page; None where there is none, or where fewer than five took part."""
    if picture is None or picture.result["people"] < 5:
        return None
    result = picture.result
    standing = {
        str(statement.root_id): statement
        for statement in board.statements.filter(state=Statement.State.SHOWN)
        .select_related("prompt")
        .prefetch_related("root__translations")
    }
    names = dict(Event.Perspective.choices)

    def said(rows: list[dict[str, Any]]) -> list[Said]:
        return [
            Said(
                standing[row["statement"]],
                row["share"],
                row.get("side", "agree"),
                row.get("votes", 0),
                row.get("marks"),
            )
            for row in rows
            if row["statement"] in standing
        ]

    def compared(row: dict[str, Any]) -> ComparedShown:
        cells = [CellShown(names.get(cell["perspective"], ""), cell["agree"]) for cell in row["cells"]]
        return ComparedShown(
            standing[row["statement"]], names.get(row["more"], ""), names.get(row["less"], ""), cells
        )

    perspectives = [row for row in result["perspectives"] if row["statement"] in standing]
    groups = [GroupShown(group_letter(g["name"]), g["size"], said(g["stands_for"])) for g in result["groups"]]
    own = result["members"].get(str(reader.pk), "") if reader else ""
    return PictureShown(
        people=result["people"],
        votes=result["votes"],
        statements=result["statements"],
        made_at=picture.made_at,
        is_separate=result["is_separate"],
        too_few=result["reason"] == "too few people",
        firmness=result["firmness"] or "",
        groups=groups,
        axis=_axis(result["axis"], standing),
        consensus=said(result["consensus"]),
        differences=[
            compared(row) for row in sorted(perspectives, key=lambda row: -row["gap"]) if row["differs"]
        ][:10],
        common=[compared(row) for row in perspectives if row["common"] == "agree" and not row["differs"]][
            :10
        ],
        rankings=[
            Ranking(kind.value, kind.label, rows)
            for kind in KINDS
            if (rows := said(result["rankings"].get(kind.value, [])))
        ],
        dots=_dots(result, reader),
        own_group=group_letter(own) if own else "",
    )


def _axis(
    axis: dict[str, list[str]] | None, standing: dict[str, Statement]
) -> tuple[list[Statement], list[Statement]] | None:
    if not axis:
        return None
    one, other = ([standing[name] for name in axis[side] if name in standing] for side in ("one", "other"))
    return (one, other) if one and other else None


def _dots(result: dict[str, Any], reader: Participant | None) -> list[Dot]:
    """Everybody on a square map; in no order that tells who came when, since ids are random."""
    places = result["places"]
    reach = max((abs(value) for pair in places.values() for value in pair), default=0.0) or 1.0
    marks = {group["name"]: number for number, group in enumerate(result["groups"])}
    own = str(reader.pk) if reader else ""
    dots = [
        Dot(
            round(MAP + x / reach * (MAP - 20), 1),
            round(MAP - y / reach * (MAP - 20), 1),
            marks.get(result["members"].get(who, ""), -1) if marks else 0,
            who == own,
        )
        for who, (x, y) in sorted(places.items(), key=lambda item: uuid.UUID(item[0]))
    ]
    return sorted(dots, key=lambda dot: dot.is_reader)
