"""What is possible in which phase, as tables."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.workshops import rules
from skaala.workshops.rules import Phase, Refusal, UnableToAct
from tests.cast import TODAY


@pytest.mark.parametrize(
    ("phase", "may_write", "may_vote", "results_hidden_first", "results_at_once"),
    [
        ("set_up", False, False, False, False),
        ("preparation", True, True, False, True),
        ("gather", True, True, False, True),
        ("weigh", False, True, False, True),
        ("look", False, False, True, True),
        ("conclude", False, False, True, True),
        ("closed", False, False, True, True),
    ],
)
def test_each_phase_allows_what_it_is_for(phase, may_write, may_vote, results_hidden_first, results_at_once):
    assert rules.can_write(phase) == may_write
    assert rules.can_vote(phase) == may_vote
    assert rules.results_are_shown(phase, hidden_until_weighed=True) == results_hidden_first
    assert rules.results_are_shown(phase, hidden_until_weighed=False) == results_at_once
    for check, allowed in ((rules.check_can_write, may_write), (rules.check_can_vote, may_vote)):
        if allowed:
            check(phase)
        else:
            with pytest.raises(UnableToAct):
                check(phase)


@pytest.mark.parametrize("here", list(Phase))
@pytest.mark.parametrize("to", list(Phase))
def test_a_board_moves_one_step_on_or_back_and_may_skip_preparation(here, to):
    order = list(Phase)
    steps = order.index(to) - order.index(here)
    allowed = abs(steps) == 1 or (here, to) == ("set_up", "gather")
    if allowed:
        rules.check_can_move(here, to)
    else:
        with pytest.raises(UnableToAct) as refused:
            rules.check_can_move(here, to)
        assert (refused.value.refusal, refused.value.phase) == (Refusal.NO_SUCH_MOVE, here)


def test_too_early_and_too_late_are_different():
    for phase, refusal in (("set_up", Refusal.NOT_YET_OPEN), ("look", Refusal.WEIGHING_OVER)):
        with pytest.raises(UnableToAct) as refused:
            rules.check_can_vote(phase)
        assert refused.value.refusal == refusal


def test_a_timer_starts_now_and_is_extended_from_where_it_ends():
    minutes = timedelta(minutes=1)
    first = rules.timer_ends(10, running_until=None, now=TODAY)
    assert first == TODAY + 10 * minutes
    assert rules.timer_ends(5, running_until=first, now=TODAY + 4 * minutes) == TODAY + 15 * minutes
    assert rules.timer_ends(5, running_until=first, now=TODAY + 60 * minutes) == TODAY + 65 * minutes
    for minutes_more, running in ((0, None), (-20, first), (10_000, first)):
        with pytest.raises(UnableToAct):
            rules.timer_ends(minutes_more, running_until=running, now=TODAY)
