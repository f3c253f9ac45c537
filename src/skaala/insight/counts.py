"""Counting votes per group and statement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from skaala.insight.votes import VoteMatrix, Whole


@dataclass(frozen=True)
class Counts:
    """
    Votes counted: per group and statement.

    Attributes
    ----------
    agree, disagree, total
        Each g × m; passes are in the total, so passes = total − agree − disagree.
    """

    agree: Whole
    disagree: Whole
    total: Whole

    @property
    def together(self) -> Counts:
        """The groups added up: 1 × m."""
        return Counts(*(part.sum(axis=0, keepdims=True) for part in (self.agree, self.disagree, self.total)))

    @property
    def others(self) -> Counts:
        """For each group all the other groups together: g × m."""
        return Counts(*(part.sum(axis=0) - part for part in (self.agree, self.disagree, self.total)))


def count_votes(votes: VoteMatrix, labels: Whole, groups: int) -> Counts:
    """
    Count agreeing, disagreeing and all votes of each group on each statement, from the votes as they were
    given.

    Parameters
    ----------
    votes
        n × m; moderated statements are counted like others.
    labels
        n numbers: each participant's group, 0 to ``groups`` − 1, or −1 for nobody's.
    groups
        How many.

    Examples
    --------
    >>> from skaala.insight.votes import gather_votes
    >>> votes = gather_votes([("a", "1", 1), ("b", "1", -1), ("c", "1", 0)])
    >>> counts = count_votes(votes, np.array([0, 0, 1]), 2)
    >>> counts.agree.tolist(), counts.disagree.tolist(), counts.total.tolist()
    ([[1], [0]], [[1], [0]], [[2], [1]])
    """
    m = votes.n_statements
    drawer = np.repeat(np.where(labels < 0, groups, labels) * (3 * m), votes.votes_cast)
    drawer += 3 * votes.columns.astype(np.int64)
    drawer += votes.values + 1
    filled = np.bincount(drawer, minlength=3 * m * (groups + 1))[: 3 * m * groups].reshape(groups, m, 3)
    return Counts(agree=filled[:, :, 2], disagree=filled[:, :, 0], total=filled.sum(axis=2))
