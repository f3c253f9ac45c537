"""What becomes of those who were interested: how many came how far, and why the others left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Course:
    """
    How far one municipality has come with an action.

    Attributes
    ----------
    stage
        The furthest stage that it reached.
    reason
        Why it declined or stopped, a bottleneck's id; nothing if it goes on.
    has_left
        Whether it declined or stopped.
    """

    stage: str
    has_left: bool = False
    reason: str | None = None


@dataclass(frozen=True)
class Step:
    """
    One stage of the funnel.

    Attributes
    ----------
    reached
        How many came to this stage or further.
    here
        How many are at it now.
    left
        How many left from it.
    reasons
        Reason → how many left for it from this stage, the most frequent first; ``None``: no reason given.
    """

    stage: str
    reached: int
    here: int
    left: int
    reasons: dict[str | None, int]


def count_funnel(courses: Iterable[Course], stages: Sequence[str]) -> list[Step]:
    """
    Count the funnel of stages with the reasons for leaving: for each stage ``reached = here + left + reached next``.

    Parameters
    ----------
    courses
        One for each municipality. One whose stage is not in ``stages`` is left out.
    stages
        From the first to the last.

    Examples
    --------
    >>> courses = [Course("interested", True, "no money"), Course("in use"), Course("interested")]
    >>> for step in count_funnel(courses, ["interested", "in use"]):
    ...     print(step.stage, step.reached, step.here, step.left, step.reasons)
    interested 3 1 1 {'no money': 1}
    in use 1 1 0 {}
    """
    all_courses = [course for course in courses if course.stage in stages]
    steps = []
    for place, stage in enumerate(stages):
        at = [course for course in all_courses if course.stage == stage]
        left = [course for course in at if course.has_left]
        counted = Counter(course.reason for course in left)
        steps.append(
            Step(
                stage,
                reached=sum(stages.index(course.stage) >= place for course in all_courses),
                here=len(at) - len(left),
                left=len(left),
                reasons=dict(
                    sorted(counted.items(), key=lambda one: (-one[1], one[0] is None, one[0] or ""))
                ),
            )
        )
    return steps
