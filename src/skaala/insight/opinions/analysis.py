"""The analysis of a vote matrix: the map, the groups, and what each statement means to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from skaala.insight.counts import Counts, count_votes
from skaala.insight.disclosure import MIN_CELL
from skaala.insight.opinions.axes import Axes, find_axes
from skaala.insight.opinions.consensus import (
    Majority,
    find_divisive,
    find_majorities,
    measure_common_ground,
    measure_division,
)
from skaala.insight.opinions.grouping import Grouping, find_groups, silhouette
from skaala.insight.opinions.labels import keep_directions, keep_labels
from skaala.insight.opinions.positions import has_voted_enough, place_participants, place_statements
from skaala.insight.opinions.priority import weigh_priority
from skaala.insight.opinions.representativeness import (
    Representative,
    Tests,
    choose_representative,
    compare_groups,
)
from skaala.insight.votes import Flags, Floats, Moderation, VoteMatrix, Whole, natural_order


@dataclass(frozen=True)
class EarlierOpinion:
    """
    What is kept of an earlier analysis, so that names stay the same; nothing else of it has any influence.

    Attributes
    ----------
    groups
        Participant → name of their group then.
    loadings
        Statement → its loadings on the two axes then.
    """

    groups: Mapping[str, str] = field(default_factory=dict)
    loadings: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Opinion:
    """
    What a vote matrix says.

    Attributes
    ----------
    votes
        The matrix.
    moderation
        What was rejected, and what is metadata.
    zeroed
        m flags: the columns that count for nothing on the map.
    axes
        The two axes.
    places
        n × 2: participants on the map.
    statement_places
        m × 2: statements on the map.
    extremity
        m lengths of these.
    is_in
        n flags: who is counted into groups.
    labels
        n numbers: each participant's group as an index into ``group_names``, −1 for nobody's.
    group_names
        Names of the groups, the largest first; they stay with their people from one analysis to the next.
    sizes
        People in each.
    k, silhouette, tried
        Number of groups, how far they are apart, and the same for the numbers of groups looked at.
    counts
        g × m: votes per group; of those counted into groups only.
    everybody
        1 × m: votes of all.
    tests
        g × m figures of representativeness.
    representative
        For each group the statements that represent it.
    majority
        What most of all agree and disagree with.
    geometric, product
        m numbers each: group-informed consensus.
    divisive
        Statements on which groups oppose each other.
    division_between, division_within
        m numbers each.
    priority
        m numbers: how urgently to show each statement.
    """

    votes: VoteMatrix
    moderation: Moderation
    zeroed: Flags
    axes: Axes
    places: Floats
    statement_places: Floats
    extremity: Floats
    is_in: Flags
    labels: Whole
    group_names: tuple[str, ...]
    sizes: Whole
    k: int
    silhouette: float
    tried: Mapping[int, float]
    counts: Counts
    everybody: Counts
    tests: Tests
    representative: tuple[tuple[Representative, ...], ...]
    majority: Majority
    geometric: Floats
    product: Floats
    divisive: tuple[int, ...]
    division_between: Floats
    division_within: Floats
    priority: Floats

    @property
    def remembered(self) -> EarlierOpinion:
        """What the next analysis needs to know of this one."""
        return EarlierOpinion(
            groups={
                who: self.group_names[group]
                for who, group in zip(self.votes.participants, self.labels.tolist(), strict=True)
                if group >= 0
            },
            loadings={
                name: (x, y)
                for name, (x, y) in zip(self.votes.statements, self.axes.loadings.tolist(), strict=True)
            },
        )

    @property
    def has_small_group(self) -> bool:
        """Whether a group is smaller than five people; so it can only be if so many were asked for."""
        return bool((self.sizes < MIN_CELL).any())


def analyse_opinions(
    votes: VoteMatrix,
    *,
    moderation: Moderation | None = None,
    k: int | None = None,
    seed: int = 0,
    earlier: EarlierOpinion | None = None,
    given: Mapping[str, str] | None = None,
) -> Opinion:
    """
    Analyse a vote matrix: the map, the groups, what represents each, and what they agree on.

    Everything is worked out from the votes as they are, afresh each time, so that no history can matter: not
    the order in which votes came, not how often the analysis was run, not a restart. The steps:

    1. centre each statement, find the two axes (:func:`skaala.insight.opinions.axes.find_axes`),
    2. place participants and statements (:mod:`skaala.insight.opinions.positions`),
    3. find the groups of those who voted enough (:func:`skaala.insight.opinions.grouping.find_groups`),
    4. count votes per group, from the votes as given, and work out what represents each group, what all
       agree on, what divides, and which statement is worth showing next.

    Parameters
    ----------
    votes
        n participants by m statements.
    moderation
        Statements that are rejected or metadata; they have no influence on the map and are in no list.
    k
        Exactly so many groups, if given.
    seed
        Chooses where the search for groups starts.
    earlier
        The names of groups and the directions of axes of an earlier analysis are kept.
    given
        Participant → group: work with these groups instead of finding any.

    Returns
    -------
    Opinion

    Raises
    ------
    ValueError
        If ``k`` groups are asked for and there are fewer distinct positions.

    Examples
    --------
    >>> from skaala.insight.votes import gather_votes
    >>> cast = [(f"{side}{i}", str(s), 1 if (side == "a") == (s < 4) else -1)
    ...         for side in "ab" for i in range(8) for s in range(8)]
    >>> opinion = analyse_opinions(gather_votes(cast))
    >>> opinion.k, opinion.sizes.tolist(), len(set(opinion.labels[:8].tolist()))
    (2, [8, 8], 1)

    Notes
    -----
    Whether the groups are more than k-means finding groups in anything, and how firm they are, takes longer
    to say: :func:`skaala.insight.opinions.separation.judge_separation`,
    :func:`skaala.insight.opinions.stability.measure_stability`. Until the first has spoken, groups are tentative.
    """
    moderation = moderation or Moderation()
    earlier = earlier or EarlierOpinion()
    zeroed = moderation.zeroed(votes)
    axes = find_axes(votes, zeroed)
    turn = keep_directions(axes.loadings, votes.statements, earlier.loadings)
    axes = replace(axes, loadings=axes.loadings * turn)
    places = place_participants(votes, axes, zeroed)
    statement_places = place_statements(votes, axes)
    extremity: Floats = np.hypot(statement_places[:, 0], statement_places[:, 1])
    if given is None:
        is_in = has_voted_enough(votes)
        grouping = find_groups(places[is_in], k=k, seed=seed)
        labels = np.full(votes.n_participants, -1, dtype=np.int64)
        labels[is_in] = grouping.labels
        members = [(int(group), votes.participants[i]) for i, group in enumerate(labels) if group >= 0]
        names = keep_labels(grouping.k, members if earlier.groups else [], earlier.groups)
    else:
        labels, names = _take_labels(votes, given)
        is_in = labels >= 0
        grouping = _describe_groups(places[is_in], labels[is_in], len(names))
    counts = count_votes(votes, labels, grouping.k)
    everybody = count_votes(votes, np.zeros(votes.n_participants, dtype=np.int64), 1)
    tests = compare_groups(counts)
    geometric, product = measure_common_ground(counts)
    between, within = measure_division(counts)
    return Opinion(
        votes=votes,
        moderation=moderation,
        zeroed=zeroed,
        axes=axes,
        places=places,
        statement_places=statement_places,
        extremity=extremity,
        is_in=is_in,
        labels=labels,
        group_names=names,
        sizes=grouping.sizes,
        k=grouping.k,
        silhouette=grouping.silhouette,
        tried=grouping.tried,
        counts=counts,
        everybody=everybody,
        tests=tests,
        representative=choose_representative(counts, tests, zeroed),
        majority=find_majorities(everybody, zeroed),
        geometric=geometric,
        product=product,
        divisive=find_divisive(counts, zeroed),
        division_between=between,
        division_within=within,
        priority=weigh_priority(counts.together, extremity, moderation.is_metadata(votes)),
    )


def _take_labels(votes: VoteMatrix, given: Mapping[str, str]) -> tuple[Whole, tuple[str, ...]]:
    known = [given.get(who) for who in votes.participants]
    names = tuple(natural_order({name for name in known if name is not None}))
    place = {name: i for i, name in enumerate(names)}
    return np.array([-1 if name is None else place[name] for name in known], dtype=np.int64), names


def _describe_groups(points: Floats, labels: Whole, k: int) -> Grouping:
    """The same figures for groups that were given as for found ones; every person is one point."""
    sizes = np.bincount(labels, minlength=k)
    centres = np.column_stack(
        [np.bincount(labels, weights=points[:, side], minlength=k) / np.maximum(sizes, 1) for side in (0, 1)]
    )
    apart = silhouette(points, labels) if k > 1 and len(points) <= 5000 else 0.0
    return Grouping(k, labels, centres, sizes, apart, {k: apart})
