"""The whole on one page: how far each perspective agrees with what was said, theme by theme. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from skaala.insight.disclosure import Bound
from skaala.reports.figures.counts import Share
from skaala.reports.figures.vote_snapshot import VoteSnapshot

MOST_OF_A_FINDING = 2
"""A finding is listed under so many themes at most."""

Row = tuple[str, tuple[int | None, ...]]


def mean_shares(
    statements: Iterable[str], perspectives: Sequence[str], ballots: VoteSnapshot
) -> tuple[int | None, ...]:
    """
    Return for each perspective the mean share that agrees, per cent, over the statements whose share may be told.

    None where no statement's may, see :meth:`VoteSnapshot.share`. A bound counts as the middle of what it leaves open, so that the
    mean follows from what is told of each statement and tells no more.
    """
    listed = list(statements)
    found: list[int | None] = []
    for who in perspectives:
        disclosed = [_middle(share) for each in listed if (share := ballots.share(each, who, "agree"))]
        found.append(round(sum(disclosed) / len(disclosed)) if disclosed else None)
    return tuple(found)


def _middle(share: Share) -> float:
    """Return a share, or the middle of what its bound leaves open."""
    ends = {Bound.AT_LEAST.value: (share.share, 100), Bound.AT_MOST.value: (0, share.share)}
    low, high = ends.get(share.bound, (share.share, share.share))
    return (low + high) / 2


def rows_of(
    themes: Iterable[tuple[str, Sequence[str]]], perspectives: Sequence[str], ballots: VoteSnapshot
) -> tuple[Row, ...]:
    """Return a row for each theme (name, statements) of which anything may be told."""
    rows = ((name, mean_shares(statements, perspectives, ballots)) for name, statements in themes)
    return tuple(row for row in rows if any(share is not None for share in row[1]))


def themes_of(statements: Iterable[str], theme_by_statement: dict[str, str]) -> tuple[str, ...]:
    """Return the themes that most of a finding's statements are in, the commonest first."""
    found = Counter(theme for each in statements if (theme := theme_by_statement.get(each)))
    ordered = sorted(found.items(), key=lambda entry: -entry[1])
    return tuple(theme for theme, _ in ordered[:MOST_OF_A_FINDING])
