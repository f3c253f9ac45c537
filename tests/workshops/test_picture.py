"""What is shown of votes: kept with the identity of the votes, the same again for the same, nothing about fewer than five."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import timedelta

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.operations import see
from skaala.workshops.picture import draw_picture
from skaala.workshops.shown import show_picture
from skaala.workshops.snapshot import Snapshot
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, participants, votes


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


def test_marks_are_told_from_five_on():
    snapshot = votes_of({"receiver": 12})
    marked = Snapshot(snapshot.votes, snapshot.perspectives, snapshot.kinds, marks={"s0": 5, "s1": 4})
    told = {
        row["statement"]: row["marks"] for rows in draw_picture(marked)["rankings"].values() for row in rows
    }
    assert told["s0"] == 5
    assert {count for name, count in told.items() if name != "s0"} == {None}


@pytest.mark.django_db
def test_a_picture_is_worked_out_once_for_the_same_votes_and_only_the_latest_are_kept(monkeypatch):
    board = a_board()
    assert operations.see_board(board=board, now=NOW) is None
    statement, people = a_statement(board), participants(board.event.series, 9)
    monkeypatch.setattr(see, "KEPT", 3)
    seen = []
    for minute, who in enumerate(people):
        votes(board, who, statement, 1)
        seen.append(operations.see_board(board=board, now=NOW + timedelta(minutes=minute)))
    again = operations.see_board(board=board, now=NOW + timedelta(hours=1))
    assert again.pk == seen[-1].pk
    assert [picture.pk for picture in board.pictures.all()] == [picture.pk for picture in reversed(seen[-3:])]
    assert queries.latest_picture(board).pk == again.pk


@pytest.mark.django_db
def test_what_is_hidden_afterwards_disappears_from_the_page_at_once():
    board = a_board()
    first, second = a_statement(board, "Ensimmäinen asia"), a_statement(board, "Toinen juttu")
    for who in participants(board.event.series, 8):
        votes(board, who, first, 1)
        votes(board, who, second, 1)
    picture = operations.see_board(board=board, now=NOW)
    # Both have the same votes, so their order is that of their random ids.
    assert {one.statement for one in show_picture(board, picture).consensus} == {first, second}
    operations.set_shown(board=board, statement_id=first.pk, is_shown=False)
    assert [one.statement for one in show_picture(board, picture).consensus] == [second]
    assert show_picture(board, picture, a_participant(board.event.series)).own_group == ""


def test_the_web_does_not_load_the_engine_s_heavy_libraries():
    code = "import tests.conftest, django; django.setup(); import skaala.config.urls, sys; print([m for m in ('numpy', 'scipy', 'simplemma', 'typst', 'pptx', 'openpyxl', 'lxml', 'PIL') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
