"""Boards on real PostgreSQL: phases, statements, votes, moderation."""

from __future__ import annotations

import threading
import uuid

import pytest
from django.db import IntegrityError, connection, transaction

from skaala.workshops import operations, queries
from skaala.workshops.models import CurrentVote, Importance, Statement, Vote
from skaala.workshops.rules import NotPossible, Refusal
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, participants, votes

pytestmark = pytest.mark.django_db


def refused(refusal: Refusal):
    return pytest.raises(NotPossible, match=f"^{refusal.value}$")


# --- Phases ------------------------------------------------------------------------------------------------


def test_two_facilitators_at_once_get_a_clear_answer():
    board = a_board(phase="gather")
    seen = board.version
    operations.move_phase(board=board, to="weigh", version=seen)
    with pytest.raises(NotPossible) as late:
        operations.move_phase(board=board, to="weigh", version=seen)
    assert (late.value.refusal, late.value.phase) == (Refusal.MOVED_MEANWHILE, "weigh")


@pytest.mark.django_db(transaction=True)
def test_of_many_who_move_a_board_at_the_same_moment_one_does():
    board = a_board(phase="gather")
    answers: list[str] = []

    def move(to: str) -> None:
        try:
            answers.append(operations.move_phase(board=board, to=to, version=board.version).phase)
        except NotPossible as problem:
            answers.append(problem.refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=move, args=[to]) for to in ("weigh", "preparation") * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers.count(Refusal.MOVED_MEANWHILE) == 5
    board.refresh_from_db()
    assert {board.phase, Refusal.MOVED_MEANWHILE} == set(answers)


def test_the_timer_is_extended_and_stops_with_the_phase():
    board = a_board()
    board = operations.set_timer(board=board, minutes=10, version=board.version, now=NOW)
    first = board.timer_ends_at
    board = operations.set_timer(board=board, minutes=5, version=board.version, now=NOW)
    assert (board.timer_ends_at - first).total_seconds() == 300
    board = operations.move_phase(board=board, to="weigh", version=board.version)
    assert board.timer_ends_at is None


def test_setting_up_twice_makes_one_board():
    board = a_board()
    assert operations.set_up_board(event=board.event, prompt_set="networks").pk == board.pk
    assert board.prompts.count() == 3


# --- Writing -----------------------------------------------------------------------------------------------


def test_the_same_words_again_are_one_statement():
    board = a_board()
    author = a_participant(board.event.series)
    first, again = (a_statement(board, text, author) for text in ("Yhteinen malli", "yhteinen malli!"))
    assert first.pk == again.pk
    assert [(s.number, s.root_id == s.pk, s.language, s.state) for s in board.statements.all()] == [
        (1, True, "fi", "shown")
    ]


def test_moderation_before_showing_keeps_a_statement_back():
    board = a_board(moderates_before=True)
    statement = a_statement(board)
    assert statement.state == "pending"
    assert list(queries.shown_statements(board)) == []
    operations.set_shown(board=board, statement_id=statement.pk, is_shown=True)
    assert list(queries.shown_statements(board)) == [statement]


def test_writing_is_refused_once_it_is_over_and_on_foreign_prompts():
    board = a_board(phase="weigh")
    with refused(Refusal.WRITING_OVER):
        a_statement(board)
    board = at(board, "gather")
    with refused(Refusal.UNKNOWN_PROMPT):
        operations.write_statement(
            board=board,
            participant=a_participant(board.event.series),
            prompt_id=uuid.uuid4(),
            text="Hyvä asia",
            now=NOW,
        )


def test_pasted_lines_are_seeded_once_and_the_rest_is_reported():
    board = a_board()
    pasted = (
        "• Ensimmäinen ajatus tässä\n\nToinen asia kokonaan\n- Ensimmäinen ajatus tässä\n???\n" + "x" * 300
    )
    outcome = operations.seed_statements(
        board=board, prompt_id=board.prompts.first().pk, text=pasted, source="room", now=NOW
    )
    assert [s.text for s in outcome.made] == ["Ensimmäinen ajatus tässä", "Toinen asia kokonaan"]
    assert outcome.known == ["Ensimmäinen ajatus tässä"]
    assert [why for _, why in outcome.refused] == [Refusal.EMPTY, Refusal.TOO_LONG]
    assert {(s.source, s.author_id) for s in board.statements.all()} == {("room", None)}


# --- Votes (invariant 5) -----------------------------------------------------------------------------------


def test_the_latest_vote_counts_and_history_stays():
    board = a_board()
    statement, who = a_statement(board), a_participant(board.event.series)
    for value in (1, -1, -1, 0):
        votes(board, who, statement, value)
    assert list(Vote.objects.order_by("number").values_list("value", flat=True)) == [1, -1, 0]
    assert list(CurrentVote.objects.values_list("value", "number")) == [(0, 3)]


def test_a_vote_is_taken_back_to_what_was_held_before():
    board = a_board()
    statement, who = a_statement(board), a_participant(board.event.series)
    votes(board, who, statement, 1)
    votes(board, who, statement, -1)

    def undo() -> bool:
        return operations.take_vote_back(board=board, participant=who, statement_id=statement.pk, now=NOW)

    assert undo() is True
    assert list(CurrentVote.objects.values_list("value", flat=True)) == [1]
    CurrentVote.objects.all().delete()
    other = a_statement(board, "Aivan toinen asia")
    votes(board, who, other, 1)
    assert operations.take_vote_back(board=board, participant=who, statement_id=other.pk, now=NOW) is True
    assert operations.take_vote_back(board=board, participant=who, statement_id=other.pk, now=NOW) is False
    assert not CurrentVote.objects.exists()


def test_the_database_itself_allows_one_current_vote():
    board = a_board()
    statement, who = a_statement(board), a_participant(board.event.series)
    votes(board, who, statement, 1)
    with pytest.raises(IntegrityError, match="one_current_vote_a_participant_and_root"), transaction.atomic():
        CurrentVote.objects.create(participant=who, root=statement, number=9, value=0)


@pytest.mark.parametrize("phase", ["set_up", "look", "conclude", "closed"])
def test_votes_in_the_wrong_phase_are_refused(phase):
    board = a_board()
    statement = a_statement(board)
    board = at(board, phase)
    with refused(Refusal.NOT_YET_OPEN if phase == "set_up" else Refusal.WEIGHING_OVER):
        votes(board, a_participant(board.event.series), statement, 1)
    assert not Vote.objects.exists()


def test_votes_on_hidden_foreign_and_unknown_statements_are_refused():
    from tests import cast

    board = a_board()
    foreign = a_statement(a_board(cast.an_event(cast.a_series("other"))))
    hidden = a_statement(board)
    operations.set_shown(board=board, statement_id=hidden.pk, is_shown=False)
    who = a_participant(board.event.series)
    with refused(Refusal.HIDDEN_STATEMENT):
        votes(board, who, hidden, 1)
    with refused(Refusal.UNKNOWN_STATEMENT):
        votes(board, who, foreign, 1)
    hidden.pk = uuid.uuid4()
    with refused(Refusal.UNKNOWN_STATEMENT):
        votes(board, who, hidden, 1)
    with refused(Refusal.NO_SUCH_VOTE):
        votes(board, who, hidden, 2)
    assert not Vote.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_votes_of_one_participant_at_once_leave_one_that_counts():
    board = a_board()
    statement, who = a_statement(board), a_participant(board.event.series)
    problems: list[Exception] = []

    def press(value: int) -> None:
        try:
            for _ in range(5):
                votes(board, who, statement, value)
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[value]) for value in (1, -1, 0, 1, -1, 0)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    numbers = list(Vote.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    last = Vote.objects.order_by("number").last()
    assert list(CurrentVote.objects.values_list("number", "value")) == [(last.number, last.value)]


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
        except NotPossible:
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


# --- Marks -------------------------------------------------------------------------------------------------


def test_three_statements_can_be_marked_and_no_more():
    board = a_board()
    who = a_participant(board.event.series)
    several = [
        a_statement(board, text) for text in ("Yksi asia", "Kaksi muuta", "Kolmas juttu", "Neljäs hanke")
    ]

    def mark(statement: Statement) -> None:
        operations.mark_as_important(board=board, participant=who, statement_id=statement.pk)

    for statement in (*several[:3], several[0]):
        mark(statement)
    with refused(Refusal.ENOUGH_MARKS):
        mark(several[3])
    operations.take_mark_back(board=board, participant=who, statement_id=several[1].pk)
    mark(several[3])
    assert set(Importance.objects.values_list("root", "slot")) == {
        (several[0].pk, 1), (several[3].pk, 2), (several[2].pk, 3)
    }  # fmt: skip


# --- Moderation and lineage --------------------------------------------------------------------------------


def test_words_change_only_while_nobody_has_voted():
    board = a_board()
    statement = a_statement(board)
    operations.edit_statement(board=board, statement_id=statement.pk, text="Aivan uudet sanat")
    votes(board, a_participant(board.event.series), statement, 1)
    with refused(Refusal.HAS_VOTES):
        operations.edit_statement(board=board, statement_id=statement.pk, text="Vielä uudemmat sanat")
    assert Statement.objects.get().text == "Aivan uudet sanat"


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
    assert queries.vote_counts(board) == {statement.root_id: (1, 0, 1)}


def test_a_statement_carried_over_keeps_its_root_and_its_votes():
    from tests import cast

    series = cast.a_series()
    earlier = a_board(cast.an_event(series, 1), prompt_set="receiving")
    later = a_board(cast.an_event(series, 2), prompt_set="networks")
    original = a_statement(earlier)
    voter, other = participants(series, 2)
    votes(earlier, voter, original, 1)
    (copy,) = operations.carry_over(board=later, statement_ids=[original.pk], now=NOW)
    assert (copy.root_id, copy.carried_from_id, copy.prompt.kind) == (
        original.pk,
        original.pk,
        "good_practice",
    )
    assert queries.vote_counts(later) == {original.pk: (1, 0, 1)}
    votes(later, other, copy, -1)
    votes(later, voter, copy, -1)
    assert queries.vote_counts(earlier) == queries.vote_counts(later) == {original.pk: (0, 2, 2)}
    assert CurrentVote.objects.count() == 2
    assert operations.carry_over(board=later, statement_ids=[original.pk], now=NOW) == []


def test_nothing_is_carried_over_from_another_series_or_out_of_hiding():
    from tests import cast

    board = a_board()
    foreign = a_statement(a_board(cast.an_event(cast.a_series("other"))))
    with refused(Refusal.NOT_OF_THIS_BOARD):
        operations.carry_over(board=board, statement_ids=[foreign.pk], now=NOW)


# --- What is shown next ------------------------------------------------------------------------------------


def test_a_participant_is_shown_what_she_has_not_weighed_carried_ones_first():
    from tests import cast

    series = cast.a_series()
    earlier = a_board(cast.an_event(series, 1))
    board = a_board(cast.an_event(series, 2))
    old = a_statement(earlier, "Vanha väite täällä")
    new = a_statement(board, "Uusi ajatus nyt")
    own_author = a_participant(series)
    a_statement(board, "Oma ehdotukseni tästä", own_author)
    (carried,) = operations.carry_over(board=board, statement_ids=[old.pk], now=NOW)
    seen = []
    while line := queries.next_statement(board, own_author):
        assert queries.next_statement(board, own_author) == line  # a reload shows the same
        seen.append(line.statement.pk)
        votes(board, own_author, line.statement, 1)
    assert seen == [carried.pk, new.pk]
    assert queries.left_to_weigh(board, own_author) == (2, 2)
