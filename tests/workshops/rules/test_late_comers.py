"""Who comes late goes to the smallest group, and the fingerprint of a board's votes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skaala.workshops.rules.small_groups import group_for
from skaala.workshops.rules.snapshot import Snapshot


@pytest.mark.parametrize(
    ("groups", "place"),
    [
        ([["small"], []], 1),
        ([["small", "large"], ["small"]], 1),
        ([["small"], ["large"]], 1),  # equally large: where fewer are of their kind
        ([["large"], ["small"]], 0),
        ([["large"], ["large"]], 0),
        ([["small", "small"], ["large", "small"], ["small", "small"]], 1),
    ],
)
def test_who_comes_late_goes_to_the_smallest_group_and_there_where_few_are_like_them(groups, place):
    assert group_for("small", groups) == place


SNAPSHOT = Snapshot(
    votes=[("maija", "1", 1), ("aino", "1", -1)],
    perspectives={"maija": "receiver", "aino": "pioneer"},
    kinds={"1": "next_step"},
    hidden=["2"],
    marks={"1": 2},
)


def test_the_same_votes_have_the_same_fingerprint_in_any_order():
    turned = replace(
        SNAPSHOT, votes=SNAPSHOT.votes[::-1], perspectives=dict(reversed(SNAPSHOT.perspectives.items()))
    )
    assert turned.identity == SNAPSHOT.identity
    assert len(SNAPSHOT.identity) == 64


@pytest.mark.parametrize(
    "changed",
    [
        {"votes": [("maija", "1", 1), ("aino", "1", 0)]},
        {"votes": [("maija", "1", 1)]},
        {"votes": [("maija", "1", 1), ("aino", "2", -1)]},
        {"perspectives": {"maija": "receiver", "aino": "network"}},
        {"kinds": {"1": "bottleneck"}},
        {"kinds": {"2": "next_step"}},
        {"hidden": []},
        {"hidden": ["3"]},
        {"marks": {"1": 3}},
        {"marks": {}},
    ],
)
def test_whatever_a_picture_is_made_of_changes_the_fingerprint(changed):
    assert replace(SNAPSHOT, **changed).identity != SNAPSHOT.identity


def test_stored_fingerprints_are_found_again():
    """Published figures are looked up by it: its making is a format."""
    assert Snapshot(votes=[("a", "1", 1)], perspectives={"a": "p"}, kinds={"1": "k"}, hidden=["1"], marks={"1": 1}).identity == (
        "b72b02937614e9c0c59b114fc37c6f08b5f97cd8128bae272552e1c6341aa4a9"
    )  # fmt: skip
