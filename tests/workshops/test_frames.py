"""What frames say, and above all what they do not say; and votes that come twice."""

from __future__ import annotations

import json
import uuid

import pytest

from skaala.workshops.frames import compose
from skaala.workshops.live_token import Audience, InvalidPass, make_pass, read_pass, who
from skaala.workshops.models import CurrentVote, Frame, Vote
from skaala.workshops.operations import cast_vote, publish_frames, set_shown
from skaala.workshops.queries import next_statement, next_statements
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, participants, votes

pytestmark = pytest.mark.django_db


def in_finnish(board, audience) -> dict:
    return json.loads(next(one.body for one in compose(board, audience) if one.language == "fi"))


@pytest.mark.parametrize("people", [0, 4, 5])
def test_the_room_is_told_numbers_of_five_and_more_and_participants_none_at_all(people):
    board = a_board()
    statement = a_statement(board, author=None)
    for person in participants(board.event.series, max(0, people - 1)):  # the author takes part too
        votes(board, person, statement, 1)
    line = in_finnish(board, Audience.PROJECTOR)["counts"]
    assert line == (
        "5 mukana · 1 väittämä · 4 kannanottoa" if people == 5 else "alle viisi mukana · 1 väittämä"
    )
    assert in_finnish(board, Audience.PARTICIPANT).keys() == {
        "version", "phase", "name", "ends", "clock", "at", "recent", "gone", "groups", "beside"
    }  # fmt: skip


@pytest.mark.parametrize("audience", list(Audience))
def test_no_frame_holds_a_pseudonym_or_what_was_not_yet_shown(audience):
    board = a_board(moderates_before=True)
    author = a_participant(board.event.series)
    statement = a_statement(board, "Tätä ei ole vielä katsottu", author)
    for one in compose(board, audience):
        assert str(author.pk) not in one.body and "katsottu" not in one.body
        assert statement.number not in json.loads(one.body)["recent"]
    set_shown(board=board, statement_id=statement.pk, is_shown=True)
    assert in_finnish(board, audience)["recent"] == [statement.number]


def test_a_participant_s_frame_stays_the_same_while_votes_come_in_and_the_table_keeps_what_is_new():
    board = a_board()
    statement = a_statement(board)
    publish_frames(board_id=board.pk, audiences=list(Audience))
    before = {(frame.audience, frame.language): frame.identity for frame in Frame.objects.all()}
    assert len(before) == 9
    for person in participants(board.event.series, 5):
        votes(board, person, statement, 1)
    publish_frames(board_id=board.pk, audiences=list(Audience))
    after = {(frame.audience, frame.language): frame.identity for frame in Frame.objects.all()}
    changed = {
        audience for (audience, language), identity in after.items() if before[audience, language] != identity
    }
    assert changed == {"projector", "facilitator"}
    publish_frames(board_id=0, audiences=list(Audience))  # a board that has been removed meanwhile


def test_a_pass_says_board_language_and_audience_and_cannot_be_turned_into_another():
    board = a_board()
    token = make_pass(board, language="sv", audience=Audience.PARTICIPANT, who=who("participant", 1))
    read = read_pass(token)
    assert (read.board_id, read.language, read.audience) == (board.pk, "sv", Audience.PARTICIPANT)
    body = make_pass(board, language="sv", audience=Audience.FACILITATOR, who="x").partition(":")[0]
    for forged in ("", "x", token[:-2], f"{body}:{token.partition(':')[2]}", "é" * 20):
        with pytest.raises(InvalidPass):
            read_pass(forged)


def test_a_vote_that_comes_again_is_counted_once_whatever_happened_in_between():
    board = a_board()
    person, other = participants(board.event.series, 2)
    statement = a_statement(board)
    number = uuid.uuid4()

    def comes(value: int, sent_as: uuid.UUID | None, whose=person) -> None:
        cast_vote(
            board=board, participant=whose, statement_id=statement.pk, value=value, now=NOW, sent_as=sent_as
        )

    comes(1, number)
    comes(1, number)
    comes(-1, uuid.uuid4())  # she changed her mind on another device
    comes(1, number)  # and the first device did not hear that its vote had been counted
    assert CurrentVote.objects.get(participant=person).value == -1
    comes(1, number, other)  # another's number is hers alone
    assert CurrentVote.objects.get(participant=other).value == 1
    at(board, "look")
    comes(1, number)  # counted long ago: no refusal now
    assert list(
        Vote.objects.filter(participant=person).order_by("number").values_list("value", flat=True)
    ) == [1, -1]
    assert not Vote.objects.filter(pk=number).exists()  # what a browser made up is not kept


def test_the_statements_kept_ready_are_those_that_come_next():
    board = a_board()
    person = a_participant(board.event.series)
    for text in ("Tukea saa ajoissa", "Naapurin malli kelpaa", "Rahaa on liian vähän", "Johto on mukana"):
        a_statement(board, text)
    ready = next_statements(board, person, 3)
    for line in ready:
        assert next_statement(board, person) == line
        votes(board, person, line.statement, 1)
        person.refresh_from_db()
    assert len(next_statements(board, person, 3)) == 1
