"""Computing every figure of a report again from the votes and counts stored with it, and saying whether it is the same. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skaala.reports.contents import Contents
from skaala.reports.figures.counts import is_figure
from skaala.reports.figures.coverage import REGISTERED, counted
from skaala.reports.figures.keys import read_key
from skaala.reports.figures.reach import reach_numbers
from skaala.reports.figures.series_tables import table_numbers
from skaala.reports.figures.statement_lists import list_numbers
from skaala.reports.figures.theme_overview import mean_shares
from skaala.reports.figures.vote_snapshot import VoteSnapshot

Numbers = tuple[int | float | str | None, ...]


@dataclass(frozen=True)
class Checked:
    """
    One figure: what the report says and what the votes say.

    For a share these are share, low, high and votes; for a cell of a table its number. ``found`` is None where the
    votes give nothing that may be told.
    """

    key: str
    reported: Numbers
    found: Numbers | None

    @property
    def is_equal(self) -> bool:
        return self.reported == self.found


def verify(
    contents: Iterable[Contents],
    ballots: VoteSnapshot,
    gaps: Mapping[str, Mapping[str, int]],
    themes: Sequence[Sequence[str]] = (),
    coverage: Mapping[str, Any] | None = None,
    rests_on: Collection[str] = (),
) -> list[Checked]:
    """
    Return one line for each figure, differences between perspectives and cells of tables included.

    :param themes: the statements of each row of the overview
    :param coverage: who had registered, in numbers, as stored with the version; without it the tables made of these are left out
    :param rests_on: the statements that the findings rest on
    """
    found: dict[tuple[str, Numbers], Checked] = {}
    for each in contents:
        for checked in (
            *_figures(each, ballots),
            *_cells(each, ballots, coverage, rests_on),
            *_overview(each, ballots, themes),
        ):
            found.setdefault((checked.key, checked.reported), checked)
    for key, numbers in gaps.items():
        reported = (numbers["share"], numbers["low"], numbers["high"], numbers["votes"])
        found.setdefault((key, reported), Checked(key, reported, _again(key, ballots)))
    return sorted(found.values(), key=lambda checked: checked.key)


def _figures(contents: Contents, ballots: VoteSnapshot) -> Iterator[Checked]:
    for section in contents.sections:
        for entry in section.entries:
            for chart in entry.charts:
                for figure in chart.figures:
                    reported = (figure.share, figure.low, figure.high, figure.votes)
                    yield Checked(figure.key, reported, _again(figure.key, ballots))


def _overview(
    contents: Contents, ballots: VoteSnapshot, themes: Sequence[Sequence[str]]
) -> Iterator[Checked]:
    rows = contents.overview.rows if contents.overview else ()
    for number in range(max(len(rows), len(themes))):
        reported = rows[number][1] if number < len(rows) else ()
        found = mean_shares(themes[number], ballots.names, ballots) if number < len(themes) else None
        yield Checked(f"overview.{number + 1}", reported, found)


def _again(key: str, ballots: VoteSnapshot) -> Numbers | None:
    try:
        _finding, statement, who, side = read_key(key)
    except ValueError:
        return None
    share = ballots.share(statement, who, side)
    if share is None:
        return None
    return share.share, share.low, share.high, share.votes


def _cells(
    contents: Contents,
    ballots: VoteSnapshot,
    coverage: Mapping[str, Any] | None,
    rests_on: Collection[str],
) -> Iterator[Checked]:
    whole = (contents.statements,) if contents.statements else ()
    for table in (*contents.tables, *contents.lists, *whole):
        again: Sequence[Numbers] | None = (
            table_numbers(ballots, table.key)
            or list_numbers(ballots, table.key)
            or reach_numbers(ballots, rests_on, table.key)
        )
        if table.key in REGISTERED and coverage is not None:
            again = counted(coverage, table.key)
        if again is None:
            continue
        reported = [tuple(cell for cell in row[1:] if is_figure(cell)) for row in table.rows]
        for number in range(max(len(reported), len(again))):
            row = reported[number] if number < len(reported) else ()
            other = again[number] if number < len(again) else None
            # A column of words may be empty, and then ends the row of numbers.
            shown = row[: len(other)] if other is not None else row
            yield Checked(f"table.{table.key}.{number + 1}", shown, other)
