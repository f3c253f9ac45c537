"""The facilitator's quick questions: written in languages, asked, shown on the screen, moderated, exported and in the report."""

from __future__ import annotations

import json
import random

import pytest
from django.utils import timezone, translation

from skaala.reports.assembly.builder import build_contents
from skaala.reports.operations import begin_report
from skaala.ui.texts import Texts
from skaala.workshops import operations, queries
from skaala.workshops.formats import FORMATS, read_conversation
from skaala.workshops.models import Board, Poll
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, participants, votes

HOME = "/en/desk/series/spring/events/workshop-1/board/"


@pytest.fixture
def board(db):
    return a_board(cast.an_event(cast.a_series(), perspective="network"))


def filled(desk, **typed) -> dict[str, str]:
    form = desk.get(f"{HOME}polls/new/").context["form"]
    names = {name: f"{name}_" for name in ("question", "options", "low", "high")}
    found = {"kind": "choice", "hides_until_closed": "on"}
    for name in names:
        for widget in form[name].subwidgets:
            for part in widget.data["subwidgets"]:
                language = part["attrs"].get("lang", part["name"].rsplit("_", 1)[-1])
                found[part["name"]] = typed.get(f"{name}_{language}", "")
    return found | {name: value for name, value in typed.items() if name in found}


def test_a_choice_is_written_in_each_language_asked_and_closed(desk, board):
    asked = filled(
        desk,
        question_fi="Mitä nyt?",
        question_en="What now?",
        options_fi="Teetä\nTyötä",
        options_en="Tea\nWork",
    )
    made = desk.post(f"{HOME}polls/new/", asked)
    poll = Poll.objects.get()
    assert made["Location"] == f"{HOME}polls/{poll.pk}/"
    assert [one.text.as_dict() for one in poll.options.all()] == [
        {"en": "Tea", "fi": "Teetä"},
        {"en": "Work", "fi": "Työtä"},
    ]
    assert "Ask the room" in desk.get(f"{HOME}polls/").content.decode()
    desk.post(f"{HOME}polls/{poll.pk}/", {"action": "open"})
    assert Board.objects.get().screen == f"poll-{poll.pk}"
    screen = desk.get(f"{HOME}projector/").content.decode()
    assert "What now?" in screen and "<li>Tea</li>" in screen.replace(' lang="en"', "")
    option = str(poll.options.first().pk)
    for who in participants(board.event.series, 10):
        operations.choose_answer(board=board, participant=who, poll_id=poll.pk, chosen=option)
    assert "100 %" not in desk.get(f"{HOME}projector/").content.decode()
    desk.post(f"{HOME}polls/{poll.pk}/", {"action": "close"})
    assert "100 % (10 people)" in desk.get(f"{HOME}projector/").content.decode()
    assert "10 people have answered" in desk.get(f"{HOME}polls/{poll.pk}/").content.decode()
    desk.post(f"{HOME}polls/{poll.pk}/", {"action": "remove"})
    assert not Poll.objects.exists()


@pytest.mark.parametrize(
    ("fi", "en", "why"),
    [
        ("Teetä", "", "from 2 to 8"),
        ("Teetä\nTyötä", "Tea", "as many answers in each"),
        ("a\n" + "b" * 101, "", "at most 100"),
    ],
)
def test_options_that_do_not_fit_are_refused_in_words(desk, board, fi, en, why):
    answer = desk.post(f"{HOME}polls/new/", filled(desk, question_fi="Mitä?", options_fi=fi, options_en=en))
    assert answer.status_code == 422 and why in answer.content.decode()


def test_texts_wait_are_shown_and_hidden(desk, board):
    poll = Poll(board=board, kind="open", question=Texts(en="What?"), hides_until_closed=False)
    operations.save_poll(poll=poll)
    operations.open_poll(board=board, poll_id=poll.pk)
    text = operations.write_poll_text(
        board=board, participant=a_participant(board.event.series), poll_id=poll.pk, text="Call 040 123 4567"
    )
    assert "Call 040" not in desk.get(f"{HOME}projector/").content.decode()
    desk.post(f"{HOME}polls/{poll.pk}/", {"action": "show", "text": text.pk})
    assert "Call 040" in desk.get(f"{HOME}projector/").content.decode()
    desk.post(f"{HOME}polls/{poll.pk}/", {"action": "hide", "text": text.pk})
    assert "Call 040" not in desk.get(f"{HOME}projector/").content.decode()
    # The log says what was done when, and none of the words.
    log = desk.get(f"{HOME}statements/log.csv").content.decode()
    rows = [line.split(";") if ";" in line else line.split(",") for line in log.splitlines()]
    assert [(row[1], row[2], row[5], row[6]) for row in rows[1:]] == [
        ("", "shown", str(poll.number), str(text.number)),
        ("", "hidden", str(poll.number), str(text.number)),
    ]
    assert "Call" not in log


def test_closed_questions_are_in_the_files_and_an_annex_of_the_report(board):
    who = participants(board.event.series, 10)
    votes(board, who[0], a_statement(board), 1)
    poll = Poll(board=board, kind="choice", question=Texts(fi="Mitä nyt?", en="What now?"))
    operations.save_poll(poll=poll, options=[Texts(fi="Teetä", en="Tea"), Texts(fi="Työtä", en="Work")])
    operations.open_poll(board=board, poll_id=poll.pk)
    first, second = (str(one.pk) for one in poll.options.all())
    for place, person in enumerate(who):
        operations.choose_answer(
            board=board, participant=person, poll_id=poll.pk, chosen=first if place < 6 else second
        )
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    operations.analyse_board(board=board, now=NOW)
    found = queries.conversation_of(board, for_public=False, chance=random.Random(1))
    by_ending = {form.ending: form.write(found) for form in FORMATS}
    (asked,) = json.loads(by_ending["json"])["quick_questions"]
    assert asked["people"] == 10
    assert [one["people"] for one in asked["answers"]] == [6, 4]
    assert asked["answers"][0]["text"] == {"fi": "Teetä", "en": "Tea"}
    for ending, data in by_ending.items():  # what we write we can read
        assert read_conversation({f"board.{ending}": data}).vote_count == 1
    with translation.override("en"):
        report = begin_report(board.event.series)
        contents = build_contents(report, "en", now=timezone.now())
    (annex,) = [table for table in contents.tables if table.key.startswith("quick-question")]
    assert annex.title == "Quick question: What now?"
    assert annex.rows == (("Tea", 6), ("Work", 4))
