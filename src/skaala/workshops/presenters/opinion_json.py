"""Writes an opinion picture as plain data, rounded so that the same votes give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from skaala.insight.opinions.analysis import EarlierOpinion, Opinion
from skaala.insight.opinions.representativeness import Representative
from skaala.insight.opinions.separation import Separation
from skaala.insight.opinions.stability import Stability
from skaala.insight.perspectives import Comparison

MAP_DECIMALS = 7  # what hangs on the axes is exact to some fourteen; the last few may differ by machine
PRIORITY_DECIMALS = 6
COUNT_DIGITS = 12  # what is worked out from counts alone is the same everywhere


def write_opinion(
    opinion: Opinion,
    separation: Separation,
    stability: Stability,
    *,
    texts: Mapping[str, str] | None = None,
    comparisons: tuple[Comparison, ...] | None = None,
) -> dict[str, Any]:
    """
    Write a picture as data for JSON.

    `separate` says whether the groups deserve the name; where it is false they are what the search found
    all the same, for study, and not to be shown as groups. Figures that do not exist are null, never NaN.
    """
    texts = texts or {}
    data: dict[str, Any] = {
        "k": opinion.k,
        "silhouette": _place(opinion.silhouette),
        "separate": separation.separate,
        "says": say_in_words(opinion, separation, stability),
        "separation": {
            "reason": separation.reason,
            "p": _figure(separation.p_value),
            "continuum_p": _figure(separation.continuum_p_value),
            "shuffles": separation.shuffles,
            "as_far_apart": separation.as_far_apart,
        },
        "silhouettes": {str(k): _place(value) for k, value in sorted(opinion.tried.items())},
        "stability": _place(stability.overall),
        "stability_grade": stability.grade,
        "axes": [{"share": _place(share)} for share in opinion.axes.shares.tolist()],
        "participants": _write_participants(opinion),
        "groups": [_write_group(opinion, stability, group) for group in _in_order(opinion)],
        "statements": [_write_statement(opinion, j, texts) for j in range(opinion.votes.n_statements)],
        "majority": {
            "agree": [opinion.votes.statements[j] for j in opinion.majority.agree],
            "disagree": [opinion.votes.statements[j] for j in opinion.majority.disagree],
        },
        "divisive": [opinion.votes.statements[j] for j in opinion.divisive],
    }
    if comparisons is not None:
        data["perspectives"] = [_write_comparison(comparison) for comparison in comparisons]
    return data


def say_in_words(opinion: Opinion, separation: Separation, stability: Stability) -> str:
    """Say in a sentence or two whether there are groups and how firm they are."""
    if opinion.k == 0:
        return "Nobody has voted yet."
    if separation.separate:
        firm = f" They are {stability.grade}." if stability.grade else ""
        return f"There are {opinion.k} separate opinion groups.{firm}"
    return f"There are no separate opinion groups: {separation.reason}."


def read_earlier(data: Mapping[str, Any]) -> EarlierOpinion:
    """
    Read from an earlier picture what the names of groups and the directions of axes were.

    :raises ValueError: if it is not such a picture
    """
    try:
        groups = {str(p["id"]): str(p["group"]) for p in data["participants"] if p["group"] is not None}
        loadings = {
            str(s["id"]): (float(s["loadings"][0]), float(s["loadings"][1])) for s in data["statements"]
        }
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("not a picture written by `skaala groups --json`") from error
    return EarlierOpinion(groups=groups, loadings=loadings)


def _write_participants(opinion: Opinion) -> list[dict[str, Any]]:
    names = [_name(name) for name in opinion.group_names]
    return [
        {
            "id": who,
            "group": names[group] if group >= 0 else None,
            "x": _place(x),
            "y": _place(y),
            "votes": cast,
        }
        for who, group, (x, y), cast in zip(
            opinion.votes.participants,
            opinion.labels.tolist(),
            opinion.places.tolist(),
            opinion.votes.votes_cast.tolist(),
            strict=True,
        )
    ]


def _write_group(opinion: Opinion, stability: Stability, group: int) -> dict[str, Any]:
    members = opinion.places[opinion.labels == group]
    middle = members.mean(axis=0) if len(members) else np.zeros(2)
    firm = stability.per_group[group] if group < len(stability.per_group) else None
    return {
        "id": _name(opinion.group_names[group]),
        "size": int(opinion.sizes[group]),
        "x": _place(float(middle[0])),
        "y": _place(float(middle[1])),
        "stability": _place(firm),
        "stability_grade": stability.grades[group] if group < len(stability.grades) else None,
        "representative": [_write_representative(opinion, one) for one in opinion.representative[group]],
    }


def _write_representative(opinion: Opinion, one: Representative) -> dict[str, Any]:
    return {
        "id": opinion.votes.statements[one.statement],
        "side": one.side,
        "votes_that_way": one.votes_that_way,
        "votes": one.votes,
        "share": _figure(one.share),
        "share_test": _figure(one.share_test),
        "ratio": _figure(one.ratio),
        "ratio_test": _figure(one.ratio_test),
        "score": _figure(one.score),
        "best_agree": one.best_agree,
    }


def _write_statement(opinion: Opinion, j: int, texts: Mapping[str, str]) -> dict[str, Any]:
    name = opinion.votes.statements[j]
    everybody = opinion.everybody
    agree, disagree, total = (
        int(part[0, j]) for part in (everybody.agree, everybody.disagree, everybody.total)
    )
    written: dict[str, Any] = {"id": name}
    if name in texts:
        written["text"] = texts[name]
    written |= {
        "votes": total,
        "agree": agree,
        "disagree": disagree,
        "pass": total - agree - disagree,
        "moderated": bool(opinion.zeroed[j]),
        "x": _place(float(opinion.statement_places[j, 0])),
        "y": _place(float(opinion.statement_places[j, 1])),
        "loadings": [_place(float(loading)) for loading in opinion.axes.loadings[j]],
        "extremity": _place(float(opinion.extremity[j])),
        "priority": round(float(opinion.priority[j]), PRIORITY_DECIMALS),
        "consensus_geometric": _figure(float(opinion.geometric[j])),
        "consensus_product": _figure(float(opinion.product[j])),
        "division_between_groups": _figure(float(opinion.division_between[j])),
        "division_of_all": _figure(float(opinion.division_within[j])),
        "groups": [_write_cell(opinion, group, j) for group in _in_order(opinion)],
    }
    return written


def _write_cell(opinion: Opinion, group: int, j: int) -> dict[str, Any]:
    agree, disagree, total = (
        int(part[group, j]) for part in (opinion.counts.agree, opinion.counts.disagree, opinion.counts.total)
    )
    return {
        "id": _name(opinion.group_names[group]),
        "votes": total,
        "agree": agree,
        "disagree": disagree,
        "pass": total - agree - disagree,
    }


def _write_comparison(comparison: Comparison) -> dict[str, Any]:
    gap = comparison.gap
    return {
        "id": comparison.statement,
        "common": comparison.common,
        "common_p": _figure(comparison.common_p),
        "differs": comparison.differs,
        "differs_p": _figure(comparison.differs_p),
        "gap": gap
        and {
            "more": gap.more,
            "less": gap.less,
            "difference": _figure(gap.difference),
            "low": _figure(gap.low),
            "high": _figure(gap.high),
        },
        "cells": [
            {"perspective": cell.perspective, "suppressed": True}
            if cell.suppressed
            else {
                "perspective": cell.perspective,
                "suppressed": False,
                "votes": cell.votes,
                "agree": _figure(cell.agree),
                "agree_interval": [_figure(cell.agree_low), _figure(cell.agree_high)],
                "disagree": _figure(cell.disagree),
                "disagree_interval": [_figure(cell.disagree_low), _figure(cell.disagree_high)],
            }
            for cell in comparison.cells
        ],
    }


def _in_order(opinion: Opinion) -> list[int]:
    """The groups by name, so that a group keeps its place in the list as well as its name."""
    return sorted(
        range(opinion.k), key=lambda group: (len(opinion.group_names[group]), opinion.group_names[group])
    )


def _name(group: str) -> int | str:
    return int(group) if group.isascii() and group.isdigit() else group


def _place(value: float | None) -> float | None:
    """A figure that hangs on the axes; minus nought is nought."""
    return None if value is None else round(value, MAP_DECIMALS) + 0.0


def _figure(value: float | None) -> float | None:
    """A figure worked out from counts."""
    return None if value is None else float(f"{value:.{COUNT_DIGITS}g}") + 0.0
