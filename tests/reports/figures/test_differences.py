"""Two versions laid side by side tell of nobody alone: what has changed too little stays as it was published."""

from __future__ import annotations

import dataclasses
import itertools
import random
from datetime import timedelta

import pytest

from skaala.insight.disclosure import combine_small
from skaala.reports import operations
from skaala.reports.figures.differences import settle, settle_coverage
from skaala.reports.figures.public_votes import PublicVotes, agree_with, public_votes_may_follow, read_archive
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Report, Version
from skaala.reports.queries import contents_of
from skaala.ui.texts import Texts
from tests.reports.operations.test_report import checked
from tests.reports.voted import PLAIN, SPLIT, a_voted_series, ballots, vote
from tests.workshops.boards import NOW

NAMES = ("receiver", "pioneer", "network")
WHO = ("all", *NAMES, "before", "after")


def one(votes) -> VoteSnapshot:
    return ballots({"s": "bottleneck"}, {"s": dict(zip(NAMES, votes, strict=True))})


def of_all(made: VoteSnapshot) -> tuple[int, int]:
    count = made.counts["s"]["all"]
    return count.agree, count.total


@pytest.mark.parametrize(
    ("now", "is_kept"),
    [
        pytest.param([(9, 3, 0), (7, 4, 0), (6, 3, 0)], False, id="nothing has changed"),
        pytest.param([(10, 3, 0), (7, 4, 0), (6, 3, 0)], True, id="one came"),
        pytest.param([(13, 3, 0), (7, 4, 0), (6, 3, 0)], True, id="four came"),
        pytest.param([(14, 3, 0), (7, 4, 0), (6, 3, 0)], False, id="five came"),
        pytest.param([(12, 3, 0), (10, 4, 0), (6, 3, 0)], True, id="six came, three of each perspective"),
        pytest.param([(10, 2, 0), (7, 4, 0), (6, 3, 0)], True, id="one changed her mind"),
        pytest.param([(15, 2, 0), (7, 4, 0), (6, 3, 0)], True, id="five came and one changed her mind"),
        pytest.param([(9, 8, 0), (7, 9, 0), (6, 3, 0)], False, id="five of two perspectives came"),
        pytest.param([(4, 3, 0), (7, 4, 0), (6, 3, 0)], False, id="five went"),
        pytest.param([(9, 3, 0), (7, 4, 0), (6, 0, 0)], True, id="three took it back"),
    ],
)
def test_new_votes_count_when_none_or_five_have_come_to_each_cell(now, is_kept):
    before, after = one([PLAIN[name] for name in NAMES]), one(now)
    made = settle(after, [before])
    assert of_all(made) == of_all(before if is_kept else after)
    assert made.kept == (("s",) if is_kept else ())
    assert VoteSnapshot.from_data(made.as_data()) == made


def test_what_is_left_beside_the_published_and_what_was_published_two_versions_ago_count_too():
    # Only the receivers can be told: six others are left, and two more would be known of them.
    before = one([(12, 0, 0), (3, 0, 0), (3, 0, 0)])
    assert before.disclosed("s") == ["receiver"]
    assert settle(one([(17, 0, 0), (4, 0, 0), (4, 0, 0)]), [before]).kept == ("s",)
    assert settle(one([(17, 0, 0), (6, 0, 0), (5, 0, 0)]), [before]).kept == ()
    # Six came and five went: beside the version before the last, that is one.
    first, second, third = (one([(number, 0, 0), (9, 0, 0), (9, 0, 0)]) for number in (10, 16, 11))
    assert settle(third, [second]).kept == ()
    assert of_all(settle(third, [second, first])) == of_all(second)


def test_public_votes_go_out_when_they_and_the_figures_are_of_the_same_votes():
    made = ballots({"s": "bottleneck"}, {"s": {"receiver": (6, 0, 0), "pioneer": (0, 6, 0)}})
    rows = [("receiver", ((1, 1),))] * 6 + [("pioneer", ((1, -1),))] * 6

    def agree(*more) -> bool:
        return agree_with(PublicVotes(frozenset({1}), (*rows, *more)), made, {1: "s"})

    late = ("", ((1, 1),))
    assert (agree(), agree(late), agree(*[late] * 5)) == (True, False, True)
    assert not agree(*[("receiver", ((1, 1),))] * 2, *[("pioneer", ((1, 1),))] * 3)
    before, now = PublicVotes(frozenset({1}), tuple(rows)), PublicVotes(frozenset({1}), (*rows[1:], late))
    assert (public_votes_may_follow(before, before), public_votes_may_follow(before, now)) == (True, False)


def test_whatever_happens_no_difference_between_any_two_versions_is_about_fewer_than_five():
    """Invariant 6, over a whole row of versions."""
    chance = random.Random(7)
    renewed = 0
    for _ in range(60):
        votes = [[chance.choice((0, 3, 5, 9, 12)) for _ in range(3)] for _ in NAMES]
        versions: list[VoteSnapshot] = []
        for _ in range(5):
            made = settle(one([tuple(each) for each in votes]), versions[::-1])
            renewed += bool(versions) and not made.kept and of_all(made) != of_all(versions[-1])
            versions.append(made.under_fresh_ids(chance))
            for counts in chance.sample(votes, chance.randint(1, 3)):
                place = chance.randrange(3)
                counts[place] = max(0, counts[place] + chance.choice((-6, -1, 1, 2, 4, 5, 7, 9)))
        for first, second in itertools.combinations(versions, 2):
            for who in WHO:
                was, now = first.count_of("s", who), second.count_of("s", who)
                if was and now:
                    changes = [
                        now.agree - was.agree,
                        now.disagree - was.disagree,
                        now.total - was.total - now.agree - now.disagree + was.agree + was.disagree,
                    ]
                    assert sum(each for each in changes if each > 0) not in range(1, 5)
                    assert -sum(each for each in changes if each < 0) not in range(1, 5)
            was_there, is_there = first.turnout.people, second.turnout.people
            assert min(was_there, is_there) < 5 or abs(is_there - was_there) not in range(1, 5)
    assert renewed > 20  # it is no rule by which nothing is ever renewed


@pytest.mark.parametrize(
    ("now", "is_kept"),
    [
        ({"01": 12, "06": 9}, False),
        ({"01": 13, "06": 9}, True),
        ({"01": 17, "06": 9}, False),
        ({"01": 12, "06": 9, "": 2}, True),
        ({"01": 12}, True),
        ({}, True),  # forgotten: what was published stays
    ],
)
def test_who_registered_stays_as_published_until_five_have_come(now, is_kept):
    before, after = registered({"01": 12, "06": 9}), registered(now)
    made = settle_coverage(after, [before])
    assert made.get("is_kept", False) == is_kept
    assert made["people"] == (before if is_kept else after)["people"]


def registered(regions: dict[str, int]) -> dict:
    disclosed = dataclasses.asdict(combine_small(regions))
    disclosed["rows"] = [[code, {}, count] for code, count in disclosed["rows"]]
    none = {"rows": [], "rest": 0, "rest_kinds": 0}
    return {"people": sum(regions.values()), "regions": disclosed, "sizes": none, "networks": none}


@pytest.mark.django_db
def test_a_version_two_votes_later_says_what_the_first_said_and_the_one_after_five_is_new():
    series, board = a_voted_series()
    statement = board.statements.get(number=2)  # votes as in SPLIT: 32
    assert sum(map(sum, SPLIT.values())) == 32

    def publish(day: int) -> tuple[Version, int, str]:
        report = operations.draft_report(series=series, now=NOW)
        operations.set_published(findings=report.findings.all(), is_published=True)
        version = operations.publish_report(
            report=report, with_untranslated=True, now=NOW + timedelta(days=day)
        )
        version.refresh_from_db()
        contents = contents_of(version, "en")
        figures = [f for p in contents.sections for e in p.entries for c in e.charts for f in c.figures]
        found = {f.votes for f in figures if statement.pk.hex in f.key and ".all." in f.key}
        return version, found.pop(), " ".join(contents.summary + contents.method)

    first, votes, said = publish(0)
    assert (votes, "earlier version" in said, "33 people" in said) == (32, False, True)
    vote(board, statement, {"receiver": (0, 2, 0)}, {})
    second, votes, said = publish(1)
    assert (votes, "1 statement keeps" in said, "33 people" in said) == (32, True, True)
    assert operations.review_report(report=Report.objects.get(), language="en", now=NOW).kept.statements == 1
    assert archive(second) == archive(first)  # its counts would show the two
    assert all(line.is_equal for line in checked(second))
    vote(board, statement, {"receiver": (0, 3, 0)}, {})
    third, votes, said = publish(2)
    assert (votes, "earlier version" in said, "38 people" in said) == (37, False, True)
    assert read_archive(archive(third)).counts[2].total == 37
    assert public_votes_may_follow(read_archive(archive(first)), read_archive(archive(third)))

    # A vote that comes between draft and version is in neither; nor is a statement that was hidden since given out again.
    vote(board, statement, {"receiver": (1, 0, 0)}, {})
    # Each says something new, since the same is not published twice.
    operations.save_summary(report=Report.objects.get(), summary=Texts(en="The fourth."))
    fourth = operations.publish_report(
        report=Report.objects.get(), with_untranslated=True, now=NOW + timedelta(days=3)
    )
    assert archive(fourth) == archive(third)
    board.statements.filter(number=3).update(state="hidden")
    operations.save_summary(report=Report.objects.get(), summary=Texts(en="The fifth."))
    assert not operations.publish_report(
        report=Report.objects.get(), with_untranslated=True, now=NOW + timedelta(days=4)
    ).appendices.exists()


def archive(version: Version) -> bytes:
    return bytes(version.appendices.get().archive)
