"""What frames say, and above all what they do not say."""

from __future__ import annotations

import json

import pytest

from skaala.ui.texts import Texts
from skaala.workshops import operations
from skaala.workshops.links.live import Audience
from skaala.workshops.models import Frame, Poll
from skaala.workshops.operations import publish_frames, set_shown
from skaala.workshops.presenters.frames import compose
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, participants, votes

pytestmark = pytest.mark.django_db


def in_finnish(board, audience) -> dict:
    return json.loads(next(one.body for one in compose(board, audience) if one.language == "fi"))


@pytest.mark.parametrize("people", [0, 4, 5])
def test_the_room_sees_votes_of_five_and_more_and_participants_no_numbers_at_all(people):
    board = a_board()
    statement = a_statement(board, author=None)
    for person in participants(board.event.series, max(0, people - 1)):  # the author takes part too
        votes(board, person, statement, 1)
    line = in_finnish(board, Audience.PROJECTOR)["counts"]
    assert line == (
        "0 paikalla nyt · 5 mukana · 1 väittämä · 4 kannanottoa"
        if people == 5
        else "0 paikalla nyt · alle viisi mukana · 1 väittämä"
    )
    assert in_finnish(board, Audience.PARTICIPANT).keys() == {
        "version", "phase", "name", "ends", "clock", "at", "recent", "gone", "groups", "beside", "asks", "polls"
    }  # fmt: skip


@pytest.mark.parametrize("audience", list(Audience))
def test_no_frame_holds_a_pseudonym_or_what_was_not_yet_shown(audience):
    board = a_board(moderates_before=True)
    author = a_participant(board.event.series)
    statement = a_statement(board, "Tätä ei ole vielä katsottu", author)
    for one in compose(board, audience):
        assert str(author.pk) not in one.body and "katsottu" not in one.body
        assert statement.number not in json.loads(one.body)["recent"]
    set_shown(board=board, statement_id=statement.pk, is_shown=True, now=NOW)
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


def test_projector_and_facilitator_hear_how_many_have_answered_a_question_and_participants_do_not():
    board = a_board()
    poll = Poll(board=board, kind="scale", question=Texts(fi="Mitä nyt?"))
    operations.save_poll(poll=poll)
    operations.open_poll(board=board, poll_id=poll.pk)
    for who in participants(board.event.series, 3):
        operations.choose_answer(board=board, participant=who, poll_id=poll.pk, chosen="3")
    for audience in (Audience.PROJECTOR, Audience.FACILITATOR):
        assert in_finnish(board, audience)["answers"] == {str(poll.pk): "3 henkilöä on vastannut"}
    assert "answers" not in in_finnish(board, Audience.PARTICIPANT)
