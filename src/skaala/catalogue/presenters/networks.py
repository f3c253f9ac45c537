"""What spreads among the members of a network, and where it stalls."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skaala.catalogue.models import Action, Adoption, Stage
from skaala.catalogue.presenters.learning import Learning, learning
from skaala.catalogue.queries.adoptions import ended_for, history_of, spread_count
from skaala.catalogue.rules.spread import SpreadCount
from skaala.catalogue.rules.stages import ON_THE_WAY, RUNNING, highest_before_end

MOST_NAMED = 4


@dataclass(frozen=True)
class SpreadingAction:
    """How far an action has spread among the members, and who of them can be asked."""

    action: Action
    count: SpreadCount
    ask: list[Any]
    next: list[Any]
    """Members that are likely to want it next."""


@dataclass(frozen=True)
class StalledStage:
    """For one bottleneck, how many ended after each stage that they had reached."""

    reason: Any
    cells: list[tuple[Any, int]]
    """Each stage in words, and how many."""

    @property
    def total(self) -> int:
        return sum(count for _stage, count in self.cells)


@dataclass(frozen=True)
class NetworkSpread:
    """All that a network's page shows."""

    actions: list[SpreadingAction]
    municipalities: int
    stages: list[Any]
    stalled: list[StalledStage]
    learning: Learning


def network_spread(found: Sequence[Adoption], likely: Mapping[int, Sequence[Any]]) -> NetworkSpread:
    """
    Return the adoptions of a network's members by action, and the bottlenecks crossed with stages.

    :param likely: by action, the members that are likely to want it next
    """
    by_action: dict[int, list[Adoption]] = defaultdict(list)
    for one in found:
        by_action[one.action_id].append(one)
    rows = [_row(adoptions, likely.get(action, ())) for action, adoptions in by_action.items()]
    rows.sort(key=lambda row: (-row.count.doing, -row.count.on_the_way, str(row.action)))
    return NetworkSpread(
        rows,
        len({one.municipality_id for one in found}),
        stage_names(),
        stalled(found),
        learning(found),
    )


def stage_names() -> list[Any]:
    """Return the stages at which an adoption can stall, in words."""
    return [Stage(stage).label for stage in ON_THE_WAY[:-1]]


def _row(adoptions: Sequence[Adoption], likely: Sequence[Any]) -> SpreadingAction:
    running = [one for one in adoptions if one.stage in RUNNING]
    return SpreadingAction(
        adoptions[0].action,
        spread_count(adoptions),
        [one.municipality for one in running][:MOST_NAMED],
        list(likely[:MOST_NAMED]),
    )


def stalled(found: Sequence[Adoption]) -> list[StalledStage]:
    """Return the bottlenecks for which adoptions ended, each with how far those had come, the most frequent first."""
    stages = ON_THE_WAY[:-1]  # whoever has come to the last one has nothing left to stall at
    counted: dict[Any, Counter[str]] = defaultdict(Counter)
    for one in found:
        if (reason := ended_for(one)) is not None:
            reached = highest_before_end([stage for stage, _when in history_of(one)]) or stages[0]
            counted[reason][reached if reached in stages else stages[-1]] += 1
    rows = [
        StalledStage(reason.name, [(Stage(stage).label, counts[stage]) for stage in stages])
        for reason, counts in counted.items()
    ]
    return sorted(rows, key=lambda row: -row.total)
