"""How firm the groups are: would other people and other statements have given the same ones?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from skaala.insight.opinions.agreement import adjusted_rand
from skaala.insight.opinions.analysis import Opinion
from skaala.insight.opinions.axes import find_axes
from skaala.insight.opinions.grouping import find_groups
from skaala.insight.opinions.positions import has_voted_enough, place_participants
from skaala.insight.votes import Whole

ROUNDS = 40
SHARE = 0.7
MAX_PEOPLE = 3000

Grade = Literal["firm", "fairly firm", "shaky", "not firm"]


@dataclass(frozen=True)
class Stability:
    """
    How firm groups are.

    Attributes
    ----------
    overall
        Mean agreement (adjusted Rand) with the groups of resampled votes: 1 the same, 0 as by chance; nothing
        where there are no two groups.
    per_group
        The same for each group alone.
    grade, grades
        These in words.
    rounds
        How often votes were resampled.
    """

    overall: float | None
    per_group: tuple[float | None, ...]
    grade: Grade | None
    grades: tuple[Grade | None, ...]
    rounds: int


def measure_stability(
    opinion: Opinion,
    *,
    seed: int = 0,
    rounds: int = ROUNDS,
    share: float = SHARE,
    on_step: Callable[[], None] | None = None,
) -> Stability:
    """
    Measure how firm the groups are, by asking again without three in ten of the people and
    of the statements.

    A group that means something should not hang on who happened to come or on which statements happened to
    be written. So 40 times, seven tenths of the participants and, independently, of the
    statements are drawn; the whole picture is worked out from these votes alone, with as many groups; and
    the groups of those who are in both pictures are compared:

    *overall* by the adjusted Rand index (see :func:`skaala.insight.opinions.agreement.adjusted_rand`); *per group*
    by the same index of "in this group or not" with the group of the new picture that fits it best.

    Both are averaged. In words: from 0.8 "firm", from 0.6 "fairly firm", from 0.4 "shaky", below "not
    firm". Groups that the search finds in noise come to 0.1 to 0.35, those of two large real conversations
    to 0.8 to 0.9.

    Parameters
    ----------
    opinion
        The picture whose groups are measured.
    seed
        Chooses what is drawn.
    rounds
        How often; the mean of 40 is sure to about ± 0.03.
    share
        Which part of people and of statements is drawn.
    on_step
        Called after each round, to show progress.

    Returns
    -------
    Stability

    Notes
    -----
    Drawn without putting back: a person drawn twice would count as two who agree fully and make groups look
    firmer. A round in which so many groups cannot be made counts as 0. Above 3,000 participants so many are
    drawn.

    References
    ----------
    C. Hennig (2007), Cluster-wise assessment of cluster stability, Computational Statistics & Data Analysis
    52, 258–271; U. von Luxburg (2010), Clustering stability: an overview.
    """
    if opinion.k < 2:
        nothing: tuple[None, ...] = (None,) * opinion.k
        return Stability(None, nothing, None, nothing, 0)
    chance = np.random.default_rng([seed, 2])
    votes = opinion.votes
    statements = np.flatnonzero(votes.has_votes)
    people = min(max(2, round(share * votes.n_participants)), MAX_PEOPLE)
    agreements, group_agreements = [], []
    for _ in range(rounds):
        who = np.sort(chance.choice(votes.n_participants, people, replace=False))
        what = np.sort(chance.choice(statements, max(1, round(share * len(statements))), replace=False))
        part = votes.part(who, what)
        zeroed = opinion.zeroed[what]
        axes = find_axes(part, zeroed, precise=False)
        inside = has_voted_enough(part)
        again = np.full(len(who), -1, dtype=np.int64)
        try:
            points = place_participants(part, axes, zeroed)[inside]
            again[inside] = find_groups(points, k=opinion.k, seed=seed, thorough=False).labels
        except ValueError:
            agreements.append(0.0)
            group_agreements.append([0.0] * opinion.k)
        else:
            both = (again >= 0) & (opinion.labels[who] >= 0)
            agreements.append(adjusted_rand(opinion.labels[who][both], again[both]))
            group_agreements.append(_agree_by_group(opinion.labels[who][both], again[both], opinion.k))
        if on_step is not None:
            on_step()
    overall = float(np.mean(agreements))
    per_group = tuple(float(mean) for mean in np.mean(group_agreements, axis=0))
    return Stability(overall, per_group, grade(overall), tuple(grade(value) for value in per_group), rounds)


def grade(agreement: float) -> Grade:
    """
    Put an agreement into words.

    Examples
    --------
    >>> [grade(value) for value in (0.93, 0.7, 0.45, 0.1)]
    ['firm', 'fairly firm', 'shaky', 'not firm']
    """
    if agreement >= 0.8:
        return "firm"
    if agreement >= 0.6:
        return "fairly firm"
    return "shaky" if agreement >= 0.4 else "not firm"


def _agree_by_group(labels: Whole, again: Whole, k: int) -> list[float]:
    """For each group, how well the best-fitting new group agrees with it."""
    return [
        max(adjusted_rand((labels == group).astype(int), (again == new).astype(int)) for new in range(k))
        if (labels == group).any()
        else 0.0
        for group in range(k)
    ]
