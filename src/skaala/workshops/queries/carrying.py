"""Statements to carry over: the surest agreement first, as far as that may be said."""

from __future__ import annotations

from skaala.insight.disclosure import Majority, is_exact, majority
from skaala.workshops.models import Board, Statement
from skaala.workshops.queries.statements import shown_statements, shown_tallies


def ranked_to_carry(board: Board) -> list[tuple[Statement, int]]:
    """
    Return the shown statements of ``board`` with how many voted on each (0 for fewer than five).

    From ten voters on they are in the order of how sure agreement is; then those of which words say that most agree, then the
    others as they were written.
    """
    from skaala.insight.small_samples import wilson_interval  # brings scipy, which no other page needs

    tallies = shown_tallies(board)

    def order(statement: Statement) -> tuple[int, float, int]:
        agree, disagree, voters = tallies.get(statement.root_id, (0, 0, 0))
        if is_exact(voters):
            return 0, -float(wilson_interval(agree, voters)[0]), statement.number
        return (1 if majority(agree, disagree, voters) == Majority.AGREE else 2), 0.0, statement.number

    found = sorted(shown_statements(board), key=order)
    return [(each, tallies.get(each.root_id, (0, 0, 0))[2]) for each in found]
