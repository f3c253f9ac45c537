"""Statements in the facilitator’s hands: worded anew, merged and split."""

from __future__ import annotations

import threading
import uuid

import pytest
from django.db import connection

from skaala.workshops import operations, queries
from skaala.workshops.models import CurrentVote, Statement, Vote
from skaala.workshops.rules import Refusal, UnableToAct
from tests.workshops.boards import (
    NOW,
    a_board,
    a_participant,
    a_statement,
    participants,
    refused,
    vote_counts,
    votes,
)

pytestmark = pytest.mark.django_db


def test_words_change_only_while_nobody_has_voted():
    board = a_board()
    statement = a_statement(board)
    operations.edit_statement(board=board, statement_id=statement.pk, text="Aivan uudet sanat", now=NOW)
    votes(board, a_participant(board.event.series), statement, 1)
    with refused(Refusal.HAS_VOTES):
        operations.edit_statement(
            board=board, statement_id=statement.pk, text="Vielä uudemmat sanat", now=NOW
        )
    assert Statement.objects.get().text == "Aivan uudet sanat"
    # The log has it once: another language or question of the same words is no rewording.
    operations.edit_statement(
        board=board, statement_id=statement.pk, text="Aivan uudet sanat", language="sv", now=NOW
    )
    assert list(board.moderations.values_list("number", "action")) == [(1, "reworded")]


@pytest.mark.django_db(transaction=True)
def test_a_merge_loses_no_vote_that_comes_at_the_same_moment():
    board = a_board()
    kept, twin = a_statement(board), a_statement(board, "Yhteinen kilpailutus säästäisi aikaa")
    crowd = participants(board.event.series, 12)
    taken: list[uuid.UUID] = []
    problems: list[Exception] = []

    def vote(who) -> None:
        try:
            votes(board, who, twin, 1)
            taken.append(who.pk)
        except UnableToAct:
            pass
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=vote, args=[who]) for who in crowd]
    for thread in threads[:6]:
        thread.start()
    for thread in threads[6:]:
        thread.start()
    operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)
    for thread in threads:
        thread.join()
    assert problems == []
    assert set(CurrentVote.objects.filter(root=kept).values_list("participant", flat=True)) == set(taken)


def test_in_a_merge_the_latest_vote_of_each_participant_wins():
    board = a_board()
    kept, twin = a_statement(board), a_statement(board, "Yhteinen kilpailutus säästäisi aikaa")
    both_ways, only_twin, only_kept, passed_on = participants(board.event.series, 4)
    votes(board, both_ways, kept, 1)
    votes(board, both_ways, twin, -1)  # later
    votes(board, only_twin, twin, 1)
    votes(board, only_kept, kept, -1)
    votes(board, passed_on, twin, 1)
    votes(board, passed_on, kept, 0)  # later
    operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)
    counted = dict(CurrentVote.objects.filter(root=kept).values_list("participant", "value"))
    assert counted == {both_ways.pk: -1, only_twin.pk: 1, only_kept.pk: -1, passed_on.pk: 0}
    assert list(queries.shown_statements(board)) == [kept]
    assert queries.merged_texts(board) == {kept.pk: [twin.text]}
    assert Vote.objects.filter(root=twin).count() == 3  # history stays
    with refused(Refusal.HIDDEN_STATEMENT):
        operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)


def test_the_parts_of_a_split_statement_start_without_votes():
    board = a_board()
    statement = a_statement(board, "Rahaa puuttuu ja aikaa puuttuu")
    votes(board, a_participant(board.event.series), statement, 1)
    with refused(Refusal.TOO_FEW_PARTS):
        operations.split_statement(
            board=board, statement_id=statement.pk, parts=["Rahaa puuttuu", " "], now=NOW
        )
    parts = operations.split_statement(
        board=board, statement_id=statement.pk, parts=["Rahaa puuttuu", "Aikaa puuttuu"], now=NOW
    )
    assert [(p.text, p.split_from_id, p.author_id, p.number) for p in parts] == [
        ("Rahaa puuttuu", statement.pk, statement.author_id, 2),
        ("Aikaa puuttuu", statement.pk, statement.author_id, 3),
    ]
    assert list(queries.shown_statements(board)) == parts
    assert vote_counts(board) == {statement.root_id: (1, 0, 1)}


def test_a_merge_that_is_undone_takes_its_votes_along_and_leaves_the_later_ones():
    board = a_board()
    kept, twin = a_statement(board), a_statement(board, "Yhteinen kilpailutus säästäisi aikaa")
    both, only_twin, only_kept, later = participants(board.event.series, 4)
    votes(board, both, kept, 1)
    votes(board, both, twin, -1)
    votes(board, only_twin, twin, 1)
    votes(board, only_kept, kept, -1)
    votes(board, later, twin, 1)
    operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)
    votes(board, later, kept, -1)
    operations.undo_merge(board=board, statement_id=twin.pk, now=NOW)
    assert dict(CurrentVote.objects.filter(root=kept).values_list("participant", "value")) == {
        both.pk: 1,
        only_kept.pk: -1,
        later.pk: -1,
    }
    assert dict(CurrentVote.objects.filter(root=twin).values_list("participant", "value")) == {
        both.pk: -1,
        only_twin.pk: 1,
        later.pk: 1,
    }
    assert set(queries.shown_statements(board)) == {kept, twin}
    with refused(Refusal.HIDDEN_STATEMENT):
        operations.undo_merge(board=board, statement_id=twin.pk, now=NOW)


def test_a_split_that_is_undone_hides_the_parts():
    board = a_board()
    statement = a_statement(board, "Rahaa puuttuu ja aikaa puuttuu")
    operations.split_statement(
        board=board, statement_id=statement.pk, parts=["Rahaa puuttuu", "Aikaa puuttuu"], now=NOW
    )
    operations.undo_split(board=board, statement_id=statement.pk, now=NOW)
    assert list(queries.shown_statements(board)) == [statement]


@pytest.mark.parametrize("state", ["pending", "hidden", "shown"])
def test_an_undo_gives_the_earlier_state_back(state):
    board = a_board()
    kept, twin, several = (
        a_statement(board, text)
        for text in ("Yhteinen hankinta", "Hankitaan yhdessä", "Rahaa ja aikaa puuttuu")
    )
    Statement.objects.filter(pk__in=[twin.pk, several.pk]).update(state=state)
    operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)
    operations.split_statement(
        board=board, statement_id=several.pk, parts=["Rahaa puuttuu", "Aikaa puuttuu"], now=NOW
    )
    assert operations.undo_merge(board=board, statement_id=twin.pk, now=NOW).state == state
    assert operations.undo_split(board=board, statement_id=several.pk, now=NOW).state == state
    assert set(Statement.objects.values_list("state_before", flat=True)) == {""}
    hidden = [row for row in board.moderations.values_list("number", "action") if row[1] == "hidden"]
    assert hidden == [(4, "hidden"), (5, "hidden")]  # the parts


def test_an_undo_of_what_was_merged_before_states_were_kept_waits_for_a_look():
    board = a_board()
    kept, twin = a_statement(board), a_statement(board, "Yhteinen kilpailutus säästäisi aikaa")
    operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)
    Statement.objects.update(state_before="")
    assert operations.undo_merge(board=board, statement_id=twin.pk, now=NOW).state == "pending"


def test_a_chain_of_merges_is_undone_from_the_last():
    board = a_board()
    first, second, third = (
        a_statement(board, text) for text in ("Yhteinen hankinta", "Hankitaan yhdessä", "Ostetaan yhdessä")
    )
    person = a_participant(board.event.series)
    votes(board, person, first, 1)
    operations.merge_statements(board=board, duplicate_id=first.pk, into_id=second.pk, now=NOW)
    operations.merge_statements(board=board, duplicate_id=second.pk, into_id=third.pk, now=NOW)
    assert vote_counts(board)[third.root_id] == (1, 0, 1)
    assert set(queries.merged_texts(board)[third.pk]) == {first.text, second.text}
    assert Statement.objects.get(pk=first.pk).stayed_as == third
    with refused(Refusal.MERGED_FURTHER):
        operations.undo_merge(board=board, statement_id=first.pk, now=NOW)
    operations.undo_merge(board=board, statement_id=second.pk, now=NOW)
    assert queries.merged_texts(board) == {second.pk: [first.text]}
    assert third.root_id not in vote_counts(board) and vote_counts(board)[second.root_id] == (1, 0, 1)
    operations.undo_merge(board=board, statement_id=first.pk, now=NOW)
    assert vote_counts(board) == {first.root_id: (1, 0, 1)}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_merges_into_one_are_undone_in_any_order_and_leave_no_vote_of_theirs(order):
    board = a_board()
    kept, *twins = (
        a_statement(board, text) for text in ("Yhteinen hankinta", "Hankitaan yhdessä", "Ostetaan yhdessä")
    )
    person = a_participant(board.event.series)
    for twin in twins:
        votes(board, person, twin, -1)
    for twin in twins:
        operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)
    one, other = (twins[place] for place in order)
    operations.undo_merge(board=board, statement_id=one.pk, now=NOW)
    assert vote_counts(board)[kept.root_id] == (0, 1, 1)
    operations.undo_merge(board=board, statement_id=other.pk, now=NOW)
    assert kept.root_id not in vote_counts(board)


def test_merged_again_after_an_undo_the_later_vote_wins_again():
    board = a_board()
    kept, twin = a_statement(board), a_statement(board, "Yhteinen kilpailutus säästäisi aikaa")
    person = a_participant(board.event.series)
    votes(board, person, kept, 1)
    votes(board, person, twin, -1)
    for _ in range(2):
        operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)
        assert vote_counts(board)[kept.root_id] == (0, 1, 1)
        operations.undo_merge(board=board, statement_id=twin.pk, now=NOW)
        assert vote_counts(board)[kept.root_id] == (1, 0, 1)


def test_what_should_be_looked_at_first_waits_and_says_why():
    board = a_board(own_words="humpuuk")
    phone, word, good = (
        a_statement(board, text)
        for text in ("Soittakaa 040 123 4567 ja kysykää", "Se on silkkaa humpuukia", "Kysykää naapurilta")
    )
    assert [(one.state, one.held_for) for one in (phone, word, good)] == [
        ("pending", "phone"),
        ("pending", "word"),
        ("shown", ""),
    ]


def test_the_log_says_when_and_why_and_not_what_or_who():
    board = a_board()
    first, second = a_statement(board), a_statement(board, "Aivan muu asia")
    changed = operations.set_several_shown(
        board=board,
        statement_ids=[first.pk, second.pk, uuid.uuid4()],
        is_shown=False,
        reason="personal",
        now=NOW,
    )
    assert changed == 2
    operations.set_shown(board=board, statement_id=second.pk, is_shown=True, now=NOW)
    assert sorted(board.moderations.values_list("number", "action", "reason")) == [
        (1, "hidden", "personal"),
        (2, "hidden", "personal"),
        (2, "shown", ""),
    ]
    second.refresh_from_db()
    assert second.hidden_for == ""


def test_who_took_a_vote_back_after_a_merge_has_none_when_it_is_undone():
    board = a_board()
    kept, twin = a_statement(board), a_statement(board, "Yhteinen kilpailutus säästäisi aikaa")
    before, after = participants(board.event.series, 2)
    votes(board, before, kept, 1)
    operations.take_vote_back(board=board, participant=before, statement_id=kept.pk, now=NOW)
    for person in (before, after):
        votes(board, person, twin, -1)
    operations.merge_statements(board=board, duplicate_id=twin.pk, into_id=kept.pk, now=NOW)
    assert vote_counts(board)[kept.root_id] == (0, 2, 2)
    operations.take_vote_back(board=board, participant=after, statement_id=kept.pk, now=NOW)
    operations.undo_merge(board=board, statement_id=twin.pk, now=NOW)
    assert vote_counts(board) == {twin.root_id: (0, 2, 2)}
