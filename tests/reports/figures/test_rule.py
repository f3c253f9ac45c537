"""The rule about small numbers in reports: of all from ten voters, of a part a bound for a side of 0–4, otherwise words."""

from __future__ import annotations

import json

import pytest
from django.utils import translation

from skaala.reports.assembly import labels, wording
from skaala.reports.contents import Chart, Contents, Entry, Figure, Section, Table, from_data, to_data
from skaala.reports.figures.raw_findings import draft
from skaala.reports.figures.series_tables import table_numbers
from skaala.reports.figures.verify import verify
from skaala.reports.figures.vote_snapshot import FIRST_RULE, RULE, VoteSnapshot
from skaala.reports.renderers import data
from tests.reports.voted import ballots


@pytest.mark.django_db
def test_no_percentage_tells_of_one_of_six_people():
    """The attack: 83 % of six is five, so that everybody knows of one."""
    made = ballots({"s": "good_practice"}, {"s": {"receiver": (5, 1, 0)}})
    assert (made.shares("s"), made.shares("s", "disagree")) == ((), ())
    (finding,) = draft(made)
    with translation.override("en"):
        (words,) = wording.paragraphs(finding)
    assert "%" not in words and "More than half" in words


def of_forty(agree: int) -> VoteSnapshot:
    return ballots(
        {"s": "bottleneck"},
        {"s": {"receiver": (agree, 40 - agree, 0), "pioneer": (60 - agree, agree - 20, 0), "network": (20, 20, 0)}},
    )  # fmt: skip


@pytest.mark.parametrize("agree", [36, 37, 38, 39, 40])
def test_a_side_of_none_to_four_of_a_part_is_the_same_bound_and_interval(agree):
    share = of_forty(agree).share("s", "receiver", "agree")
    assert (share.share, share.bound, share.cell, share.low, share.high) == (88, "at_least", "≥ 88", 77, 100)
    assert of_forty(agree).share("s", "receiver", "disagree") is None
    assert of_forty(agree).share("s", "receiver-network", "gap") is None


@pytest.mark.django_db
def test_the_bound_is_said_wherever_the_share_is():
    (finding,) = [each for each in draft(of_forty(38)) if each.kind == "difference"]
    with translation.override("en"):
        _all, parts = wording.paragraphs(finding)
        assert labels.figure_label(of_forty(38).share("s", "receiver", "agree")).endswith(", at least")
    assert parts == (
        "Receiving municipalities: at least 88% agree; networks of municipalities: 50% agree; "
        "pioneer municipalities: more than half agree."
    )


def test_parts_of_five_to_nine_are_in_words():
    made = ballots(
        {"s": "good_practice"}, {"s": {"receiver": (18, 6, 0), "pioneer": (7, 2, 0), "network": (6, 6, 0)}}
    )
    assert [share.who for share in made.shares("s")] == [
        "all",
        "receiver",
    ]  # and not the networks: beside them the nine would show
    (finding,) = [each for each in draft(made) if each.kind == "good_practice"]
    assert finding.facts["parts"] == {"pioneer": "agree", "network": "neither"}


def contents(made: VoteSnapshot) -> Contents:
    figures = tuple(
        Figure(
            f"f.{share.key}", share.who, share.share, share.low, share.high, share.votes, bound=share.bound
        )
        for share in made.shares("s")
    )
    entry = Entry("f", "1.1", "bottleneck", "", "", charts=(Chart("", "", figures),))
    rows = tuple(("", *numbers) for numbers in table_numbers(made, "perspectives") or ())
    return Contents(
        "en", "", "", (), 1, "", False, False, (), "", (), (Section("bottleneck", "", "", (entry,)),),
        tables=(Table("perspectives", "", "", (), rows),), rule=made.rule,
    )  # fmt: skip


def earlier(made: VoteSnapshot) -> VoteSnapshot:
    stored = made.as_data()
    del stored["rule"]  # what was published before there was another rule says nothing of it
    return VoteSnapshot.from_data(json.loads(json.dumps(stored)))


@pytest.mark.parametrize("rule", [FIRST_RULE, RULE])
def test_figures_under_either_rule_are_computed_again_the_same(rule):
    made = of_forty(38) if rule == RULE else earlier(of_forty(38))
    assert made.rule == rule
    checked = verify([contents(made)], made, {})
    assert checked and all(each.is_equal for each in checked)
    other = earlier(made) if rule == RULE else of_forty(38)
    assert not all(each.is_equal for each in verify([contents(made)], other, {}))


def test_what_was_published_before_stays_byte_for_byte():
    made = earlier(ballots({"s": "bottleneck"}, {"s": {"receiver": (5, 1, 0)}}))
    assert [(share.share, share.votes, share.bound) for share in made.shares("s")] == [
        (83, 6, ""),
        (83, 6, ""),
    ]
    old = contents(made)
    written = data.render(old)
    assert b'"rule"' not in written and b'"bound"' not in written
    assert data.render(from_data(to_data(old))) == written
    assert from_data(to_data(contents(of_forty(38)))).rule == RULE
