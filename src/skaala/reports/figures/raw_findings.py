"""What the votes of a series say, chosen by rule: the raw findings, before they are put into words. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skaala.insight.perspectives import LEVEL, Comparison, compare_perspectives
from skaala.insight.small_samples import majority_by_chance
from skaala.insight.votes import gather_votes
from skaala.reports.figures.counts import Share
from skaala.reports.figures.facts import Facts
from skaala.reports.figures.vote_snapshot import AFTER, ALL, BEFORE, VoteSnapshot

MOST = {"shared_view": 10, "difference": 10, "moved": 6}
"""At most so many findings of each kind."""
MOST_RANKED = {"good_practice": 8, "bottleneck": 8, "next_step": 8, "open_question": 6}
"""The same for the kinds whose statements are ranked by agreement."""
SMALLEST_MOVE = 10
"""Percentage points from which a change of views is a finding."""


@dataclass(frozen=True)
class RawFinding:
    """
    One finding in figures.

    :ivar rule: which rule chose it: shared, most, difference, ranked or moved
    :ivar facts: what the words need besides the figures
    """

    kind: str
    rule: str
    statement: str
    shares: tuple[Share, ...]
    facts: Facts

    @property
    def key(self) -> str:
        """Identifies the finding from one draft to the next."""
        return f"{self.kind}:{self.statement}"


def draft(snapshot: VoteSnapshot) -> list[RawFinding]:
    """
    Return the findings in the order in which they are to be read.

    Shared views and differences are those beyond chance, the surest and widest first. Ranked statements are sorted by
    the lower bound of their agreement, so that a few agreeing votes do not beat many.
    """
    comparisons = {each.statement: each for each in _compare(snapshot)}
    return [
        *_shared(snapshot, comparisons),
        *_differences(snapshot, comparisons),
        *(finding for kind in MOST_RANKED for finding in _ranked(snapshot, kind)),
        *_moved(snapshot),
    ]


def _compare(snapshot: VoteSnapshot) -> tuple[Comparison, ...]:
    rows = [(who, statement, value) for (who, statement), value in snapshot.current.items()]
    perspectives = {who: name for who, name in snapshot.perspectives.items() if name in snapshot.names}
    return compare_perspectives(gather_votes(rows), perspectives) if rows and perspectives else ()


def _shared(snapshot: VoteSnapshot, comparisons: Mapping[str, Comparison]) -> list[RawFinding]:
    """Return what all perspectives agree or disagree on, and then what most do."""
    findings = []
    for statement, comparison in comparisons.items():
        side = comparison.common
        if side is None or comparison.differs or len(snapshot.disclosed(statement)) < 2:
            continue
        shares = snapshot.shares(statement, side)
        facts = _facts(snapshot, statement, side)
        findings.append(RawFinding("shared_view", "shared", statement, shares, facts))
    findings.sort(key=lambda raw: (-min((share.low for share in raw.shares), default=0), raw.statement))
    without = {raw.statement for raw in findings}
    without |= {statement for statement, comparison in comparisons.items() if comparison.differs}
    return [*findings, *_shared_by_most(snapshot, without)][: MOST["shared_view"]]


def _shared_by_most(snapshot: VoteSnapshot, without: set[str]) -> list[RawFinding]:
    """
    Return what surely more than half of all say, and more than half of each perspective that may be published.

    Where no two perspectives may be published, that of all is enough.
    """
    can_compare = any(len(snapshot.disclosed(statement)) > 1 for statement in snapshot.counts)
    findings = []
    for statement in snapshot.counts.keys() - without:
        for side in ("agree", "disagree"):
            shares = snapshot.shares(statement, side)
            disclosed = snapshot.disclosed(statement)
            if not _is_majority(snapshot, statement, side) or (len(disclosed) < 2 and can_compare):
                continue
            facts = _facts(snapshot, statement, side)
            findings.append(RawFinding("shared_view", "most", statement, shares, facts))
    return sorted(findings, key=lambda raw: (-raw.shares[0].low, raw.statement))


def _is_majority(snapshot: VoteSnapshot, statement: str, side: str) -> bool:
    share = snapshot.share(statement, ALL, side)
    says_so = all(snapshot.majority(statement, name) == side for name in snapshot.disclosed(statement))
    return share is not None and share.low > 50 and says_so


def _differences(snapshot: VoteSnapshot, comparisons: Mapping[str, Comparison]) -> list[RawFinding]:
    findings = []
    for statement, comparison in comparisons.items():
        if not comparison.differs or comparison.gap is None:
            continue
        more, less = comparison.gap.more, comparison.gap.less
        if not {more, less} <= set(snapshot.disclosed(statement)):
            continue
        gap = snapshot.share(statement, f"{more}-{less}", "gap")
        facts: Facts = {**_facts(snapshot, statement, "agree"), "more": more, "less": less}
        shares = (*snapshot.shares(statement), *([gap] if gap else []))
        findings.append(RawFinding("difference", "difference", statement, shares, facts))
    findings.sort(key=lambda raw: (-_width(raw), raw.statement))
    return findings[: MOST["difference"]]


def _width(raw: RawFinding) -> int:
    """Return how wide a difference is as it is told: in points, between bounds, or not at all."""
    found = {share.who: share.share for share in raw.shares}
    return found.get(raw.facts["more"], 0) - found.get(raw.facts["less"], found.get(raw.facts["more"], 0))


def _ranked(snapshot: VoteSnapshot, kind: str) -> list[RawFinding]:
    shares = [
        share
        for statement in snapshot.counts
        if snapshot.kinds.get(statement) == kind
        and (share := snapshot.share(statement, ALL, "agree"))
        and share.share > 50
    ]
    shares.sort(key=lambda share: (-share.low, -share.share, share.statement))
    findings = []
    ranked = [share.statement for share in shares] + _in_words(snapshot, kind)
    for rank, statement in enumerate(ranked[: MOST_RANKED[kind]], 1):
        facts: Facts = {**_facts(snapshot, statement, "agree"), "rank": rank}
        findings.append(RawFinding(kind, "ranked", statement, snapshot.shares(statement), facts))
    return findings


def _in_words(snapshot: VoteSnapshot, kind: str) -> list[str]:
    """Return what most agree with where too few voted for a number, in an order that tells nothing of the votes."""
    return sorted(
        statement
        for statement in snapshot.counts
        if snapshot.kinds.get(statement) == kind
        and snapshot.share(statement, ALL, "agree") is None
        and snapshot.majority(statement, ALL) == "agree"
    )


def _moved(snapshot: VoteSnapshot) -> list[RawFinding]:
    findings = []
    for statement in snapshot.changes:
        before = snapshot.share(statement, BEFORE, "agree")
        after = snapshot.share(statement, AFTER, "agree")
        if before is None or after is None or abs(after.share - before.share) < SMALLEST_MOVE:
            continue
        facts: Facts = {
            **_facts(snapshot, statement, "agree"),
            "change": after.share - before.share,
            "by_chance": _probability_by_chance(snapshot.pairs[statement]) > LEVEL,
        }
        findings.append(RawFinding("moved", "moved", statement, (before, after), facts))
    findings.sort(key=lambda raw: (-abs(raw.facts["change"]), raw.statement))
    return findings[: MOST["moved"]]


def _probability_by_chance(pairs: Sequence[tuple[int, int]]) -> float:
    """Return how likely so one-sided a change is if each person changed their mind at random (sign test, two-sided)."""
    to = sum(first != 1 and last == 1 for first, last in pairs)
    away = sum(first == 1 and last != 1 for first, last in pairs)
    return min(1.0, 2 * majority_by_chance(max(to, away), to + away))


def _facts(snapshot: VoteSnapshot, statement: str, side: str) -> Facts:
    boards = len(snapshot.boards_of(statement))
    parts = {
        name: most.value
        for name in snapshot.disclosed(statement)
        if snapshot.share(statement, name, side) is None and (most := snapshot.majority(statement, name))
    }
    return {"side": side, "boards": boards, "parts": parts, **_groups(snapshot, statement, side)}


def _groups(snapshot: VoteSnapshot, statement: str, side: str) -> Facts:
    """Return what the opinion groups lean to on the board where the statement is new, and how firm they are."""
    wanted = 1 if side == "agree" else -1
    for board in snapshot.boards:
        if statement not in board.new or not board.grade:
            continue
        leanings = [leaning.get(statement, 0) for leaning in board.leanings.values()]
        if leanings and all(leaning == wanted for leaning in leanings):
            return {"groups": "all", "grade": board.grade}
        if any(leaning == -wanted for leaning in leanings):
            return {"groups": "split", "grade": board.grade}
    return {}
