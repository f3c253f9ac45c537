"""How an action spreads: the curve, the funnel, and who learned from whom. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from skaala.catalogue.rules.stages import ENDED, ON_THE_WAY, highest_before_end


def cumulative(days: Iterable[date]) -> list[tuple[date, int]]:
    """
    Return how many had begun by each day on which somebody began.

    >>> cumulative([date(2020, 1, 1), date(2021, 1, 1), date(2020, 1, 1)])
    [(datetime.date(2020, 1, 1), 2), (datetime.date(2021, 1, 1), 3)]
    """
    counted = Counter(days)
    found, total = [], 0
    for day in sorted(counted):
        total += counted[day]
        found.append((day, total))
    return found


@dataclass(frozen=True)
class FunnelStep:
    """How many reached a stage at least, and how many of those ended right there."""

    stage: str
    reached: int
    ended_here: int


def funnel(histories: Iterable[Sequence[str]]) -> list[FunnelStep]:
    """
    Return for each stage how many municipalities came that far, and how many then declined or stopped.

    Whoever is in use has come past all stages before, also where nobody reported them.

    >>> [(step.stage, step.reached, step.ended_here) for step in funnel([["in_use"], ["interested", "declined"]])][:2]
    [('interested', 2, 1), ('assessing', 1, 0)]
    """
    furthest: Counter[str] = Counter()
    ended: Counter[str] = Counter()
    for history in histories:
        stage = highest_before_end(list(history)) or ON_THE_WAY[0]
        furthest[stage] += 1
        ended[stage] += bool(history) and history[-1] in ENDED
    steps = []
    for place, stage in enumerate(ON_THE_WAY):
        reached = sum(furthest[later] for later in ON_THE_WAY[place:])
        steps.append(FunnelStep(stage, reached, ended[stage]))
    return steps
