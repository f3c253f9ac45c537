"""The facilitator at the board: set up, lead, moderate, enter, carry over, project."""

from __future__ import annotations

import re

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.models import Admission, Board, Statement
from skaala.workshops.operations import analyse_board
from tests import cast
from tests.desk.browser import typed
from tests.workshops.boards import (
    NOW,
    a_board,
    a_participant,
    a_statement,
    at,
    participants,
    vote_counts,
    votes,
)

HOME = "/en/desk/series/spring/events/workshop-1/board/"


@pytest.fixture
def event(db):
    return cast.an_event(cast.a_series(), perspective="network")


@pytest.fixture
def board(event):
    return a_board(event)


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_a_board_is_set_up_with_the_questions_that_fit_the_event(desk, event):
    form = desk.get(HOME).context["form"]
    assert form["prompt_set"].value() == "networks"
    made = desk.post(HOME, typed(form) | {"prompt_set": "networks"}, follow=True)
    assert said(made) == ["The workspace is set up. Open it when you are ready."]
    board = Board.objects.get()
    assert (board.phase, board.hides_results, board.welcomes_guests, board.moderates_before) == (
        "set_up",
        True,
        True,
        False,
    )
    assert [prompt.kind for prompt in board.prompts.all()] == [
        "good_practice",
        "bottleneck",
        "open_question",
        "next_step",
    ]
    assert all(not prompt.question.missing() for prompt in board.prompts.all())


def test_phases_are_moved_on_and_back_and_the_second_of_two_is_refused(desk, board):
    version = board.version
    moved = desk.post(f"{HOME}phase/", {"to": "weigh", "version": version}, follow=True)
    assert said(moved) == ["The workspace is now in the phase “Vote”."]
    late = desk.post(f"{HOME}phase/", {"to": "weigh", "version": version}, follow=True)
    assert said(late) == [
        "Someone else has just changed the workspace. It is now in the phase “Vote”. Your change was not made."
    ]
    leap = desk.post(f"{HOME}phase/", {"to": "closed", "version": version + 1}, follow=True)
    assert said(leap) == ["The workspace cannot move to that phase from here. Move one step at a time."]
    desk.post(f"{HOME}phase/", {"to": "gather", "version": version + 1})
    assert Board.objects.get().phase == "gather"


def test_moving_on_asks_about_a_timer_that_runs(desk, board):
    desk.post(f"{HOME}timer/", {"minutes": 10, "version": board.version})
    board.refresh_from_db()
    sent = {"to": "weigh", "version": board.version}
    asked = desk.post(f"{HOME}phase/", sent)
    assert asked.status_code == 200 and "A timer is running" in asked.content.decode()
    assert Board.objects.get().phase == "gather"
    leap = desk.post(f"{HOME}phase/", sent | {"to": "closed"}, follow=True)
    assert said(leap) == ["The workspace cannot move to that phase from here. Move one step at a time."]
    desk.post(f"{HOME}phase/", sent | {"timer": "keep"})
    kept = Board.objects.get()
    assert (kept.phase, kept.timer_ends_at) == ("weigh", board.timer_ends_at)
    desk.post(f"{HOME}phase/", {"to": "look", "version": kept.version, "timer": "stop"})
    stopped = Board.objects.get()
    assert (stopped.phase, stopped.timer_ends_at) == ("look", None)
    desk.post(f"{HOME}phase/", {"to": "weigh", "version": stopped.version})  # none runs: nothing is asked
    assert Board.objects.get().phase == "weigh"


def test_a_facilitator_sees_the_time_left_on_every_page_of_the_workspace(desk, board):
    """The script fills in minutes and seconds, as it does on phones; without it the time of day is there."""
    pages = ("", "statements/", "remote/", "conclude/")
    assert not any(
        'board-timer" data-live-timer>' in desk.get(f"{HOME}{page}").content.decode() for page in pages
    )
    desk.post(f"{HOME}timer/", {"minutes": 10, "version": board.version})
    for page in pages:
        seen = desk.get(f"{HOME}{page}").content.decode()
        assert 'class="board-timer" data-live-timer>' in seen and "data-live-left" in seen


def test_the_list_of_statements_is_narrowed_to_a_question(desk, board):
    first, second = board.prompts.all()[:2]
    for prompt, text in ((first, "Ensimmäisen vastaus"), (second, "Toisen vastaus")):
        operations.seed_statements(board=board, prompt_id=prompt.pk, text=text, now=NOW)
    seen = desk.get(f"{HOME}statements/?prompt={second.pk}").content.decode()
    assert "Toisen vastaus" in seen and "Ensimmäisen vastaus" not in seen
    everything = desk.get(f"{HOME}statements/?prompt=nonsense").content.decode()
    assert "Toisen vastaus" in everything and "Ensimmäisen vastaus" in everything


def test_the_timer_is_started_extended_and_taken_away(desk, board):
    desk.post(f"{HOME}timer/", {"minutes": 10, "version": board.version})
    first = Board.objects.get()
    desk.post(f"{HOME}timer/", {"minutes": 5, "version": first.version})
    second = Board.objects.get()
    assert round((second.timer_ends_at - first.timer_ends_at).total_seconds()) == 300
    wrong = desk.post(f"{HOME}timer/", {"minutes": "x", "version": second.version}, follow=True)
    assert said(wrong) == ["The timer must end in the future, at most four hours from now."]
    desk.post(f"{HOME}timer/", {"action": "stop", "version": second.version})
    assert Board.objects.get().timer_ends_at is None


def test_what_waits_is_shown_or_hidden(desk, event):
    board = a_board(event, moderates_before=True)
    first, second = a_statement(board, "Ensimmäinen asia"), a_statement(board, "Toinen juttu")
    page = desk.get(f"{HOME}statements/")
    assert [row[0] for row in page.context["waiting"]] == [second, first]  # the newest first
    desk.post(f"{HOME}statements/{first.pk}/show/", {"action": "show"})
    back = desk.post(f"{HOME}statements/{second.pk}/show/", {"action": "hide", "query": "state=pending"})
    assert back["Location"] == f"{HOME}statements/?state=pending"
    assert list(board.statements.values_list("state", flat=True)) == ["shown", "hidden"]


def test_a_statement_is_reworded_until_somebody_votes(desk, board):
    statement = a_statement(board)
    page = f"{HOME}statements/{statement.pk}/"
    asked = typed(desk.get(page).context["edit"]) | {"text": "Uudet sanat tähän", "action": "edit"}
    desk.post(page, asked)
    votes(board, a_participant(board.event.series), statement, 1)
    refused = desk.post(page, asked | {"text": "Vielä uudemmat sanat"}, follow=True)
    assert said(refused)[-1].startswith("This wording has votes")
    assert Statement.objects.get().text == "Uudet sanat tähän"


def test_duplicates_are_merged_and_one_statement_split(desk, board):
    kept, twin = a_statement(board), a_statement(board, "Yhteinen hankinta säästäisi aikaa")
    votes(board, a_participant(board.event.series), twin, 1)
    page = desk.get(f"{HOME}statements/{twin.pk}/")
    assert [one.key for one in page.context["similar"]] == [str(kept.pk)]
    desk.post(f"{HOME}statements/{twin.pk}/", {"action": "merge", "into": kept.pk})
    assert vote_counts(board)[kept.pk] == (1, 0, 1)
    assert "no longer shown as such" in desk.get(f"{HOME}statements/{twin.pk}/").content.decode()
    desk.post(
        f"{HOME}statements/{kept.pk}/",
        {"action": "split", "parts": "Hankinta säästää aikaa\nHankinta on yhteinen"},
    )
    assert [s.text for s in queries.shown_statements(board)] == [
        "Hankinta säästää aikaa",
        "Hankinta on yhteinen",
    ]


def test_pasted_lines_become_the_room_s_statements(desk, board):
    page = desk.get(f"{HOME}seed/")
    prompt = page.context["form"].fields["prompt"].choices[0][0]
    pasted = {
        "prompt": prompt,
        "lines": "Maija Meikäläinen 13.05\nEnsimmäinen asia\nKysy numerosta 040 123 4567",
        "source": "room",
    }
    preview = desk.post(f"{HOME}seed/", pasted)
    assert [(line, bool(why)) for line, why in preview.context["found"]] == [
        ("Ensimmäinen asia", False),
        ("Kysy numerosta 040 123 4567", True),
    ]
    assert not Statement.objects.exists()  # nobody sees anything before it has been looked at
    answer = desk.post(
        f"{HOME}seed/",
        pasted | {"action": "add", "line": ["Ensimmäinen asia", "??", "Ensimmäinen asia"]},
    )
    assert [s.source for s in Statement.objects.all()] == ["room"]
    assert answer.context["refused"] == [("??", "Write one idea.")]
    assert len(answer.context["outcome"].known) == 1


def test_a_chat_without_a_word_in_it_is_refused_with_the_reason(desk, board):
    prompt = desk.get(f"{HOME}seed/").context["form"].fields["prompt"].choices[0][0]
    pasted = {"prompt": prompt, "lines": "Maija Meikäläinen 13.05\n👍 3\nMuokattu", "source": "room"}
    answer = desk.post(f"{HOME}seed/", pasted)
    assert answer.status_code == 422
    assert "There is nothing but names, times and reactions here." in answer.content.decode()


def test_statements_of_an_earlier_workshop_are_carried_over_once(desk, event):
    earlier = a_board(cast.an_event(event.series, 2, start=event.start - (event.end - event.start) * 5))
    original = a_statement(earlier)
    board = a_board(event)
    ((statement, _, is_on_board),) = desk.get(f"{HOME}carry/").context["earlier"][0]["rows"]
    assert (statement, is_on_board) == (original, False)
    answer = desk.post(f"{HOME}carry/", {"statement": [original.pk, "nonsense"]}, follow=True)
    assert said(answer) == ["1 statement has been carried over."]
    assert board.statements.get().root_id == original.pk
    assert desk.get(f"{HOME}carry/").context["earlier"][0]["rows"][0][2] is True


def test_questions_are_changed_and_removed_while_nothing_answers_them(desk, board):
    first, second = board.prompts.all()[:2]
    a_statement(board)
    page = f"{HOME}prompts/{first.pk}/"
    desk.post(page, typed(desk.get(page).context["form"]) | {"question_sv": "Vad fungerar?"})
    first.refresh_from_db()
    assert first.question.get("sv") == "Vad fungerar?"
    kept = desk.post(page, {"action": "remove"}, follow=True)
    assert said(kept)[-1] == "Statements answer this question, so it stays."
    desk.post(f"{HOME}prompts/{second.pk}/", {"action": "remove"})
    assert not board.prompts.filter(pk=second.pk).exists()
    new = typed(desk.get(f"{HOME}prompts/new/").context["form"])
    added = desk.post(f"{HOME}prompts/new/", new | {"question_fi": "Mitä vielä?", "kind": "open_question"})
    assert added.status_code == 302, added.context["form"].errors
    assert board.prompts.last().question.get("fi") == "Mitä vielä?"


def test_guests_are_let_in_by_their_number(desk, event):
    board = a_board(event, confirms_guests=True)
    guest = a_participant(event.series, is_guest=True)
    admission = Admission.objects.create(board=board, participant=guest, state="waiting", mark="0042")
    page = desk.get(HOME).content.decode()
    listed = page[page.index("0042") - 200 : page.index("0042") + 200]
    # Beside the number stands nothing by which the facilitator could find the guest's votes among the figures.
    assert guest.get_perspective_display() not in listed
    desk.post(f"{HOME}guests/", {"admission": admission.pk, "action": "admit"})
    desk.post(f"{HOME}guests/", {"admission": "nonsense", "action": "admit"})
    admission.refresh_from_db()
    assert admission.state == "admitted"


def test_numbers_not_names_and_none_below_five(desk, board):
    cast.a_registration(board.event.series, board.event, email="maija@example.org", name="Maija Mayor")
    statement = a_statement(board, author=a_participant(board.event.series, "network"))
    for who in participants(board.event.series, 6, "receiver"):
        votes(board, who, statement, 1)
    page = desk.get(HOME)
    counts = page.context["counts"]
    assert (counts.people, counts.not_yet, counts.votes, counts.statements) == (7, 1, 6, 1)
    assert "Maija" not in page.content.decode()
    # One network alone would be told by the total, so the six receivers are not named either.
    assert page.context["who"][0][1] == [
        ("receiving municipalities", None),
        ("networks of municipalities", None),
    ]


def test_who_has_not_come_yet_is_counted_by_the_size_of_their_towns_from_five_on(desk, board):
    from skaala.places.models import Municipality

    for number in range(12):
        town = Municipality.objects.get(code="091") if number >= 5 else Municipality.objects.get(code="020")
        registration = cast.a_registration(
            board.event.series, board.event, email=f"p{number}@example.org", municipality=town
        )
        if number == 11:
            key = cast.a_key(registration)
            who = operations.enter(board=board, key=key, chosen=operations.Chosen("receiver"), now=NOW)
    votes(board, who, a_statement(board, author=who), 1)
    rows = desk.get(HOME).context["who"][1][1]
    assert [people for _, people in rows] == [5, 6]
    cast.a_registration(
        board.event.series, board.event, email="n@example.org", organisation_kind="network", municipality=None
    )
    # One more, of no town: alone they would be told, so the next smallest is not named either.
    assert [people for _, people in desk.get(HOME).context["who"][1][1]] == [None, None, 6]


def test_the_projector_shows_code_and_picture_first_and_results_afterwards(desk, board):
    desk.post(f"{HOME}screen/", {"to": "join"})
    first = desk.get(f"{HOME}projector/").content.decode()
    assert board.code in first and "<svg viewBox=" in first and "testserver/en/join/" in first
    statement = a_statement(board)
    for who in participants(board.event.series, 8):
        votes(board, who, statement, 1)
    analyse_board(board=board, now=NOW)
    at(board, "look")
    shown = desk.get(f"{HOME}projector/").content.decode()
    assert "Opinion groups" in shown and board.code not in shown
    desk.post(f"{HOME}screen/", {"action": "next"})
    assert "What most people agree on" in desk.get(f"{HOME}projector/").content.decode()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    "page", ["", "statements/", "seed/", "carry/", "prompts/", "prompts/new/", "picture/", "projector/"]
)
def test_every_page_has_one_heading(page, language, desk, board):
    a_statement(board)
    html = desk.get(HOME.replace("/en/", f"/{language}/") + page).content.decode()
    assert len(re.findall("<h1[ >]", html)) == 1


def test_pages_of_a_board_that_is_not_there_lead_to_where_it_is_set_up(desk, event):
    assert desk.get(f"{HOME}statements/")["Location"] == HOME
    assert desk.get(HOME.replace("workshop-1", "workshop-7")).status_code == 404


def test_several_are_shown_or_hidden_at_once_and_the_log_is_a_table(desk, board):
    statements = [a_statement(board, text) for text in ("Yksi asia", "Aivan toinen")]
    done = desk.post(
        f"{HOME}statements/several/",
        {"statement": [each.pk for each in statements], "action": "hide", "reason": "off_topic"},
        follow=True,
    )
    assert said(done) == ["2 statements are hidden now."]
    log = desk.get(f"{HOME}statements/log.csv").content.decode("utf-8-sig")
    assert "not about the question" in log and "Yksi asia" not in log


def test_after_several_the_list_is_as_it_was(desk, board):
    first = a_statement(board, "Yksi asia")
    page = desk.get(f"{HOME}statements/?search=asia").content.decode()
    assert page.count('name="query" value="search=asia"') >= 2  # of the row, and of the bar for several
    done = desk.post(
        f"{HOME}statements/several/", {"statement": [first.pk], "action": "hide", "query": "search=asia"}
    )
    assert done["Location"].endswith("statements/?search=asia")


@pytest.mark.parametrize("query", ["", "?state=pending", "?search=numerosta"])
def test_why_a_statement_waits_is_said_in_every_list(query, desk, board):
    statement = a_statement(board, "Kysy numerosta 040 123 4567")
    reason = "It seems to have a phone number."
    assert reason in desk.get(f"{HOME}statements/{query}").content.decode()
    operations.set_shown(board=board, statement_id=statement.pk, is_shown=True, now=NOW)
    assert reason not in desk.get(f"{HOME}statements/{query}").content.decode()
