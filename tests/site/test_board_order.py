"""The order of next steps by best–worst choices: on a phone by plain forms, then on the screen, in files and in the report."""

from __future__ import annotations

import json
import random
import re

import pytest
from django.test import Client
from django.utils import translation

from skaala.reports.assembly.builder import build_contents
from skaala.reports.operations import begin_report
from skaala.site.board.presenters.own_data import on_boards
from skaala.ui.texts import Texts
from skaala.workshops import operations, queries
from skaala.workshops.formats import FORMATS
from skaala.workshops.models import Board, Participant, Poll, PollChoice
from skaala.workshops.operations.erase import erase_own
from skaala.workshops.presenters.polls import show_poll
from skaala.workshops.queries.polls import next_set, order_now, poll_waiting_for
from skaala.workshops.rules import Refusal
from tests import cast
from tests.site.test_board import given_maija
from tests.workshops.boards import NOW, a_board, a_participant, participants, refused

pytestmark = pytest.mark.django_db
STEPS = ["Sovitaan", "Kokeillaan", "Rahoitetaan", "Opetetaan", "Arvioidaan", "Kerrotaan"]


@pytest.fixture(autouse=True)
def in_english_with_keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"
    with translation.override("en"):
        yield


@pytest.fixture
def board() -> Board:
    return a_board(cast.a_closing_event(cast.a_series()), prompt_set="closing")


def a_poll(board, steps=STEPS) -> Poll:
    prompt = board.prompts.get(kind="next_step")
    operations.seed_statements(board=board, prompt_id=prompt.pk, text="\n".join(steps), now=NOW)
    poll = Poll(board=board, kind="order", question=Texts(en="What first?"))
    operations.save_poll(poll=poll)
    return operations.open_poll(board=board, poll_id=poll.pk)


def test_with_many_steps_it_is_said_that_one_can_stop_and_what_nobody_sees_three_times(board, client):
    polls = f"{given_maija(board, client)}questions/"
    poll = a_poll(board)
    first = client.get(polls).content.decode()
    assert "Comparison 1 of 5" in first and "You can stop" not in first
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    poll = a_poll(board, [f"Askel {'abcdefghijklmnopqrst'[number] * 3}" for number in range(14)])
    page = client.get(polls).content.decode()
    assert "Comparison 1 of 15" in page and "You can stop" in page and "so many next steps" not in page
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    a_poll(board, [f"Vaihe {'abcdefghijklmnopqrst'[number] * 3}" for number in range(16)])
    assert "so many next steps" in client.get(polls).content.decode()


def compares_all(board: Board, poll: Poll, who: Participant) -> None:
    """Find steps as important as they come in the list."""
    while (asked := next_set(poll, who)) is not None:
        ordered = sorted(asked.options, key=lambda option: option.number)
        operations.choose_best_and_worst(
            board=board, participant=who, poll_id=poll.pk, number=asked.number,
            best=str(ordered[0].pk), worst=str(ordered[-1].pk),
        )  # fmt: skip


def closed(board: Board, poll: Poll) -> Poll:
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    return Poll.objects.get(pk=poll.pk)


def test_a_phone_compares_four_at_a_time_without_javascript(board, client):
    home = given_maija(board, client)
    poll = a_poll(board)
    page = client.get(home).content.decode()
    assert "Comparison 1 of 5" in page and page.index("What first?") < page.index("Comparison 1 of 5")
    best = re.findall(r'name="best" value="([^"]+)"', page)
    assert len(best) == 4 and best == re.findall(r'name="worst" value="([^"]+)"', page)
    sent = {"poll": poll.pk, "compare": "1", "number": "1", "best": best[0]}
    for wrong in ({}, {"worst": best[0]}, {"worst": "x"}):
        refusal = client.post(f"{home}questions/", sent | wrong)
        assert refusal.status_code == 422 and "Choose one as the most important" in refusal.content.decode()
        assert f'value="{best[0]}" checked' in refusal.content.decode()
    for _twice in range(2):  # the same set sent again changes nothing
        done = client.post(f"{home}questions/", sent | {"worst": best[3]})
        assert done["Location"] == f"{home}questions/#question-{poll.number}"
    assert PollChoice.objects.count() == 1
    assert "Comparison 2 of 5" in client.get(f"{home}questions/").content.decode()
    client.post(f"{home}questions/", {"poll": poll.pk, "again": "1"})
    again = client.get(f"{home}questions/").content.decode()
    assert "Comparison 1 of 5" in again and re.findall(r'name="best" value="([^"]+)"', again) == best
    who = Participant.objects.get()
    compares_all(board, poll, who)
    page = client.get(f"{home}questions/").content.decode()
    assert "You have compared them all" in page and "Comparison" not in page
    assert poll_waiting_for(board, who) is None


def test_the_order_is_said_from_ten_people_and_only_once_it_is_closed(board):
    poll = a_poll(board)
    for who in participants(board.event.series, 9):
        compares_all(board, poll, who)
    assert closed(board, poll).counts == {}
    assert "Fewer than ten people" in show_poll(Poll.objects.get()).conclusion
    operations.open_poll(board=board, poll_id=poll.pk)
    compares_all(board, poll, a_participant(board.event.series))
    shown = show_poll(Poll.objects.get())
    assert (shown.order, shown.people) == ([], "10 people have answered")
    shown = show_poll(closed(board, poll))
    assert [str(one.label) for one in shown.order] == STEPS
    assert "does not say how many support" in shown.conclusion and "%" not in shown.conclusion
    # One more cannot be found by watching the order change.
    kept = Poll.objects.get().counts
    operations.open_poll(board=board, poll_id=poll.pk)
    other = a_participant(board.event.series)
    asked = next_set(poll, other)
    best, worst = (str(one.pk) for one in sorted(asked.options, key=lambda one: -one.number)[:2])
    operations.choose_best_and_worst(
        board=board, participant=other, poll_id=poll.pk, number=1, best=best, worst=worst
    )
    assert closed(board, poll).counts == kept


def test_what_is_hidden_later_is_asked_and_shown_no_more(board):
    poll = a_poll(board)
    for who in participants(board.event.series, 10):
        compares_all(board, poll, who)
    gone = board.statements.get(text=STEPS[0])
    operations.set_shown(board=board, statement_id=gone.pk, is_shown=False, now=NOW)
    assert STEPS[0] not in str(
        [str(one) for one in next_set(poll, a_participant(board.event.series)).options]
    )
    assert len(order_now(poll).items) == 5
    assert [str(one.label) for one in show_poll(closed(board, poll)).order] == STEPS[1:]


def test_it_needs_next_steps_to_order(board):
    with refused(Refusal.NUMBER_OF_STEPS):
        a_poll(board, STEPS[:3])


def test_files_and_the_report_tell_a_relative_order_and_no_share(board):
    poll = a_poll(board)
    for who in participants(board.event.series, 12):
        compares_all(board, poll, who)
    closed(board, poll)
    found = queries.conversation_of(Board.objects.get(), for_public=False, chance=random.Random(1))
    for form in FORMATS:
        assert form.write(found)
    (asked,) = json.loads(next(one for one in FORMATS if one.ending == "json").write(found))[
        "quick_questions"
    ]
    assert (asked["people"], [one["text"]["fi"] for one in asked["answers"]]) == (12, STEPS)
    assert all(one["low"] <= one["score"] <= one["high"] for one in asked["answers"])
    tables = build_contents(begin_report(board.event.series), "en", now=NOW).tables
    table = next(one for one in tables if one.key.startswith("quick-question"))
    assert [row[0] for row in table.rows] == STEPS and "does not say how many support" in table.note


def test_a_person_gets_and_erases_their_choices_and_guests_count_when_admitted(board):
    poll = a_poll(board)
    people = participants(board.event.series, 10)
    for who in people:
        compares_all(board, poll, who)
    assert "most_important" in json.dumps(on_boards(board.event.series, people[0]), default=str)
    assert order_now(poll).people == 10
    erase_own(participant=people[0])
    assert order_now(poll).people == 9


def test_the_facilitator_asks_for_it_and_a_rehearsal_takes_it_along(board):
    desk = Client()
    cast.signs_in(desk, cast.an_organiser())
    home = f"/en/desk/series/spring/events/{board.event.slug}/board/"
    assert "Order of the next steps" in desk.get(f"{home}polls/new/").content.decode()
    poll = a_poll(board)
    for who in participants(board.event.series, 10):
        compares_all(board, poll, who)
    open_screen = desk.get(f"{home}projector/").content.decode()
    assert "What first?" in open_screen and STEPS[0] not in open_screen and "10 people" in open_screen
    closed(board, poll)
    screen = desk.get(f"{home}projector/").content.decode()
    assert STEPS[0] in screen and STEPS[5] not in screen and "1 more is on phones" in screen
    Board.objects.filter(pk=board.pk).update(is_rehearsal=True)
    operations.wipe_rehearsal(board=Board.objects.get())
    assert not PollChoice.objects.exists() and Poll.objects.get().counts == {}
