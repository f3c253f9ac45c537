"""What became of the statements that somebody wrote: made ready for ``site/board/own_statements.html``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from skaala.reports.queries_outcome import Cited
from skaala.series import naming
from skaala.workshops import queries, rules
from skaala.workshops.models import Board, Statement


@dataclass(frozen=True)
class Became:
    """
    A statement and what became of it.

    :ivar share: per cent of ``total`` who agree; None while that is not shown
    :ivar carried_to: the events to whose boards it was carried over, as they are called
    :ivar findings: the published findings that rest on it, or on what it was merged into or split into
    """

    statement: Statement
    share: int | None
    total: int
    carried_to: list[Any]
    findings: list[Cited]


def what_became_of(
    statements: Iterable[Statement], board: Board, cited: Mapping[str, list[Cited]]
) -> list[Became]:
    """
    Say what became of each of these statements on ``board``.

    :param cited: published findings by root statement, from :func:`skaala.reports.queries_outcome.citing`
    """
    shown = rules.results_are_shown(board.phase, hidden_until_weighed=board.hides_results)
    counts = queries.vote_counts(board) if shown else {}
    found = []
    for statement in statements:
        agree, _disagree, total = counts.get(statement.root_id, (0, 0, 0))
        stand_for_it = [statement.merged_into or statement, *statement.parts.all()]
        findings = [one for each in stand_for_it for one in cited.get(each.root_id.hex, [])]
        found.append(
            Became(
                statement,
                round(100 * agree / total) if total >= rules.SMALLEST_SHOWN else None,
                total,
                [naming.ordinal(copy.board.event) for copy in statement.carried_to.all()],
                list(dict.fromkeys(findings)),
            )
        )
    return found
