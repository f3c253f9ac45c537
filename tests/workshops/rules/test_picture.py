"""What is shown of votes: the same again for the same votes, nothing about fewer than five."""

from __future__ import annotations

import json
import random

import pytest

from skaala.workshops.rules.picture import draw_picture
from skaala.workshops.rules.snapshot import Snapshot


def votes_of(people: dict[str, int], statements: int = 12, seed: int = 1) -> Snapshot:
    """Two camps that see every second statement the other way, from perspectives of the given sizes."""
    chance = random.Random(seed)
    who = [(f"{name}-{number}", name) for name, count in people.items() for number in range(count)]
    rows = [
        (
            key,
            f"s{place}",
            (1 if (number % 2 == 0) == (place % 2 == 0) else -1) if chance.random() < 0.9 else 0,
        )
        for number, (key, _) in enumerate(who)
        for place in range(statements)
    ]
    return Snapshot(rows, dict(who), {f"s{place}": "bottleneck" for place in range(statements)})


def test_the_same_votes_in_another_order_are_the_same_snapshot_and_picture():
    one = votes_of({"receiver": 12, "pioneer": 8})
    other = Snapshot(list(reversed(one.votes)), dict(reversed(one.perspectives.items())), one.kinds)
    assert one.identity == other.identity
    assert json.dumps(draw_picture(one)) == json.dumps(draw_picture(other))
    assert one.identity != Snapshot(one.votes[1:], one.perspectives, one.kinds).identity


def test_two_camps_are_found_and_their_names_stay_when_more_people_come():
    before = draw_picture(votes_of({"receiver": 12, "pioneer": 8}))
    after = draw_picture(votes_of({"receiver": 16, "pioneer": 12}), earlier=before)
    assert (before["is_separate"], [group["size"] for group in before["groups"]]) == (True, [10, 10])
    stayed = [
        after["members"][who] == group for who, group in before["members"].items() if who in after["members"]
    ]
    assert all(stayed) and len(stayed) == 20


def test_with_fewer_than_ten_people_nobody_is_put_in_a_group():
    picture = draw_picture(votes_of({"receiver": 8}))
    assert (picture["groups"], picture["members"], picture["reason"]) == ([], {}, "too few people")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "people",
    [
        {"receiver": 20, "pioneer": 3},
        {"receiver": 20, "pioneer": 8, "network": 2},
        {"receiver": 9, "network": 6},
    ],
)
def test_no_cell_of_fewer_than_five_is_shown_or_can_be_worked_out(people, seed):
    """Invariant 6: neither a cell nor what is left of the total beside the cells is about one to four people."""
    snapshot = votes_of(people, seed=seed)
    # One matter on which perspectives differ sharply, so that there is something to show.
    rows = [(who, "s0", 1 if name == "receiver" else -1) for who, name in snapshot.perspectives.items()]
    snapshot = Snapshot(
        [row for row in snapshot.votes if row[1] != "s0"] + rows, snapshot.perspectives, snapshot.kinds
    )
    picture = draw_picture(snapshot)
    for row in picture["perspectives"]:
        total = sum(1 for _, what, _ in snapshot.votes if what == row["statement"])
        shown = [cell["votes"] for cell in row["cells"]]
        assert min(shown) >= 5 and (total == sum(shown) or total - sum(shown) >= 5)
    for group in picture["groups"]:
        assert group["size"] >= 5
    for rows in picture["rankings"].values():
        assert all(row["votes"] >= 5 and (row["marks"] is None or row["marks"] >= 5) for row in rows)
    if people == {"receiver": 9, "network": 6}:
        assert any(row["differs"] for row in picture["perspectives"])


def test_what_two_groups_say_is_not_shown_beside_all_where_few_are_in_neither():
    """Each group's votes could be shown without the other's; together they would leave two people to be found."""
    two = {f"guest-{number}": "network" for number in range(2)}
    camps = votes_of({"receiver": 8, "pioneer": 8})

    def groups_that_show(what: str, snapshot: Snapshot) -> list[str]:
        groups = draw_picture(snapshot)["groups"]
        assert [group["size"] for group in groups] == [8, 8]
        return [g["name"] for g in groups if what in {one["statement"] for one in g["stands_for"]}]

    shown_by_both = [f"s{n}" for n in range(12) if len(groups_that_show(f"s{n}", camps)) == 2]
    what = shown_by_both[0]
    rows = [(who, what, 1) for who in two]
    assert groups_that_show(what, Snapshot([*camps.votes, *rows], camps.perspectives | two, camps.kinds)) in (
        ["0"],
        ["1"],
    )


def test_marks_are_published_from_five_on():
    snapshot = votes_of({"receiver": 12})
    marked = Snapshot(snapshot.votes, snapshot.perspectives, snapshot.kinds, marks={"s0": 5, "s1": 4})
    counts = {
        row["statement"]: row["marks"] for rows in draw_picture(marked)["rankings"].values() for row in rows
    }
    assert counts["s0"] == 5
    assert {count for name, count in counts.items() if name != "s0"} == {None}
