"""From votes to what is shown of them: the engine's picture, reduced to what may be said of a small room."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from skaala.insight.counts import Counts
from skaala.insight.disclosure import (
    PartShare,
    exact_share,
    is_publishable,
    majority,
    parts_may_follow,
    publishable_shares,
)
from skaala.insight.opinions.analysis import EarlierOpinion, Opinion, analyse_opinions
from skaala.insight.opinions.separation import judge_separation
from skaala.insight.opinions.stability import measure_stability
from skaala.insight.perspectives import Comparison, compare_perspectives
from skaala.insight.small_samples import wilson_interval
from skaala.insight.votes import VoteMatrix, gather_votes
from skaala.workshops.rules.ballots import Ballots
from skaala.workshops.rules.snapshot import Snapshot

LIST_LENGTH = 10


def draw_picture(
    snapshot: Snapshot,
    *,
    earlier: Mapping[str, Any] | None = None,
    stays: Collection[str] = (),
    seed: int = 0,
) -> dict[str, Any]:
    """
    Return what the votes of ``snapshot`` say, as plain data that can be shown as it is.

    Nothing in it is about fewer than five people, except what belongs to one participant and is shown to
    them alone: `members` (their group), `places` (where they are on the map) and, for the engine, `remembered`.

    :param earlier: the picture before, whose names of groups and directions stay
    :param stays: the statements with the same votes as then: what was said of them stays too
    """
    shown = [name for name in snapshot.kinds if name not in snapshot.hidden]
    votes = gather_votes((row for row in snapshot.votes if row[1] not in snapshot.hidden), statements=shown)
    opinion = analyse_opinions(votes, seed=seed, earlier=_remembered(earlier))
    separation = judge_separation(opinion, seed=seed)
    stability = measure_stability(opinion, seed=seed)
    totals = _totals(opinion)
    ballots = Ballots.of(snapshot.votes, snapshot.perspectives, snapshot.marks)
    is_separate = separation.separate
    data: dict[str, Any] = {
        **ballots.counts(shown),
        "counts": {name: list(ballots.tally(name)) for name in snapshot.kinds},
        "is_separate": is_separate,
        "reason": separation.reason,
        "firmness": stability.grade if is_separate else None,
        "groups": _groups(opinion) if is_separate else [],
        "members": _members(opinion) if is_separate else {},
        "leanings": _leanings(opinion) if is_separate else {},
        "places": _places(opinion),
        "axis": None if is_separate else _axis(opinion, shown, totals),
        "consensus": _consensus(opinion, totals, is_separate=is_separate),
        "perspectives": _perspectives(votes, ballots),
        "cells": _cells(ballots, shown),
        "rankings": _rankings(shown, snapshot, totals),
        "priorities": _priorities(opinion),
        "remembered": _to_remember(opinion),
    }
    return _with_what_stays(data, earlier, stays) if earlier else data


def _cells(ballots: Ballots, shown: Collection[str]) -> dict[str, dict[str, dict[str, int]]]:
    """By statement and perspective, how many voted which way."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for name in shown:
        by_perspective: dict[str, dict[str, int]] = {}
        for who, value in ballots.votes.get(name, {}).items():
            cells = by_perspective.setdefault(ballots.perspectives.get(who, ""), {})
            cells[str(value)] = cells.get(str(value), 0) + 1
        found[name] = {who: dict(sorted(cells.items())) for who, cells in sorted(by_perspective.items())}
    return found


def _with_what_stays(
    data: dict[str, Any], earlier: Mapping[str, Any], stays: Collection[str]
) -> dict[str, Any]:
    """Let what ``earlier`` says of single statements stay where the difference would be about fewer than five people."""
    then = {row["statement"]: row for row in earlier["perspectives"]}
    cells = earlier.get("cells", {})
    rows = []
    for row in data["perspectives"]:
        name = row["statement"]
        before = then.get(name)
        if before is not None and name in cells:
            disclosed = [cell["perspective"] for cell in before["cells"]]
            if name in stays or not parts_may_follow(cells[name], data["cells"][name], disclosed):
                row, data["cells"][name] = before, cells[name]
        rows.append(row)
    said = {
        (group["name"], one["statement"]): one for group in earlier["groups"] for one in group["stands_for"]
    }
    groups = [
        {
            **group,
            "stands_for": [
                said.get((group["name"], one["statement"]), one) if one["statement"] in stays else one
                for one in group["stands_for"]
            ],
        }
        for group in data["groups"]
    ]
    return {**data, "perspectives": rows, "groups": groups}


def _remembered(earlier: Mapping[str, Any] | None) -> EarlierOpinion | None:
    if not earlier or "remembered" not in earlier:
        return None
    kept = earlier["remembered"]
    return EarlierOpinion(
        groups=kept["groups"], loadings={name: (pair[0], pair[1]) for name, pair in kept["loadings"].items()}
    )


def _to_remember(opinion: Opinion) -> dict[str, Any]:
    return {
        "groups": dict(opinion.remembered.groups),
        "loadings": {name: list(pair) for name, pair in opinion.remembered.loadings.items()},
    }


def _priorities(opinion: Opinion) -> dict[str, float]:
    weights = zip(opinion.votes.statements, opinion.priority, strict=True)
    return {name: round(float(weight), 6) for name, weight in weights}


def _totals(opinion: Opinion) -> dict[str, tuple[int, int, int]]:
    """Agree, disagree and all votes of everybody by statement; only where at least five voted."""
    every = opinion.everybody
    return {
        name: (int(every.agree[0, j]), int(every.disagree[0, j]), int(every.total[0, j]))
        for j, name in enumerate(opinion.votes.statements)
        if is_publishable(int(every.total[0, j]))
    }


def _by_name(opinion: Opinion) -> list[int]:
    return sorted(
        range(opinion.k), key=lambda group: (len(opinion.group_names[group]), opinion.group_names[group])
    )


def _groups(opinion: Opinion) -> list[dict[str, Any]]:
    """Each group with what it says more than the others, where that may be published beside the other groups and all."""
    listed: dict[int, str] = {}
    for group in _by_name(opinion):
        for one in opinion.representative[group]:
            listed.setdefault(one.statement, one.side)
    disclosed = {j: _shares_by_group(opinion, j, side) for j, side in listed.items()}
    found = []
    for group in _by_name(opinion):
        name = opinion.group_names[group]
        rows = []
        for one in opinion.representative[group]:
            share = disclosed[one.statement].get(name)
            if share is None:
                continue
            # A share of each side of one statement would together tell how many passed.
            number = share.percent if one.side == listed[one.statement] else None
            rows.append(
                {
                    "statement": opinion.votes.statements[one.statement],
                    "side": one.side,
                    "share": number,
                    "bound": share.bound.value if number is not None else "",
                    "most": _most(opinion.counts, group, one.statement),
                }
            )
        if name:
            found.append({"name": name, "size": int(opinion.sizes[group]), "stands_for": rows})
    return found


def _shares_by_group(opinion: Opinion, j: int, side: str) -> dict[str, PartShare]:
    """What may be told of each group beside the others and all."""
    that_way = opinion.counts.agree if side == "agree" else opinion.counts.disagree
    of_all = opinion.everybody.agree if side == "agree" else opinion.everybody.disagree
    parts = {
        name: (int(that_way[group, j]), int(opinion.counts.total[group, j]))
        for group, name in enumerate(opinion.group_names)
    }
    return publishable_shares(parts, total=(int(of_all[0, j]), int(opinion.everybody.total[0, j])))


def _most(counts: Counts, group: int, j: int) -> str:
    found = majority(int(counts.agree[group, j]), int(counts.disagree[group, j]), int(counts.total[group, j]))
    return found.value if found else ""


def _members(opinion: Opinion) -> dict[str, str]:
    return {
        who: opinion.group_names[group]
        for who, group in zip(opinion.votes.participants, opinion.labels.tolist(), strict=True)
        if group >= 0
    }


def _leanings(opinion: Opinion) -> dict[str, dict[str, int]]:
    """For each group what most of it say to a statement, where at least five of it voted."""
    found: dict[str, dict[str, int]] = {}
    for group, name in enumerate(opinion.group_names):
        found[name] = {}
        for j, statement in enumerate(opinion.votes.statements):
            agree, disagree = int(opinion.counts.agree[group, j]), int(opinion.counts.disagree[group, j])
            if is_publishable(int(opinion.counts.total[group, j])) and agree != disagree:
                found[name][statement] = 1 if agree > disagree else -1
    return found


def _places(opinion: Opinion) -> dict[str, list[float]]:
    return {
        who: [round(float(x), 4) + 0.0, round(float(y), 4) + 0.0]
        for who, (x, y) in zip(opinion.votes.participants, opinion.places.tolist(), strict=True)
    }


def _axis(
    opinion: Opinion, shown: Sequence[str], totals: Mapping[str, tuple[int, int, int]]
) -> dict[str, list[str]] | None:
    """What lies at either end of the first axis: agreeing with it takes one furthest that way."""
    at = {name: float(opinion.statement_places[j, 0]) for j, name in enumerate(opinion.votes.statements)}
    placed = sorted((name for name in shown if name in totals), key=lambda name: (at[name], name))
    one, other = [n for n in placed if at[n] < 0][:3], [n for n in reversed(placed) if at[n] > 0][:3]
    return {"one": one, "other": other} if one and other else None


def _consensus(
    opinion: Opinion, totals: Mapping[str, tuple[int, int, int]], *, is_separate: bool
) -> list[dict[str, Any]]:
    """What most agree or disagree with, the clearest first; with separate groups only what all of them share."""
    found = []
    for side, listed in (("agree", opinion.majority.agree), ("disagree", opinion.majority.disagree)):
        for j in listed:
            name = opinion.votes.statements[j]
            if name not in totals or (is_separate and not _all_groups(opinion, j, side)):
                continue
            agree, disagree, total = totals[name]
            share = exact_share(agree if side == "agree" else disagree, total)
            found.append({"statement": name, "side": side, "share": share, "votes": total, "most": side})
    return found[:LIST_LENGTH]


def _all_groups(opinion: Opinion, j: int, side: str) -> bool:
    agree, disagree = opinion.counts.agree[:, j], opinion.counts.disagree[:, j]
    return bool((agree > disagree).all() if side == "agree" else (disagree > agree).all())


def _perspectives(votes: VoteMatrix, ballots: Ballots) -> list[dict[str, Any]]:
    """What perspectives differ on or share, of those participants who have said theirs."""
    present = set(votes.participants)
    known = {who: name for who, name in ballots.perspectives.items() if who in present}
    compared = compare_perspectives(votes, known) if known else ()
    return [row for each in compared if (row := _compared(each, ballots, known))]


def _compared(one: Comparison, ballots: Ballots, known: Mapping[str, str]) -> dict[str, Any] | None:
    """A finding about perspectives, or nothing; what could be worked out of the total is left out too."""
    if not (one.differs or one.common):
        return None
    tallies = _by_perspective(ballots, one.statement, known)
    agree, _disagree, total = ballots.tally(one.statement)
    shares = publishable_shares(
        {name: (agrees, voters) for name, (agrees, _, voters) in tallies.items()}, total=(agree, total)
    )
    if len(shares) < 2:
        return None
    gap = one.gap
    if one.differs and (gap is None or not {gap.more, gap.less} <= shares.keys()):
        return None
    return {
        "statement": one.statement,
        "differs": one.differs,
        "common": one.common,
        "more": gap.more if one.differs and gap else None,
        "less": gap.less if one.differs and gap else None,
        "gap": round(100 * gap.difference) if gap else 0,
        "cells": [
            {
                "perspective": name,
                "agree": shares[name].percent,
                "bound": shares[name].bound.value,
                "most": majority(*tallies[name]) or "",
                "votes": tallies[name][2],
            }
            for name in sorted(shares)
        ],
    }


def _by_perspective(
    ballots: Ballots, statement: str, known: Mapping[str, str]
) -> dict[str, tuple[int, int, int]]:
    """By perspective, how many agree, disagree and voted."""
    found: dict[str, tuple[int, int, int]] = {}
    for who, value in ballots.votes.get(statement, {}).items():
        if who in known:
            agree, disagree, voters = found.get(known[who], (0, 0, 0))
            found[known[who]] = (agree + (value == 1), disagree + (value == -1), voters + 1)
    return found


def _rankings(
    shown: Sequence[str], snapshot: Snapshot, totals: Mapping[str, tuple[int, int, int]]
) -> dict[str, list[dict[str, Any]]]:
    """By kind of prompt, the statements that surely find most agreement: by the lower bound of its share."""
    ranked: dict[str, list[tuple[float, str]]] = {}
    for name in shown:
        if name in totals:
            agree, _, total = totals[name]
            low = float(wilson_interval(agree, total)[0])
            ranked.setdefault(snapshot.kinds[name], []).append((-low, name))
    return {
        kind: [
            {
                "statement": name,
                "share": exact_share(totals[name][0], totals[name][2]),
                "most": majority(*totals[name]) or "",
                "votes": totals[name][2],
                "marks": count if is_publishable(count := snapshot.marks.get(name, 0)) else None,
            }
            for _, name in sorted(rows)[:LIST_LENGTH]
        ]
        for kind, rows in ranked.items()
    }
