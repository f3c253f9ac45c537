"""A rehearsal leaves nothing behind, whatever was done in it: all tables are looked at."""

from __future__ import annotations

import json
import threading

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection

from skaala.workshops import operations, queries
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Vote
from skaala.workshops.rules import Refusal, UnableToAct
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, refused, votes


def everything() -> dict[str, list]:
    """All rows of all tables of the room, the board's version aside, which only goes up; ids of current votes are chance."""
    found = {}
    for model in apps.get_app_config("workshops").get_models():
        rows = json.loads(serializers.serialize("json", model.objects.order_by("pk")))
        for row in rows:
            row["fields"].pop("version", None)
            if model is CurrentVote:
                row.pop("pk")
        found[model.__name__] = sorted(rows, key=json.dumps)
    return found


@pytest.fixture
def prepared(db):
    """A board with seeds, one of them pinned and translated, and a statement carried over that somebody has voted on."""
    series = cast.a_series()
    earlier = a_board(cast.an_event(series, 1))
    original = a_statement(earlier)
    veteran = a_participant(series, "pioneer")
    votes(earlier, veteran, original, 1)
    board = a_board(cast.an_event(series, 2), phase="set_up", confirms_guests=False)
    seeded = operations.seed_statements(
        board=board,
        prompt_id=board.prompts.first().pk,
        text="Ensimmäinen ajatus tässä\nToinen asia kokonaan\nKolmas ehdotus vielä",
        now=NOW,
    ).made
    operations.set_pinned(board=board, statement_id=seeded[0].pk, is_pinned=True)
    operations.set_translations(board=board, statement_id=seeded[0].pk, texts={"sv": "Den första tanken"})
    operations.carry_over(board=board, statement_ids=[original.pk], now=NOW)
    operations.invite(board=board, label="Room 2", now=NOW)
    return board, veteran


def play(board: Board, veteran: Participant) -> None:
    """Do all that can be done on a board."""
    board = at(board, "gather")
    first, second, third, carried = board.statements.order_by("number")
    guest, _ = operations.enter_as_guest(board=board, chosen=operations.Chosen("receiver"), now=NOW)
    own = a_statement(board, "Harjoituksessa kirjoitettu lause", guest)
    operations.set_translations(board=board, statement_id=own.pk, texts={"en": "Written in rehearsal"})
    operations.seed_statements(
        board=board, prompt_id=board.prompts.first().pk, text="Salissa sanottu asia", source="room", now=NOW
    )
    for who in (guest, veteran, *(a_participant(board.event.series) for _ in range(5))):
        for statement in (first, third, carried, own):
            votes(board, who, statement, -1)
    operations.take_vote_back(board=board, participant=veteran, statement_id=third.pk, now=NOW)
    for statement in (own, carried):
        operations.mark_as_important(board=board, participant=guest, statement_id=statement.pk)
    operations.merge_statements(board=board, duplicate_id=first.pk, into_id=own.pk, now=NOW)
    operations.split_statement(
        board=board, statement_id=second.pk, parts=["Toinen asia tässä", "Ja vielä kokonaan"], now=NOW
    )
    operations.set_shown(board=board, statement_id=third.pk, is_shown=False, now=NOW)
    operations.split_room(board=board, count=2, way="drawn", seed=1)
    board.refresh_from_db()
    operations.write_note(board=board, participant=guest, text="Ryhmän muistiinpano")
    a_statement(board, "Ryhmässä kirjoitettu lause", guest)
    operations.present_next(board=board, step=1)
    operations.set_timer(board=board, minutes=5, version=board.version, now=NOW)
    board.refresh_from_db()
    board = at(board, "conclude")
    operations.analyse_board(board=board, now=NOW)


def test_after_wiping_all_tables_are_as_they_were_before(prepared):
    board, veteran = prepared
    before = everything()
    operations.begin_rehearsal(board=board)
    play(board, veteran)
    board.refresh_from_db()
    with refused(Refusal.RESULTS_TOO_EARLY):
        operations.publish_results(board=board, now=NOW)
    meanwhile = everything()
    changed = {name for name in before if meanwhile[name] != before[name]}
    assert changed >= {
        "Board", "Participant", "Admission", "Statement", "Vote", "CurrentVote", "Importance", "Picture", "SmallGroup",
        "Member", "Note", "Translation",
    }  # fmt: skip
    operations.wipe_rehearsal(board=board)
    after = everything()
    for name in before:
        assert after[name] == before[name], name
    # The earlier vote of somebody who came back in the rehearsal counts again.
    assert list(CurrentVote.objects.values_list("participant", "value")) == [(veteran.pk, 1)]
    board.refresh_from_db()
    assert (board.phase, board.is_rehearsal, at(board, "gather").phase) == ("set_up", False, "gather")


def test_a_rehearsal_begins_only_on_an_unused_board_and_only_one_is_wiped(prepared):
    board, _veteran = prepared
    with refused(Refusal.NOT_REHEARSING):
        operations.wipe_rehearsal(board=board)
    real = at(board, "gather")
    with refused(Refusal.ALREADY_USED):
        operations.begin_rehearsal(board=real)
    votes(real, a_participant(real.event.series), real.statements.first(), 1)
    with refused(Refusal.ALREADY_USED):
        operations.begin_rehearsal(board=at(real, "set_up"))
    assert Vote.objects.filter(board=real).exists()


def test_a_statement_held_or_hidden_before_the_rehearsal_is_so_again_after_it(prepared):
    board, _veteran = prepared
    first, second, third, _carried = board.statements.order_by("number")
    operations.set_shown(board=board, statement_id=first.pk, is_shown=False, reason="unclear", now=NOW)
    Statement.objects.filter(pk=second.pk).update(state="pending")
    operations.begin_rehearsal(board=board)
    for one in (first, second):
        operations.set_shown(board=board, statement_id=one.pk, is_shown=True, now=NOW)
    operations.merge_statements(board=board, duplicate_id=second.pk, into_id=third.pk, now=NOW)
    operations.undo_merge(board=board, statement_id=second.pk, now=NOW)
    operations.merge_statements(board=board, duplicate_id=first.pk, into_id=third.pk, now=NOW)
    operations.wipe_rehearsal(board=board)
    states = board.statements.order_by("number").values_list("state", flat=True)
    assert list(states) == ["hidden", "pending", "shown", "shown"]


def test_nothing_is_carried_out_of_a_rehearsal(prepared):
    board, _veteran = prepared
    operations.begin_rehearsal(board=board)
    later = a_board(cast.an_event(board.event.series, 3))
    statement = a_statement(at(board, "gather"), "Vain harjoitus tämä lause")
    assert board.pk not in [other.pk for other in queries.earlier_boards(later)]
    with refused(Refusal.NOT_OF_THIS_BOARD):
        operations.carry_over(board=later, statement_ids=[statement.pk], now=NOW)


@pytest.mark.django_db(transaction=True)
def test_votes_and_statements_that_come_while_it_is_wiped_are_wiped_or_refused():
    board = a_board(phase="set_up")
    (seed,) = operations.seed_statements(
        board=board, prompt_id=board.prompts.first().pk, text="Ensimmäinen ajatus tässä", now=NOW
    ).made
    operations.begin_rehearsal(board=board)
    board = at(board, "gather")
    crowd = [a_participant(board.event.series) for _ in range(8)]
    for who in crowd:  # so that nobody is let go while they act
        operations.mark_as_important(board=board, participant=who, statement_id=seed.pk)
    problems: list[Exception] = []

    def act(who, number: int) -> None:
        try:
            votes(board, who, seed, 1)
            a_statement(board, f"Ajatus numero {'x' * (number + 3)} tässä", who)
        except (UnableToAct, Participant.DoesNotExist):
            pass
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=[who, number]) for number, who in enumerate(crowd)]
    for thread in threads[:4]:
        thread.start()
    operations.wipe_rehearsal(board=board)
    for thread in threads[4:]:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert not Vote.objects.exists() and not CurrentVote.objects.exists()
    assert list(Statement.objects.values_list("pk", flat=True)) == [seed.pk]
