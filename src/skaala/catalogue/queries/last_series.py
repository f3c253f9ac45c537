"""What became of the series that another one follows: its next steps, who takes part in them, and the actions made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from skaala.catalogue.models import Action, FollowUp
from skaala.catalogue.queries.actions import for_cards
from skaala.catalogue.queries.adoptions import spread_counts
from skaala.catalogue.queries.follow_ups import follow_ups_of_steps
from skaala.catalogue.queries.origins import actions_from_series, has_public_report
from skaala.catalogue.rules.spread import SpreadCount
from skaala.insight.disclosure import is_publishable
from skaala.reports.commitments.queries import NextStep, next_steps
from skaala.series.models import Event, Series
from skaala.series.presenters.naming import dated_title
from skaala.series.queries import is_public
from skaala.workshops.models import Board
from skaala.workshops.queries import find_board_of, published_picture, results_are_public


@dataclass(frozen=True)
class FollowedAction:
    """An action made of the series, and how far it has spread."""

    action: Action
    count: SpreadCount


@dataclass(frozen=True)
class LastSeries:
    """
    What everybody may know of what became of a series.

    :ivar steps: the next steps of its closing event, the most important first, where that is public
    :ivar people: how many commitments there are to them
    :ivar closing: the event whose page names who takes part
    :ivar answers: how many of those who agreed to be asked have answered what last; empty below five, since few are known
    """

    series: Series
    has_report: bool
    steps: list[NextStep]
    people: int
    closing: Event | None
    actions: list[FollowedAction]
    answers: list[tuple[str, int]]
    is_simulated: bool

    @property
    def title(self) -> str:
        """Its title with its year, since the next one is often called the same."""
        return dated_title(self.series)


def last_series(series: Series, *, now: datetime) -> LastSeries | None:
    """Return what became of the series that ``series`` follows; None where it follows none, or nothing of it is public."""
    before = series.copied_from
    if before is None or before.pk == series.pk or not is_public(before, now=now):
        return None
    board = _closing_board(before)
    steps = next_steps(board, published_picture(board)) if board else []
    found = LastSeries(
        before,
        has_public_report(before, now=now),
        steps,
        sum(step.people for step in steps),
        board.event if board else None,
        _actions(before),
        _answers(step.statement.root_id for step in steps),
        board is not None and board.commitments.filter(is_simulated=True).exists(),
    )
    return found if found.steps or found.actions or found.has_report else None


def follow_ups_after(last: LastSeries) -> list[FollowUp]:
    """Return the follow-ups of its next steps to which somebody has agreed, for the organisers of that series."""
    return list(follow_ups_of_steps(step.statement.root_id for step in last.steps))


def _closing_board(series: Series) -> Board | None:
    for event in series.events.filter(kind=Event.Kind.CLOSING_EVENT).order_by("-start"):
        board = find_board_of(event)
        if board is not None and not board.is_rehearsal and results_are_public(board):
            return board
    return None


def _actions(series: Series) -> list[FollowedAction]:
    actions = list(for_cards(actions_from_series(series)))
    counts = spread_counts(actions)
    found = [FollowedAction(action, counts[action.pk]) for action in actions]
    return sorted(found, key=lambda one: (-one.count.doing, -one.count.on_the_way, one.action.pk))


def _answers(roots: Iterable[UUID]) -> list[tuple[str, int]]:
    latest = Counter(
        one.answered[-1].answer  # type: ignore[attr-defined]
        for one in follow_ups_of_steps(roots)
        if one.answered  # type: ignore[attr-defined]
    )
    return latest.most_common() if is_publishable(latest.total()) else []
