"""Quick questions to the room: answered once a person, shown by the rule about small numbers, and kept apart from statements."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from skaala.ui.texts import Texts
from skaala.workshops import operations
from skaala.workshops.models import Admission, Participant, Poll, PollAnswer, PollText, PollUpvote
from skaala.workshops.operations.erase import erase_own
from skaala.workshops.presenters.polls import show_poll
from skaala.workshops.queries.polls import poll_waiting_for, shown_texts
from skaala.workshops.rules import Refusal
from tests.workshops.boards import NOW, a_board, a_participant, at, participants, refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english_with_keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"
    with translation.override("en"):
        yield


@pytest.fixture
def board():
    return a_board()


def a_poll(board, kind="choice", *, hidden=False, is_open=True) -> Poll:
    poll = Poll(
        board=board, kind=kind, question=Texts(en="What now?", fi="Mitä nyt?"), hides_until_closed=hidden
    )
    options = [Texts(en="Tea", fi="Teetä"), Texts(en="Work", fi="Työtä")] if kind == "choice" else []
    operations.save_poll(poll=poll, options=options)
    return operations.open_poll(board=board, poll_id=poll.pk) if is_open else poll


def choose(board, poll, who, place=0) -> None:
    chosen = str(poll.options.all()[place].pk)
    operations.choose_answer(board=board, participant=who, poll_id=poll.pk, chosen=chosen)


def shares(poll) -> list[int | None]:
    return [one.share for one in show_poll(Poll.objects.get(pk=poll.pk)).answers]


def test_one_answer_counts_and_the_latest(board):
    poll, who = a_poll(board), a_participant(board.event.series)
    assert poll_waiting_for(board, who) == poll
    choose(board, poll, who)
    choose(board, poll, who, 1)
    assert [str(one.option) for one in PollAnswer.objects.all()] == ["Work"]
    assert poll_waiting_for(board, who) is None


def test_the_room_sees_words_from_five_and_numbers_from_ten_in_steps_of_five(board):
    poll, people = a_poll(board), participants(board.event.series, 14)
    for who in people[:4]:
        choose(board, poll, who)
    assert shares(poll) == [None, None] and "at least five" in show_poll(poll).conclusion
    choose(board, poll, people[4])
    shown = show_poll(Poll.objects.get(pk=poll.pk))
    assert shares(poll) == [None, None] and shown.conclusion.startswith("More than half chose: Tea")
    for who in people[5:9]:
        choose(board, poll, who, 1)
    assert shares(poll) == [None, None]
    choose(board, poll, people[9], 1)
    assert shares(poll) == [50, 50]
    # What one person changes, or four more say, moves no figure.
    choose(board, poll, people[0], 1)
    for who in people[10:]:
        choose(board, poll, who, 1)
    assert Poll.objects.get().counts == {str(each.pk): 5 for each in poll.options.all()}
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    assert shares(poll) == [50, 50]


def test_hidden_answers_are_shown_once_the_question_is_closed(board):
    poll = a_poll(board, "scale", hidden=True)
    for step, who in zip("12345" * 2 + "55", participants(board.event.series, 12), strict=True):
        operations.choose_answer(board=board, participant=who, poll_id=poll.pk, chosen=step)
    assert shares(poll) == [None] * 5 and not Poll.objects.get().counts
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    assert shares(poll) == [17, 17, 17, 17, 33]
    assert show_poll(Poll.objects.get()).conclusion == "12 answers, on average 3.3"


@pytest.mark.parametrize("closing", ["question", "board"])
def test_a_closed_question_takes_no_answer(board, closing):
    poll, who = a_poll(board), a_participant(board.event.series)
    if closing == "question":
        operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    else:
        at(board, "closed")
    with refused(Refusal.QUESTION_CLOSED):
        choose(board, poll, who)


def test_what_cannot_be_chosen_is_refused(board):
    poll, scale, who = a_poll(board), a_poll(board, "scale"), a_participant(board.event.series)
    for one, chosen in ((poll, "x"), (poll, "1"), (scale, "6"), (scale, "0"), (scale, "²")):
        with refused(Refusal.UNKNOWN_QUESTION):
            operations.choose_answer(board=board, participant=who, poll_id=one.pk, chosen=chosen)
    with refused(Refusal.UNKNOWN_QUESTION):
        choose(board, a_poll(board, is_open=False), who)


def test_words_are_moderated_as_statements_are(board):
    poll, who = a_poll(board, "words"), a_participant(board.event.series)
    write = {"board": board, "participant": who, "poll_id": poll.pk}
    assert operations.write_poll_text(**write, text=" luottamus. ").text == "luottamus"
    assert operations.write_poll_text(**write, text="Luottamus").number == 1  # the same again
    held = operations.write_poll_text(**write, text="idioottien lista")
    assert (held.state, held.held_for) == ("pending", "word")
    operations.write_poll_text(**write, text="aika")
    with refused(Refusal.TOO_MANY_ANSWERS):
        operations.write_poll_text(**write, text="raha")
    assert [one.text for one in shown_texts(poll)] == ["aika", "luottamus"]
    operations.set_poll_text_shown(board=board, text_id=held.pk, is_shown=True, now=NOW)
    operations.set_poll_text_shown(board=board, text_id=shown_texts(poll)[-1].pk, is_shown=False, now=NOW)
    assert [one.text for one in shown_texts(poll)] == ["aika", "idioottien lista"]


def test_answers_of_guests_who_wait_do_not_count_and_their_words_wait(board):
    poll, words = a_poll(board), a_poll(board, "words")
    guest = a_participant(board.event.series, is_guest=True)
    Admission.objects.create(board=board, participant=guest, state="waiting", mark="1")
    for who in [guest, *participants(board.event.series, 4)]:
        choose(board, poll, who)
    assert not Poll.objects.get(pk=poll.pk).counts
    sent = operations.write_poll_text(board=board, participant=guest, poll_id=words.pk, text="aika")
    assert sent.state == "pending"


def test_upvotes_are_shown_from_five_in_steps_of_five(board):
    poll, people = a_poll(board, "open"), participants(board.event.series, 8)
    first, second = (
        operations.write_poll_text(board=board, participant=people[0], poll_id=poll.pk, text=text)
        for text in ("Kuka maksaa?", "Mistä aikaa?")
    )

    def shown() -> list[tuple[str, int]]:
        return [(one.text.text, one.upvotes) for one in show_poll(Poll.objects.get()).texts]

    with refused(Refusal.UNKNOWN_QUESTION):  # one's own
        operations.upvote(board=board, participant=people[0], text_id=first.pk, is_wanted=True)
    for who in people[1:5]:
        operations.upvote(board=board, participant=who, text_id=first.pk, is_wanted=True)
    assert shown() == [("Mistä aikaa?", 0), ("Kuka maksaa?", 0)]
    for who in people[5:]:
        operations.upvote(board=board, participant=who, text_id=first.pk, is_wanted=True)
    assert shown() == [("Kuka maksaa?", 5), ("Mistä aikaa?", 0)]
    operations.upvote(board=board, participant=people[1], text_id=first.pk, is_wanted=False)
    assert shown()[0] == ("Kuka maksaa?", 5)
    assert second.number == 2


def test_a_question_that_was_answered_stays_as_it_was_asked(board):
    poll = a_poll(board)
    choose(board, poll, a_participant(board.event.series))
    with refused(Refusal.ALREADY_ANSWERED):
        operations.save_poll(poll=poll, options=[Texts(en="A"), Texts(en="B")])
    with refused(Refusal.NUMBER_OF_OPTIONS):
        operations.save_poll(poll=Poll(board=board, kind="choice"), options=[Texts(en="A")])


def test_a_wiped_rehearsal_keeps_the_questions_and_no_answer():
    board = a_board(phase="set_up")
    operations.begin_rehearsal(board=board)
    board = at(board, "gather")
    poll, words = a_poll(board), a_poll(board, "open")
    who, other = participants(board.event.series, 2)
    choose(board, poll, who)
    text = operations.write_poll_text(board=board, participant=other, poll_id=words.pk, text="Kuka maksaa?")
    operations.upvote(board=board, participant=who, text_id=text.pk, is_wanted=True)
    operations.wipe_rehearsal(board=board)
    assert {(one.state, str(one.counts)) for one in board.polls.all()} == {("draft", "{}")}
    assert not any(model.objects.exists() for model in (PollAnswer, PollText, PollUpvote, Participant))


def test_who_erases_what_is_theirs_leaves_no_answer(board):
    poll, words = a_poll(board), a_poll(board, "open")
    who, other = participants(board.event.series, 2)
    choose(board, poll, who)
    own = operations.write_poll_text(board=board, participant=who, poll_id=words.pk, text="Kuka maksaa?")
    theirs = operations.write_poll_text(board=board, participant=other, poll_id=words.pk, text="Mistä aikaa?")
    operations.upvote(board=board, participant=other, text_id=own.pk, is_wanted=True)
    operations.upvote(board=board, participant=who, text_id=theirs.pk, is_wanted=True)
    erase_own(participant=who)
    assert not PollAnswer.objects.exists() and not PollUpvote.objects.exists()
    assert [one.text for one in PollText.objects.all()] == ["Mistä aikaa?"]


def test_answers_are_shuffled_at_night_while_a_question_is_open_or_was_lately(board):
    from skaala.workshops.operations.shuffle import SHUFFLED, shuffle_board_days

    assert {PollAnswer, PollUpvote} <= set(SHUFFLED)
    poll = a_poll(board)
    who = a_participant(board.event.series)
    Participant.objects.update(joined_on=NOW.date() - timedelta(days=30))
    choose(board, poll, who)
    assert shuffle_board_days(now=NOW) == 1
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    assert shuffle_board_days(now=NOW + timedelta(days=1)) == 1
    assert shuffle_board_days(now=NOW + timedelta(days=9)) == 0
    assert PollAnswer.objects.count() == 1
