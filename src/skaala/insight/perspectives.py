"""Where known perspectives, such as receiver, pioneer and network, agree and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from skaala.insight.counts import count_votes
from skaala.insight.disclosure import is_publishable
from skaala.insight.small_samples import (
    correct_for_many,
    difference_by_chance,
    majority_by_chance,
    newcombe_interval,
    wilson_interval,
)
from skaala.insight.votes import Moderation, Side, VoteMatrix, natural_order

LEVEL = 0.05


@dataclass(frozen=True)
class Cell:
    """
    What one perspective says to one statement.

    Attributes
    ----------
    perspective
        Its name.
    votes
        How many of it voted; nothing, like all that follows, where they were fewer than five.
    agree, disagree
        Shares of these votes; the rest passed.
    agree_low, agree_high, disagree_low, disagree_high
        95 % Wilson bounds of the shares.
    """

    perspective: str
    votes: int | None = None
    agree: float | None = None
    disagree: float | None = None
    agree_low: float | None = None
    agree_high: float | None = None
    disagree_low: float | None = None
    disagree_high: float | None = None

    @property
    def suppressed(self) -> bool:
        """Whether too few voted to show anything."""
        return self.votes is None


@dataclass(frozen=True)
class Gap:
    """The two perspectives that agree most and least, and a 95 % interval (Newcombe) of the difference."""

    more: str
    less: str
    difference: float
    low: float
    high: float


@dataclass(frozen=True)
class Comparison:
    """
    One statement through the eyes of the perspectives.

    Attributes
    ----------
    statement
        Its id.
    cells
        One for each perspective.
    common
        "agree" or "disagree" where a majority of *every* perspective shown says so beyond chance; else
        nothing.
    common_p
        The corrected p-value of the nearer of the two, nothing where not tested.
    differs
        Whether the perspectives' shares of agreement differ beyond chance.
    differs_p
        Its corrected p-value, nothing where not tested.
    gap
        The widest difference between two perspectives.
    """

    statement: str
    cells: tuple[Cell, ...]
    common: Side | None = None
    common_p: float | None = None
    differs: bool = False
    differs_p: float | None = None
    gap: Gap | None = None


def compare_perspectives(
    votes: VoteMatrix,
    perspective_of: Mapping[str, str],
    *,
    moderation: Moderation | None = None,
    level: float = LEVEL,
) -> tuple[Comparison, ...]:
    """
    Say for each statement where the perspectives agree and where they differ, and how surely.

    Groups found in votes are a guess about people; perspectives are known before anybody votes. With the 20
    to 60 people of a workshop they lead. Three questions are asked of each statement:

    *How many of each perspective agree?* The share with Wilson's interval, which is valid for small numbers.

    *Do they differ?* Freeman and Halton's exact test of the agreeing votes over the perspectives (Fisher's,
    for more than two); with it the widest gap and Newcombe's interval for it.

    *Do they agree?* That no difference is seen is no agreement: it may be for want of people. So agreement
    is claimed only if in *every* perspective shown a majority agrees, each by an exact binomial test; the
    largest of these p-values is the statement's (a claim about all is as sure as its weakest part).
    Likewise for disagreement.

    The p-values of all statements are then corrected for being many (Benjamini and Hochberg), each question
    for itself; the two sides of the last question are both counted in.

    A cell in which too few people voted to be published is suppressed, and takes no part in the tests. No total is
    given from which a single suppressed cell could be found.

    Parameters
    ----------
    votes
        n × m.
    perspective_of
        Participant → perspective; participants that are not in it are left out.
    moderation
        Rejected and metadata statements are left out.
    level
        What a corrected p-value must not exceed to be called a finding.

    Returns
    -------
    One comparison for each statement that is not moderated

    Examples
    --------
    >>> from skaala.insight.votes import gather_votes
    >>> people = {f"r{i}": "receiver" for i in range(9)} | {f"p{i}": "pioneer" for i in range(8)}
    >>> people["n1"] = "network"
    >>> votes = gather_votes((who, "s", 1 if who[0] == "r" else -1) for who in people)
    >>> found = compare_perspectives(votes, people)[0]
    >>> found.differs, found.gap.more, [cell.suppressed for cell in found.cells]
    (True, 'receiver', [True, False, False])

    See Also
    --------
    skaala.insight.small_samples : which intervals and tests, and why these
    """
    names = natural_order(set(perspective_of.values()))
    place = {name: i for i, name in enumerate(names)}
    labels = np.array(
        [place.get(perspective_of.get(who, ""), -1) for who in votes.participants], dtype=np.int64
    )
    counts = count_votes(votes, labels, len(names))
    zeroed = (moderation or Moderation()).zeroed(votes)
    found: list[Comparison] = []
    for j in np.flatnonzero(~zeroed):
        columns = zip(names, counts.agree[:, j], counts.disagree[:, j], counts.total[:, j], strict=True)
        found.append(
            _compare(votes.statements[j], [(name, int(a), int(d), int(n)) for name, a, d, n in columns])
        )
    return _judge(found, level)


def _compare(statement: str, columns: Sequence[tuple[str, int, int, int]]) -> Comparison:
    """Compare what the perspectives (name, agree, disagree, all votes) say to one statement; p-values as they are."""
    cells = tuple(_cell(*column) if is_publishable(column[3]) else Cell(column[0]) for column in columns)
    shown = [column for column in columns if is_publishable(column[3])]
    if len(shown) < 2:
        return Comparison(statement, cells)
    names, agree, disagree, total = (list(row) for row in zip(*shown, strict=True))
    for_it = max(majority_by_chance(x, n) for x, n in zip(agree, total, strict=True))
    against = max(majority_by_chance(x, n) for x, n in zip(disagree, total, strict=True))
    return Comparison(
        statement,
        cells,
        common="agree" if for_it <= against else "disagree",
        common_p=min(1.0, 2 * min(for_it, against)),
        differs_p=difference_by_chance(agree, total),
        gap=_widest_gap(names, agree, total),
    )


def _cell(name: str, agree: int, disagree: int, total: int) -> Cell:
    for_it, against = wilson_interval(agree, total), wilson_interval(disagree, total)
    return Cell(
        perspective=name,
        votes=total,
        agree=agree / total,
        disagree=disagree / total,
        agree_low=float(for_it[0]),
        agree_high=float(for_it[1]),
        disagree_low=float(against[0]),
        disagree_high=float(against[1]),
    )


def _widest_gap(names: list[str], agree: list[int], total: list[int]) -> Gap:
    shares = [a / n for a, n in zip(agree, total, strict=True)]
    more, less = int(np.argmax(shares)), len(shares) - 1 - int(np.argmin(shares[::-1]))
    low, high = newcombe_interval(agree[more], total[more], agree[less], total[less])
    return Gap(names[more], names[less], shares[more] - shares[less], low, high)


def _judge(found: list[Comparison], level: float) -> tuple[Comparison, ...]:
    """Correct the p-values over all statements, and keep as findings what stays below the level."""
    tested = [i for i, comparison in enumerate(found) if comparison.differs_p is not None]
    common = correct_for_many([found[i].common_p or 0.0 for i in tested])
    differs = correct_for_many([found[i].differs_p or 0.0 for i in tested])
    judged = list(found)
    for i, common_p, differs_p in zip(tested, common, differs, strict=True):
        judged[i] = Comparison(
            found[i].statement,
            found[i].cells,
            common=found[i].common if common_p <= level else None,
            common_p=common_p,
            differs=differs_p <= level,
            differs_p=differs_p,
            gap=found[i].gap,
        )
    return tuple(judged)
