"""What the votes say, with the statements' own words, ready for a page; the same for participants, desk and projector."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from skaala.insight.disclosure import is_publishable
from skaala.series.models import Series, WordList
from skaala.series.models.own_words import words_of
from skaala.workshops.models import Board, Picture, Prompt, Statement
from skaala.workshops.presenters.shares import share_words
from skaala.workshops.queries.results import PublishedPicture


@dataclass(frozen=True)
class RankedStatement:
    """
    A statement in a list of findings, with a share of those who voted (in per cent).

    :ivar share: None where only words may tell it
    :ivar bound: whether it is at least or at most that
    :ivar most: what more than half of the voters say
    """

    statement: Statement
    share: int | None
    side: str = "agree"
    votes: int = 0
    marks: int | None = None
    bound: str = ""
    most: str = ""

    @property
    def words(self) -> str:
        """The share in the active language."""
        return share_words(self.share, side=self.side, bound=self.bound, most=self.most, votes=self.votes)


@dataclass(frozen=True)
class GroupShown:
    """An opinion group."""

    name: str
    size: int
    stands_for: list[RankedStatement]


@dataclass(frozen=True)
class CellShown:
    """How many of one perspective agree, in words."""

    perspective: Any
    words: str


@dataclass(frozen=True)
class ComparedShown:
    """A statement on which perspectives differ, or which all of them share."""

    statement: Statement
    more: Any
    less: Any
    cells: list[CellShown]


@dataclass(frozen=True)
class Dot:
    """Somebody on the map: where, and in which group's mark."""

    x: float
    y: float
    mark: int

    @property
    def svg(self) -> str:
        """The mark; groups differ by its form."""
        return self._drawn("")

    @property
    def readers_svg(self) -> str:
        """The mark of the reader themselves."""
        return self._drawn(" is-reader")

    def _drawn(self, more: str) -> str:
        kind = str(self.mark) if self.mark in range(4) else "other"
        begin = f'class="map-dot is-group-{kind}{more}"'
        match self.mark:
            case 1:
                drawn = f'<rect {begin} x="{self.x:.1f}" y="{self.y:.1f}" width="12" height="12" transform="translate(-6 -6)"/>'
            case 2:
                drawn = f'<path {begin} d="M0-8 7 6H-7Z" transform="translate({self.x:.1f} {self.y:.1f})"/>'
            case 3:
                drawn = (
                    f'<path {begin} d="M0-8 8 0 0 8-8 0Z" transform="translate({self.x:.1f} {self.y:.1f})"/>'
                )
            case _:
                drawn = f'<circle {begin} cx="{self.x:.1f}" cy="{self.y:.1f}" r="6"/>'
        return mark_safe(drawn)  # noqa: S308  numbers alone


@dataclass(frozen=True)
class Ranking:
    """The statements of one kind that find most agreement."""

    kind: str
    rows: list[RankedStatement]

    @property
    def title(self) -> str:
        """What the list is called in the active language."""
        match self.kind:
            case Prompt.Kind.GOOD_PRACTICE:
                return _("Good practices, most agreed with first")
            case Prompt.Kind.BOTTLENECK:
                return _("Bottlenecks, most agreed with first")
            case Prompt.Kind.NEXT_STEP:
                return _("Next steps, most agreed with first")
        return _("Open questions, most agreed with first")


@dataclass(frozen=True)
class PictureShown:
    """All that a page shows of a picture."""

    people: int
    votes: int
    statements: int
    guests: int | None
    """How many of the people are guests; None where there are some, but too few to be told."""
    made_at: datetime
    is_of_a_day: bool
    """Whether only the day of ``made_at`` is told: past workshops' analyses are kept by the day."""
    is_separate: bool
    too_few: bool
    firmness: str
    groups: list[GroupShown]
    axis: tuple[list[Statement], list[Statement]] | None
    consensus: list[RankedStatement]
    differences: list[ComparedShown]
    common: list[ComparedShown]
    rankings: list[Ranking]
    places: dict[str, Dot]
    """Everybody's dot by their pseudonym, in no order that tells who came when, since those are random."""

    @property
    def dots(self) -> list[Dot]:
        return list(self.places.values())


MAP = 200.0
LIST_LENGTH = 10
KINDS = (Prompt.Kind.GOOD_PRACTICE, Prompt.Kind.BOTTLENECK, Prompt.Kind.NEXT_STEP, Prompt.Kind.OPEN_QUESTION)


def group_letter(name: str) -> str:
    """Return what a group is called on pages: a letter for the engine's number."""
    return chr(ord("A") + int(name)) if name.isdigit() and int(name) < 26 else name


def ranked_statement(statement: Statement, row: Mapping[str, Any]) -> RankedStatement:
    """Return what a row of a picture says of ``statement``."""
    return RankedStatement(
        statement,
        row["share"],
        row.get("side", "agree"),
        row.get("votes", 0),
        row.get("marks"),
        row.get("bound", ""),
        row.get("most", ""),
    )


def show_picture(board: Board, picture: Picture | PublishedPicture | None) -> PictureShown | None:
    """Return ``picture`` ready for a page; None where there is none, or where fewer than five took part."""
    if picture is None or not is_publishable(picture.result["people"]):
        return None
    result = picture.result
    visible = _shown_statements(board)
    return PictureShown(
        people=result["people"],
        votes=result["votes"],
        statements=result["statements"],
        guests=result.get("guests", 0),
        made_at=picture.made_at,
        is_of_a_day=picture.made_at.astimezone(board.event.series.zone).time() == time(),
        is_separate=result["is_separate"],
        too_few=result["reason"] == "too few people",
        firmness=result["firmness"] or "",
        groups=[
            GroupShown(group_letter(group["name"]), group["size"], _ranked(group["stands_for"], visible))
            for group in result["groups"]
        ],
        axis=_axis(result["axis"], visible),
        consensus=_ranked(result["consensus"], visible),
        differences=_differences(board.event.series, result["perspectives"], visible),
        common=_common(board.event.series, result["perspectives"], visible),
        rankings=_rankings(result["rankings"], visible),
        places=_places(result),
    )


def _shown_statements(board: Board) -> dict[str, Statement]:
    """Return what is shown on the board now, by root: what has been hidden since the analysis is in no list."""
    shown = board.statements.filter(state=Statement.State.SHOWN)
    return {
        str(statement.root_id): statement
        for statement in shown.select_related("prompt").prefetch_related("root__translations")
    }


def _ranked(rows: list[dict[str, Any]], visible: dict[str, Statement]) -> list[RankedStatement]:
    return [ranked_statement(visible[row["statement"]], row) for row in rows if row["statement"] in visible]


def _differences(
    series: Series, rows: list[dict[str, Any]], visible: dict[str, Statement]
) -> list[ComparedShown]:
    """Return what perspectives differ on, the widest gap first."""
    differing = [row for row in rows if row["differs"] and row["statement"] in visible]
    widest_first = sorted(differing, key=lambda row: -row["gap"])
    return [_compared(series, row, visible) for row in widest_first[:LIST_LENGTH]]


def _common(series: Series, rows: list[dict[str, Any]], visible: dict[str, Statement]) -> list[ComparedShown]:
    """Return what all perspectives agree with."""
    shared = [row for row in rows if row["common"] == "agree" and not row["differs"]]
    return [_compared(series, row, visible) for row in shared if row["statement"] in visible][:LIST_LENGTH]


def _compared(series: Series, row: dict[str, Any], visible: dict[str, Statement]) -> ComparedShown:
    names = words_of(series.tenant_id, WordList.PERSPECTIVES)
    cells = [
        CellShown(
            names.label(cell["perspective"]),
            share_words(cell["agree"], bound=cell.get("bound", ""), most=cell.get("most", "")),
        )
        for cell in row["cells"]
    ]
    return ComparedShown(visible[row["statement"]], names.label(row["more"]), names.label(row["less"]), cells)


def _rankings(rankings: dict[str, list[dict[str, Any]]], visible: dict[str, Statement]) -> list[Ranking]:
    return [
        Ranking(kind.value, rows)
        for kind in KINDS
        if (rows := _ranked(rankings.get(kind.value, []), visible))
    ]


def _axis(
    axis: dict[str, list[str]] | None, visible: dict[str, Statement]
) -> tuple[list[Statement], list[Statement]] | None:
    if not axis:
        return None
    one, other = ([visible[name] for name in axis[side] if name in visible] for side in ("one", "other"))
    return (one, other) if one and other else None


def _places(result: dict[str, Any]) -> dict[str, Dot]:
    """Everybody on a square map."""
    places = result["places"]
    reach = max((abs(value) for pair in places.values() for value in pair), default=0.0) or 1.0
    marks = {group["name"]: number for number, group in enumerate(result["groups"])}
    return {
        who: Dot(
            round(MAP + x / reach * (MAP - 20), 1),
            round(MAP - y / reach * (MAP - 20), 1),
            marks.get(result["members"].get(who, ""), -1) if marks else 0,
        )
        for who, (x, y) in sorted(places.items(), key=lambda item: uuid.UUID(item[0]))
    }
