"""The whole on one page: how far each perspective agrees with what was said, theme by theme. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from skaala.reports.ballots import Ballots

MOST_OF_A_FINDING = 2
"""A finding is listed under so many themes at most."""

Row = tuple[str, tuple[int | None, ...]]


def mean_shares(
    statements: Iterable[str], perspectives: Sequence[str], ballots: Ballots
) -> tuple[int | None, ...]:
    """
    Return for each perspective the mean share that agrees, per cent, over the statements whose share may be told.

    None where no statement's may: a share is told of at least five votes, see :meth:`Ballots.share`.
    """
    listed = list(statements)
    found: list[int | None] = []
    for who in perspectives:
        told = [share.share for each in listed if (share := ballots.share(each, who, "agree"))]
        found.append(round(sum(told) / len(told)) if told else None)
    return tuple(found)


def rows_of(
    themes: Iterable[tuple[str, Sequence[str]]], perspectives: Sequence[str], ballots: Ballots
) -> tuple[Row, ...]:
    """Return a row for each theme (name, statements) of which anything may be told."""
    rows = ((name, mean_shares(statements, perspectives, ballots)) for name, statements in themes)
    return tuple(row for row in rows if any(share is not None for share in row[1]))


def themes_of(statements: Iterable[str], theme_by_statement: dict[str, str]) -> tuple[str, ...]:
    """Return the themes that most of a finding's statements are in, the commonest first."""
    found = Counter(theme for each in statements if (theme := theme_by_statement.get(each)))
    ordered = sorted(found.items(), key=lambda entry: -entry[1])
    return tuple(theme for theme, _ in ordered[:MOST_OF_A_FINDING])
