"""What is claimed of each perspective, and of differences that were not found, is no more than the votes allow."""

from __future__ import annotations

import pytest
from django.utils import translation

from skaala.reports.assembly import wording
from skaala.reports.figures.power import smallest_difference
from skaala.reports.figures.raw_findings import draft
from tests.reports.voted import ballots


def titles(votes):
    found = draft(ballots({"a": "good_practice"}, {"a": votes}))
    with translation.override("en"):
        return [wording.title(each, "x") for each in found if each.kind == "shared_view"]


@pytest.mark.parametrize(
    ("votes", "title"),
    [
        # More than half of each, but of two perspectives that could be chance.
        ({"receiver": (30, 20, 0), "pioneer": (14, 8, 0), "network": (14, 8, 0)}, ["Most agree: x"]),
        ({"receiver": (90, 30, 0), "pioneer": (30, 10, 0)}, ["A majority of each perspective agrees: x"]),
        # Told in words, and so not known well enough.
        ({"receiver": (60, 30, 0), "pioneer": (30, 10, 0), "network": (6, 3, 0)}, ["Most agree: x"]),
        ({"receiver": (20, 30, 0), "pioneer": (20, 36, 0)}, ["Most disagree: x"]),
    ],
)
def test_a_majority_of_each_is_claimed_only_where_each_interval_allows_it(votes, title, monkeypatch):
    monkeypatch.setattr("skaala.reports.figures.raw_findings._compare", lambda snapshot: ())
    assert titles(votes) == title


def test_that_all_agree_is_not_claimed_of_so_few_that_it_would_tell_that_nobody_disagrees():
    votes = {"receiver": (30, 0, 0), "pioneer": (30, 0, 0)}
    assert titles({**votes, "network": (10, 0, 0)}) == ["All perspectives agree: x"]
    assert titles({**votes, "network": (8, 0, 0)}) == ["Most agree: x"]


@pytest.mark.parametrize(
    ("voters", "points"), [([400, 400], 10), ([30, 21, 16], 40), ([5, 5], 90), ([30, 4], None), ([], None)]
)
def test_the_size_of_a_difference_that_could_be_found_follows_from_how_many_voted(voters, points):
    assert smallest_difference(voters) == points
