"""The demo's boards: three past ones with believable votes, one to join, and simulated people who bring it to life."""

from __future__ import annotations

import pytest
from django.db import models

from skaala.demo import announced_2023 as announced
from skaala.demo.load import load_demo
from skaala.demo.said_2023 import CARRIED, WORKSHOPS
from skaala.demo.simulate import simulate
from skaala.reports.queries_commitments import next_steps
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Translation, Vote
from skaala.workshops.rules import NotPossible
from tests.cast import TODAY


@pytest.fixture
def demo(db) -> Board:
    load_demo(now=TODAY, people=0)
    return Board.objects.exclude(event__series__slug=announced.SLUG).select_related("event__series").get()


def test_the_boards_are_what_the_demo_promises(demo):
    *past, closing = Board.objects.filter(event__series__slug=announced.SLUG).order_by("event__start")
    assert [board.phase for board in past] == ["closed"] * 3
    for number, board in enumerate(past, 1):
        own, carried = board.statements.filter(carried_from=None), board.statements.exclude(carried_from=None)
        assert (own.count(), carried.count()) == (len(WORKSHOPS[number]), CARRIED.get(number, 0))
        assert 34 <= board.statements.count() <= 42
        assert set(own.values_list("language", flat=True)) == {"fi", "sv", "en"}
        picture = board.pictures.get().result
        assert (
            picture["is_separate"]
            and picture["consensus"]
            and set(picture["rankings"]) >= {"good_practice", "bottleneck"}
        )
        assert board.results_published_at is not None and not board.is_rehearsal
    steps = next_steps(closing, closing.pictures.get())
    assert len(steps) >= 6 and sum(step.said is not None and bool(step.said.marks) for step in steps) >= 3
    assert all("(simul" in name for step in steps for part in step.parts for name in part.names)
    assert (
        closing.commitments.count()
        == closing.commitments.filter(is_simulated=True, registration=None).count()
        > 6
    )
    assert [board.statements.filter(is_pinned=True).count() for board in (past[0], demo)] == [1, 1]
    assert set(Translation.objects.values_list("language", flat=True)) == {"fi", "sv", "en"}
    assert (demo.phase, demo.welcomes_guests, demo.hides_results) == ("gather", True, False)
    for model in (Board, Statement, Participant):
        assert not model.objects.filter(is_simulated=False).exists()
    # One current vote a participant and root, and it is the latest of her history (invariant 5).
    latest = Vote.objects.values("participant", "root").annotate(last=models.Max("number"))
    assert {(v["participant"], v["root"], v["last"]) for v in latest} == set(
        CurrentVote.objects.values_list("participant", "root", "number")
    )

    counts = [model.objects.count() for model in (Board, Statement, Participant, Vote)]
    load_demo(now=TODAY, people=0)
    assert [model.objects.count() for model in (Board, Statement, Participant, Vote)] == counts

    before = demo.statements.count()
    written, cast = simulate(board=demo, participants=8, now=TODAY)
    assert demo.statements.count() == before + written
    assert Vote.objects.count() == counts[3] + cast > counts[3]

    with pytest.raises(NotPossible, match="weighing_over"):
        simulate(board=past[0], participants=1, now=TODAY)
