"""From votes to what is shown of them: the engine's picture, reduced to what may be said of a small room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from skaala.insight.opinion import Earlier, Opinion, see_opinions
from skaala.insight.perspectives import Cell, Comparison, compare_perspectives
from skaala.insight.separation import judge_separation
from skaala.insight.small_samples import wilson_interval
from skaala.insight.stability import measure_stability
from skaala.insight.votes import Moderation, VoteMatrix, gather_votes
from skaala.workshops.rules import SMALLEST_SHOWN
from skaala.workshops.snapshot import Snapshot

LIST_LENGTH = 10


def draw_picture(
    snapshot: Snapshot, *, earlier: Mapping[str, Any] | None = None, seed: int = 0
) -> dict[str, Any]:
    """
    Return what the votes of ``snapshot`` say, as plain data that can be shown as it is.

    Nothing in it is about fewer than five people, except what belongs to one participant and is shown to
    her alone: `members` (her group), `places` (where she is on the map) and, for the engine, `remembered`.

    :param earlier: the picture before, whose names of groups and directions stay
    """
    votes = gather_votes(snapshot.votes, statements=snapshot.kinds)
    moderation = Moderation(rejected=frozenset(snapshot.hidden))
    opinion = see_opinions(votes, moderation=moderation, seed=seed, earlier=_remembered(earlier))
    separation = judge_separation(opinion, seed=seed)
    stability = measure_stability(opinion, seed=seed)
    shown = [name for name in votes.statements if name in snapshot.kinds and name not in snapshot.hidden]
    totals = _totals(opinion)
    known = {who: name for who, name in snapshot.perspectives.items() if who in set(votes.participants)}
    compared = compare_perspectives(votes, known, moderation=moderation) if known else ()
    is_separate = separation.separate
    data: dict[str, Any] = {
        "people": votes.n_participants,
        "votes": len(votes.values),
        "statements": len(shown),
        "is_separate": is_separate,
        "reason": separation.reason,
        "firmness": stability.grade if is_separate else None,
        "groups": [_group(opinion, index) for index in _by_name(opinion)] if is_separate else [],
        "members": _members(opinion) if is_separate else {},
        "leanings": _leanings(opinion) if is_separate else {},
        "places": _places(opinion),
        "axis": None if is_separate else _axis(opinion, shown, totals),
        "consensus": _consensus(opinion, totals, is_separate=is_separate),
        "perspectives": [row for row in (_compared(each, votes, known) for each in compared) if row],
        "rankings": _rankings(shown, snapshot, totals),
        "priorities": {
            name: round(float(weight), 6)
            for name, weight in zip(votes.statements, opinion.priority, strict=True)
        },
        "remembered": {
            "groups": dict(opinion.remembered.groups),
            "loadings": {name: list(pair) for name, pair in opinion.remembered.loadings.items()},
        },
    }
    return data


def _remembered(earlier: Mapping[str, Any] | None) -> Earlier | None:
    if not earlier or "remembered" not in earlier:
        return None
    kept = earlier["remembered"]
    return Earlier(
        groups=kept["groups"], loadings={name: (pair[0], pair[1]) for name, pair in kept["loadings"].items()}
    )


def _totals(opinion: Opinion) -> dict[str, tuple[int, int, int]]:
    """Agree, disagree and all votes of everybody by statement; only where at least five voted."""
    every = opinion.everybody
    return {
        name: (int(every.agree[0, j]), int(every.disagree[0, j]), int(every.total[0, j]))
        for j, name in enumerate(opinion.votes.statements)
        if every.total[0, j] >= SMALLEST_SHOWN
    }


def _by_name(opinion: Opinion) -> list[int]:
    return sorted(
        range(opinion.k), key=lambda group: (len(opinion.group_names[group]), opinion.group_names[group])
    )


def _group(opinion: Opinion, group: int) -> dict[str, Any]:
    stands_for = []
    for one in opinion.representative[group]:
        rest = int(opinion.everybody.total[0, one.statement]) - one.votes
        if one.votes < SMALLEST_SHOWN or 0 < rest < SMALLEST_SHOWN:
            continue
        share = round(100 * one.votes_that_way / one.votes)
        stands_for.append(
            {"statement": opinion.votes.statements[one.statement], "side": one.side, "share": share}
        )
    return {"name": opinion.group_names[group], "size": int(opinion.sizes[group]), "stands_for": stands_for}


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
            if opinion.counts.total[group, j] >= SMALLEST_SHOWN and agree != disagree:
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
    told = sorted((name for name in shown if name in totals), key=lambda name: (at[name], name))
    one, other = [n for n in told if at[n] < 0][:3], [n for n in reversed(told) if at[n] > 0][:3]
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
            share = round(100 * (agree if side == "agree" else disagree) / total)
            found.append({"statement": name, "side": side, "share": share, "votes": total})
    return found[:LIST_LENGTH]


def _all_groups(opinion: Opinion, j: int, side: str) -> bool:
    agree, disagree = opinion.counts.agree[:, j], opinion.counts.disagree[:, j]
    return bool((agree > disagree).all() if side == "agree" else (disagree > agree).all())


def _compared(one: Comparison, votes: VoteMatrix, known: Mapping[str, str]) -> dict[str, Any] | None:
    """A finding about perspectives, or nothing; what could be worked out of the total is left out too."""
    if not (one.differs or one.common):
        return None
    cells = _safe_cells(one, votes, known)
    if len(cells) < 2:
        return None
    gap = one.gap
    names = {cell.perspective for cell in cells}
    if one.differs and (gap is None or not {gap.more, gap.less} <= names):
        return None
    return {
        "statement": one.statement,
        "differs": one.differs,
        "common": one.common,
        "more": gap.more if one.differs and gap else None,
        "less": gap.less if one.differs and gap else None,
        "gap": round(100 * gap.difference) if gap else 0,
        "cells": [
            {"perspective": cell.perspective, "agree": round(100 * (cell.agree or 0)), "votes": cell.votes}
            for cell in cells
        ],
    }


def _safe_cells(one: Comparison, votes: VoteMatrix, known: Mapping[str, str]) -> list[Cell]:
    """The cells that may be shown: as long as those hidden add up to fewer than five, the smallest goes with them."""
    column = votes.statements.index(one.statement)
    total = int((votes.columns == column).sum())
    shown = sorted(
        (cell for cell in one.cells if cell.votes), key=lambda cell: (-(cell.votes or 0), cell.perspective)
    )
    hidden = total - sum(cell.votes or 0 for cell in shown)
    while shown and 0 < hidden < SMALLEST_SHOWN:
        hidden += shown.pop().votes or 0
    return sorted(shown, key=lambda cell: cell.perspective)


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
                "share": round(100 * totals[name][0] / totals[name][2]),
                "votes": totals[name][2],
                "marks": count if (count := snapshot.marks.get(name, 0)) >= SMALLEST_SHOWN else None,
            }
            for _, name in sorted(rows)[:LIST_LENGTH]
        ]
        for kind, rows in ranked.items()
    }
