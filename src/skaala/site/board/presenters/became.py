"""What became of the statements that somebody wrote: made ready for ``site/board/own_statements.html``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from skaala.insight.disclosure import exact_share, majority
from skaala.reports.queries.outcome import CitedFinding
from skaala.series.presenters import naming
from skaala.workshops import queries, rules
from skaala.workshops.messages.concerns import concern_words
from skaala.workshops.models import Board, Statement


@dataclass(frozen=True)
class Became:
    """
    A statement and what became of it.

    :ivar why: why it was held for the facilitator
    :ivar share: per cent of ``total`` who agree; None while that is not shown, or told in words
    :ivar most: what most say, of five voters and more
    :ivar carried_to: the events to whose boards it was carried over, as they are called
    :ivar may_withdraw: whether its author can still take it back
    :ivar findings: the published findings that rest on it, or on what it was merged into or split into
    """

    statement: Statement
    share: int | None
    total: int
    most: str
    carried_to: list[Any]
    findings: list[CitedFinding]
    why: list[str] = field(default_factory=list)
    may_withdraw: bool = False


def what_became_of(
    statements: Iterable[Statement], board: Board, cited: Mapping[str, list[CitedFinding]]
) -> list[Became]:
    """
    Say what became of each of these statements on ``board``.

    :param cited: published findings by root statement, from :func:`skaala.reports.queries.outcome.cited_findings`
    """
    shown = rules.results_are_shown(board.phase, hidden_until_weighed=board.hides_results)
    counts = queries.shown_tallies(board) if shown else {}
    found = []
    for statement in statements:
        agree, disagree, total = counts.get(statement.root_id, (0, 0, 0))
        statement_and_parts = [statement.stayed_as, *statement.parts.all()]
        findings = [one for each in statement_and_parts for one in cited.get(each.root_id.hex, [])]
        found.append(
            Became(
                statement,
                exact_share(agree, total),
                total,
                majority(agree, disagree, total) or "",
                [naming.ordinal(copy.board.event) for copy in statement.carried_to.all()],
                list(dict.fromkeys(findings)),
                concern_words(statement.held_for),
                rules.can_vote(board.phase) and queries.is_nobody_elses(statement),
            )
        )
    return found
