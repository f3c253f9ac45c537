"""Phases in their order, publishing of results, timers, notes, and how one participant stands to the others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from skaala.workshops import rules
from skaala.workshops.rules import Phase, Refusal, UnableToAct
from skaala.workshops.rules.texts import one_line

NOW = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


def test_phases_follow_one_another():
    names = [phase.value for phase in Phase]
    assert names == ["set_up", "preparation", "gather", "weigh", "look", "conclude", "closed"]
    assert [rules.next_phase(name) for name in names] == [*names[1:], ""]
    assert [rules.previous_phase(name) for name in names] == ["", *names[:-1]]


@pytest.mark.parametrize("phase", list(Phase))
def test_participants_come_in_once_a_board_is_set_up_and_the_public_sees_results_at_its_end(phase):
    assert rules.is_open(phase) is (phase != "set_up")
    if phase in {"conclude", "closed"}:
        rules.check_can_publish_results(phase, is_rehearsal=False)
    else:
        with pytest.raises(UnableToAct) as refused:
            rules.check_can_publish_results(phase, is_rehearsal=False)
        assert (refused.value.refusal, refused.value.phase) == (Refusal.RESULTS_TOO_EARLY, phase)
    with pytest.raises(UnableToAct):
        rules.check_can_publish_results(phase, is_rehearsal=True)


def test_a_move_from_nowhere_is_refused():
    with pytest.raises(UnableToAct) as refused:
        rules.check_can_move("no such phase", "gather")
    assert str(refused.value) == "no_such_move"


@pytest.mark.parametrize("phase", ["weigh", "look", "conclude", "closed"])
def test_writing_is_over_from_voting_on(phase):
    with pytest.raises(UnableToAct) as refused:
        rules.check_can_write(phase)
    assert (refused.value.refusal, refused.value.phase) == (Refusal.WRITING_OVER, phase)


def test_before_a_board_is_set_up_it_is_too_early():
    for check in (rules.check_can_write, rules.check_can_vote):
        with pytest.raises(UnableToAct) as refused:
            check("set_up")
        assert (refused.value.refusal, refused.value.phase) == (Refusal.NOT_YET_OPEN, "set_up")


def test_a_co_facilitators_link_holds_for_thirty_days_after_the_event():
    assert rules.invitation_holds(NOW, now=NOW + timedelta(days=30) - MOMENT)
    assert not rules.invitation_holds(NOW, now=NOW + timedelta(days=30))


def test_a_timer_runs_for_four_hours_at_most():
    assert rules.timer_ends(240, running_until=None, now=NOW) == NOW + timedelta(hours=4)
    assert rules.timer_ends(1, running_until=None, now=NOW) == NOW + timedelta(minutes=1)
    for minutes, running in ((241, None), (0, None), (-5, NOW + timedelta(minutes=5)), (240, NOW + MOMENT)):
        with pytest.raises(UnableToAct) as refused:
            rules.timer_ends(minutes, running_until=running, now=NOW)
        assert refused.value.refusal == Refusal.TIMER


def test_a_running_timer_can_be_shortened_and_one_that_ended_this_moment_starts_anew():
    running = NOW + timedelta(minutes=5)
    assert rules.timer_ends(-4, running_until=running, now=NOW) == NOW + timedelta(minutes=1)
    assert rules.timer_ends(3, running_until=NOW, now=NOW) == NOW + timedelta(minutes=3)


def test_codes_hold_nothing_that_is_mistaken_for_another_and_no_word():
    assert not set(rules.CODE_LETTERS) & set("01OILAEIU")
    assert len(set(rules.CODE_LETTERS)) == len(rules.CODE_LETTERS)
    assert len(rules.CODE_LETTERS) ** rules.CODE_LENGTH > 10**8


@pytest.mark.parametrize(
    ("own", "agree", "disagree", "total", "answer"),
    [
        (1, 6, 0, 6, True),  # five others
        (1, 5, 0, 5, None),  # four
        (1, 1, 5, 6, False),
        (-1, 5, 1, 6, False),
        (-1, 0, 6, 6, True),
        (-1, 3, 4, 8, None),
        (1, 3, 2, 8, None),
        (1, 4, 2, 8, True),
        (1, 3, 3, 8, None),  # their own vote may be among the three or not: it must not decide
        (1, 2, 3, 8, False),
        (1, 1, 0, 8, None),  # nobody else takes a side
    ],
)
def test_ones_own_vote_does_not_make_a_majority(own, agree, disagree, total, answer):
    assert rules.with_most(own, agree, disagree, total) is answer


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ensimmäinen rivi\r\ntoinen\n\nkolmas  ", "Ensimmäinen rivi\ntoinen\n\nkolmas"),
        ("Nolla\x00tavu\x1b[31m\u2028väri", "Nollatavu[31mväri"),
        ("\u202ekäännetty\u202c", "käännetty"),
        ("x", "x"),
        ("a" * 1_000, "a" * 1_000),
        ("a" * 1_000 + " \n" * 4_000, "a" * 1_000),
    ],
)
def test_a_note_keeps_its_lines(typed, kept):
    assert rules.clean_note(typed) == kept


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", Refusal.EMPTY),
        (" \n\t\u200b", Refusal.EMPTY),
        ("a" * 1_001, Refusal.NOTE_TOO_LONG),
        ("a" + " " * 10_000, Refusal.NOTE_TOO_LONG),
    ],
)
def test_a_note_that_says_nothing_or_too_much_is_refused(typed, refusal):
    with pytest.raises(UnableToAct) as refused:
        rules.clean_note(typed)
    assert refused.value.refusal == refusal


def test_a_statement_needs_three_letters_and_a_translation_may_be_longer():
    assert rules.clean_statement("abc") == "abc"
    assert rules.clean_statement("a1 b2 c3") == "a1 b2 c3"
    with pytest.raises(UnableToAct) as refused:
        rules.clean_statement("ab12345")
    assert refused.value.refusal == Refusal.EMPTY
    assert rules.clean_statement("a" * 400, longest=400) == "a" * 400
    with pytest.raises(UnableToAct):
        rules.clean_statement("a" * 401, longest=400)


def test_spaces_do_not_make_a_statement_too_long_until_there_are_thousands():
    assert rules.clean_statement("abc" + " " * (280 * 40 - 3)) == "abc"
    with pytest.raises(UnableToAct) as refused:
        rules.clean_statement("abc" + " " * (280 * 40 - 2))
    assert refused.value.refusal == Refusal.TOO_LONG


def test_one_line_is_one_line():
    assert one_line(" yksi\x85kaksi\u2029 kolme\x0b") == "yksi kaksi kolme"
