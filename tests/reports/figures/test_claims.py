"""A claim pools people over statements; findings rest on claims, and old votes stay with their own."""

from __future__ import annotations

import dataclasses
import json
import random

from skaala.reports.figures.claims import is_contested, kind_of
from skaala.reports.figures.counts import Count
from skaala.reports.figures.differences import settle
from skaala.reports.figures.raw_findings import draft
from skaala.reports.figures.sign_test import has_moved
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from tests.reports.voted import ballots

KINDS = {"a": "bottleneck", "b": "bottleneck", "c": "good_practice"}
AGREED = {"receiver": (16, 1, 1), "pioneer": (14, 0, 2)}
ALSO = {"receiver": (12, 2, 6), "pioneer": (10, 2, 2)}
CLAIM = {"claim1": ("a", "b")}


def claimed(votes=None, claims=CLAIM) -> VoteSnapshot:
    made = ballots(KINDS, votes or {"a": AGREED, "b": ALSO, "c": AGREED})
    return dataclasses.replace(made, claims=claims)


def test_each_person_counts_once_and_both_sides_are_apart():
    # Of the receivers two agree with a and disagree with b, one disagrees with a and passes on b, three pass alone.
    made = claimed()
    assert made.unit_counts["claim1"]["receiver"] == Count(agree=14, disagree=1, total=20, mixed=2)
    assert made.unit_counts["claim1"]["all"].total == 36
    assert "claim1" not in made.counts  # statements are counted as before
    assert kind_of(made, "claim1") == "bottleneck"


def test_beside_its_statements_a_claim_is_disclosed_in_steps_and_bounds():
    made = claimed()
    share = made.share("claim1", "all", "agree")
    assert (share.share, share.bound, share.votes) == (70, "about", 34)
    assert made.share("claim1", "pioneer", "agree").bound == "at_least"
    assert made.share("claim1", "all", "mixed").bound == "at_most"
    assert made.share("claim1", "receiver-pioneer", "gap") is None


def test_findings_rest_on_claims_and_no_statement_is_in_two():
    found = draft(claimed())
    assert sorted(each.statement for each in found) == ["c", "claim1"]
    assert next(each for each in found if each.statement == "claim1").facts["statements"] == 2
    alone = draft(claimed(claims={}))
    assert sorted(each.statement for each in alone) == ["a", "b", "c"]


def test_everything_in_one_claim_and_nothing_again():
    every = claimed(claims={"claim1": tuple(KINDS)})
    assert [each.statement for each in draft(every)] == ["claim1"]
    assert draft(dataclasses.replace(every, claims={})) == draft(claimed(claims={}))


def test_votes_and_claims_come_back_from_what_is_stored_and_old_ones_have_none():
    made = claimed().under_fresh_ids(random.Random(1))
    kept = VoteSnapshot.from_data(json.loads(json.dumps(made.as_data())))
    assert kept.claims == CLAIM
    assert kept.share("claim1", "all", "agree") == made.share("claim1", "all", "agree")
    assert "claims" not in claimed(claims={}).as_data()
    assert claimed(claims={}).identity != made.identity


def test_a_claim_whose_statements_part_people_says_so():
    against = {"receiver": (1, 16, 1), "pioneer": (0, 15, 0)}
    made = claimed({"a": AGREED, "b": against, "c": AGREED})
    assert is_contested(made, "claim1")
    assert not is_contested(claimed(), "claim1")


def test_statements_of_a_claim_keep_the_votes_of_one_version_together():
    """Votes of another version have other ids: a person in both would count twice."""
    before = claimed().under_fresh_ids(random.Random(2))
    one_more = {**AGREED, "network": (1, 0, 0)}
    now = claimed({"a": one_more, "b": {**ALSO, "network": (9, 0, 0)}, "c": AGREED})
    made = settle(now, [before])
    assert made.kept == ("a", "b")  # b alone could be renewed
    assert made.unit_counts["claim1"] == before.unit_counts["claim1"]
    # A statement that was not there before cannot keep anything: the claim is not pooled.
    small = dataclasses.replace(before, votes=tuple(row for row in before.votes if row[1] != "b"), claims={})
    assert settle(now, [small]).claims == {}


def test_views_have_changed_only_beyond_chance_and_among_five_who_changed_sides():
    assert has_moved([(1, -1)] * 6 + [(1, 1)] * 20)
    assert not has_moved([(1, -1)] * 5)  # one in sixteen is chance
    assert not has_moved([(1, -1)] * 4)
    assert not has_moved([(1, -1)] * 7 + [(-1, 1)] * 3)
