"""What the votes of a series say, chosen by rule: the raw findings, before they are put into words. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from skaala.insight.disclosure import Bound, is_exact
from skaala.insight.perspectives import Comparison, compare_perspectives
from skaala.insight.pooled_votes import MIXED, PASS
from skaala.insight.votes import gather_votes
from skaala.reports.figures.claims import is_contested, kind_of
from skaala.reports.figures.counts import Share
from skaala.reports.figures.facts import Facts
from skaala.reports.figures.sign_test import has_moved
from skaala.reports.figures.vote_snapshot import AFTER, ALL, BEFORE, VoteSnapshot

MOST = {
    "shared_view": 10,
    "difference": 10,
    "good_practice": 8,
    "bottleneck": 8,
    "next_step": 8,
    "open_question": 6,
    "moved": 6,
}
"""At most so many findings of each kind, in the order in which they are read."""
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
    Return the findings in the order in which they are to be read, each statement or claim in one of them.

    Shared views and differences are those beyond chance, the surest and widest first. Ranked statements are sorted by
    the lower bound of their agreement, so that a few agreeing votes do not beat many.
    """
    comparisons = {each.statement: each for each in _compare(snapshot)}
    candidates = {
        # What divides comes first; then what somebody has to do is read among the steps, a question among the questions.
        "difference": _differences(snapshot, comparisons),
        "next_step": _ranked(snapshot, "next_step"),
        "open_question": _ranked(snapshot, "open_question"),
        "moved": _moved(snapshot),
        "shared_view": _shared(snapshot, comparisons),
        "good_practice": _ranked(snapshot, "good_practice"),
        "bottleneck": _ranked(snapshot, "bottleneck"),
    }
    taken: set[str] = set()
    chosen: dict[str, list[RawFinding]] = {}
    for kind, found in candidates.items():
        chosen[kind] = [raw for raw in found if raw.statement not in taken][: MOST[kind]]
        taken |= {raw.statement for raw in chosen[kind]}
    return [_with_mixed(raw, snapshot) for kind in MOST for raw in chosen[kind]]


def _with_mixed(raw: RawFinding, snapshot: VoteSnapshot) -> RawFinding:
    """Add to a claim's shares that of those on both sides, where they are five or more."""
    if raw.statement not in snapshot.claims:
        return raw
    mixed = snapshot.share(raw.statement, ALL, "mixed")
    return replace(raw, shares=(*raw.shares, mixed)) if mixed and mixed.bound == Bound.ABOUT else raw


def _compare(snapshot: VoteSnapshot) -> tuple[Comparison, ...]:
    rows = [
        (who, unit, PASS if value == MIXED else value) for (who, unit), value in snapshot.unit_votes.items()
    ]
    perspectives = {who: name for who, name in snapshot.perspectives.items() if name in snapshot.names}
    return compare_perspectives(gather_votes(rows), perspectives) if rows and perspectives else ()


def _shared(snapshot: VoteSnapshot, comparisons: Mapping[str, Comparison]) -> list[RawFinding]:
    """Return what all perspectives agree or disagree on, and then what most do; nobody agrees with a question."""
    findings = []
    for statement, comparison in comparisons.items():
        side = comparison.common
        disclosed = snapshot.disclosed(statement)
        if side is None or comparison.differs or len(disclosed) < 2:
            continue
        if not all(_has_percentage(snapshot, statement, name) for name in disclosed):
            continue  # a majority of five to nine beyond chance would say that all of them agree
        shares = snapshot.shares(statement, side)
        facts = _facts(snapshot, statement, side)
        findings.append(RawFinding("shared_view", "shared", statement, shares, facts))
    findings.sort(key=lambda raw: (-min((share.low for share in raw.shares), default=0), raw.statement))
    without = {raw.statement for raw in findings}
    without |= {statement for statement, comparison in comparisons.items() if comparison.differs}
    found = [*findings, *_shared_by_most(snapshot, without)]
    return [raw for raw in found if kind_of(snapshot, raw.statement) != "open_question"]


def _has_percentage(snapshot: VoteSnapshot, statement: str, name: str) -> bool:
    count = snapshot.count_of(statement, name)
    return count is not None and is_exact(count.total)


def _shared_by_most(snapshot: VoteSnapshot, without: set[str]) -> list[RawFinding]:
    """
    Return what surely more than half of all say, and more than half of each perspective that may be published.

    Where no two perspectives may be published, that of all is enough.
    """
    can_compare = any(len(snapshot.disclosed(statement)) > 1 for statement in snapshot.unit_counts)
    findings = []
    for statement in snapshot.unit_counts.keys() - without:
        for side in ("agree", "disagree"):
            shares = snapshot.shares(statement, side)
            disclosed = snapshot.disclosed(statement)
            if not _is_majority(snapshot, statement, side) or (len(disclosed) < 2 and can_compare):
                continue
            facts = _facts(snapshot, statement, side)
            facts["is_sure_in_each"] = _is_sure_in_each(snapshot, statement, side)
            findings.append(RawFinding("shared_view", "most", statement, shares, facts))
    return sorted(findings, key=lambda raw: (-raw.shares[0].low, raw.statement))


def _is_majority(snapshot: VoteSnapshot, statement: str, side: str) -> bool:
    share = snapshot.share(statement, ALL, side)
    says_so = all(snapshot.majority(statement, name) == side for name in snapshot.disclosed(statement))
    return share is not None and share.low > 50 and says_so


def _is_sure_in_each(snapshot: VoteSnapshot, statement: str, side: str) -> bool:
    """
    Say whether more than half of each perspective agree beyond chance, by the interval of its share as it is told.

    It rests on what is published alone, so that it tells no more. Who disagrees is told of no perspective.
    """
    shares = [snapshot.share(statement, name, "agree") for name in snapshot.disclosed(statement)]
    return (
        side == "agree" and len(shares) > 1 and all(share is not None and share.low > 50 for share in shares)
    )


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
    return [raw for raw in findings if kind_of(snapshot, raw.statement) != "open_question"]


def _width(raw: RawFinding) -> int:
    """Return how wide a difference is as it is told: in points, between bounds, or not at all."""
    found = {share.who: share.share for share in raw.shares}
    return found.get(raw.facts["more"], 0) - found.get(raw.facts["less"], found.get(raw.facts["more"], 0))


def _ranked(snapshot: VoteSnapshot, kind: str) -> list[RawFinding]:
    shares = [
        share
        for statement in snapshot.unit_counts
        if kind_of(snapshot, statement) == kind
        and (share := snapshot.share(statement, ALL, "agree"))
        and share.share > 50
    ]
    shares.sort(key=lambda share: (-share.low, -share.share, share.statement))
    findings = []
    ranked = [share.statement for share in shares] + _in_words(snapshot, kind)
    for rank, statement in enumerate(ranked, 1):
        facts: Facts = {**_facts(snapshot, statement, "agree"), "rank": rank}
        findings.append(RawFinding(kind, "ranked", statement, snapshot.shares(statement), facts))
    return findings


def _in_words(snapshot: VoteSnapshot, kind: str) -> list[str]:
    """Return what most agree with where too few voted for a number, in an order that tells nothing of the votes."""
    return sorted(
        statement
        for statement in snapshot.unit_counts
        if kind_of(snapshot, statement) == kind
        and snapshot.share(statement, ALL, "agree") is None
        and snapshot.majority(statement, ALL) == "agree"
    )


def _moved(snapshot: VoteSnapshot) -> list[RawFinding]:
    """Return where agreement has changed beyond chance (sign test) among at least five who changed sides."""
    findings = []
    for statement in snapshot.changes.keys() & snapshot.unit_counts.keys():
        before = snapshot.share(statement, BEFORE, "agree")
        after = snapshot.share(statement, AFTER, "agree")
        if before is None or after is None or abs(after.share - before.share) < SMALLEST_MOVE:
            continue
        if not has_moved(snapshot.pairs[statement]):
            continue
        facts: Facts = {**_facts(snapshot, statement, "agree"), "change": after.share - before.share}
        findings.append(RawFinding("moved", "moved", statement, (before, after), facts))
    findings.sort(key=lambda raw: (-abs(raw.facts["change"]), raw.statement))
    return findings


def _facts(snapshot: VoteSnapshot, statement: str, side: str) -> Facts:
    boards = len(snapshot.boards_of(statement))
    parts = {
        name: most.value
        for name in snapshot.disclosed(statement)
        if snapshot.share(statement, name, side) is None and (most := snapshot.majority(statement, name))
    }
    facts: Facts = {
        "side": side,
        "boards": boards,
        "parts": parts,
        "of_kind": kind_of(snapshot, statement),
        **_groups(snapshot, statement, side),
    }
    if statement in snapshot.claims:
        facts["statements"] = len(snapshot.claims[statement])
        facts["is_contested"] = is_contested(snapshot, statement)
    return facts


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
