"""What is possible in which phase, as tables."""

from datetime import timedelta

import pytest

from skaala.workshops import rules
from skaala.workshops.rules import NotPossible, Phase, Refusal
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
            with pytest.raises(NotPossible):
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
        with pytest.raises(NotPossible) as refused:
            rules.check_can_move(here, to)
        assert (refused.value.refusal, refused.value.phase) == (Refusal.NO_SUCH_MOVE, here)


def test_too_early_and_too_late_are_told_apart():
    for phase, refusal in (("set_up", Refusal.NOT_YET_OPEN), ("look", Refusal.WEIGHING_OVER)):
        with pytest.raises(NotPossible) as refused:
            rules.check_can_vote(phase)
        assert refused.value.refusal == refusal


def test_a_timer_starts_now_and_is_extended_from_where_it_ends():
    minutes = timedelta(minutes=1)
    first = rules.timer_ends(10, running_until=None, now=TODAY)
    assert first == TODAY + 10 * minutes
    assert rules.timer_ends(5, running_until=first, now=TODAY + 4 * minutes) == TODAY + 15 * minutes
    assert rules.timer_ends(5, running_until=first, now=TODAY + 60 * minutes) == TODAY + 65 * minutes
    for minutes_more, running in ((0, None), (-20, first), (10_000, first)):
        with pytest.raises(NotPossible):
            rules.timer_ends(minutes_more, running_until=running, now=TODAY)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Yksi\r\n ajatus\t kerrallaan ", "Yksi ajatus kerrallaan"),
        ("\u202eKäännetty\u202c teksti\u200f", "Käännetty teksti"),
        ("<b>Lihava</b> & vahva", "<b>Lihava</b> & vahva"),
        ("Nolla\x00tavu ja\x1b[31m väri", "Nolla tavu ja [31m väri"),
        ("a" * 280, "a" * 280),
        ("Hyvä 👍🏽 idea", "Hyvä 👍🏽 idea"),
    ],
)
def test_a_statement_is_one_clean_line(typed, kept):
    assert rules.clean_statement(typed) == kept


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", Refusal.EMPTY),
        ("   \n ", Refusal.EMPTY),
        ("👍👍👍👍", Refusal.EMPTY),
        ("\u202e\u202c", Refusal.EMPTY),
        ("?!", Refusal.EMPTY),
        ("a" * 281, Refusal.TOO_LONG),
        ("x" * 100_000, Refusal.TOO_LONG),
    ],
)
def test_what_says_nothing_or_too_much_is_refused(typed, refusal):
    with pytest.raises(NotPossible) as refused:
        rules.clean_statement(typed)
    assert refused.value.refusal == refusal


@pytest.mark.parametrize(
    ("own", "agree", "disagree", "total", "answer"),
    [
        (1, 6, 1, 8, True),
        (1, 2, 6, 8, False),
        (-1, 6, 2, 8, False),
        (-1, 2, 6, 9, True),
        (0, 8, 0, 8, None),  # passing is no side
        (1, 5, 0, 5, None),  # four others are too few
        (1, 4, 3, 7, None),  # three with her, three against her
    ],
)
def test_whether_most_others_hold_what_she_holds(own, agree, disagree, total, answer):
    assert rules.with_most(own, agree, disagree, total) is answer
