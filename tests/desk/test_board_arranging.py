"""What surrounds a board at the desk: small groups, presenting, translations, rehearsal, co-facilitators, files, results."""

from __future__ import annotations

import json
import re
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve, reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from skaala.desk.board.urls import BOARD
from skaala.workshops import operations
from skaala.workshops.links.invitation import reader_of
from skaala.workshops.links.live import read_pass
from skaala.workshops.models import Board, Intake, Invitation, Note, Translation
from tests import cast
from tests.desk.test_access import OPEN
from tests.workshops.boards import a_board, a_participant, a_statement, at, participants, votes

HOME = "/en/desk/series/spring/events/workshop-1/board/"


@pytest.fixture
def event(db):
    return cast.an_event(cast.a_series(), perspective="receiver")


@pytest.fixture
def board(event):
    return a_board(event)


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_the_room_is_split_and_brought_together(desk, board):
    wrong = desk.post(f"{HOME}groups/", {"action": "split", "count": "99", "way": "drawn"})
    assert wrong.status_code == 422 and wrong.context["form"].errors["count"]
    desk.post(
        f"{HOME}groups/", {"action": "split", "count": "2", "way": "chosen", "names": "Talous\nViestintä"}
    )
    group = board.small_groups.get(name="Talous")
    who = a_participant(board.event.series)
    board.refresh_from_db()
    operations.choose_group(board=board, participant=who, group_id=group.pk)
    note = operations.write_note(board=board, participant=who, text="Sovittiin näin")
    page = desk.get(f"{HOME}groups/").content.decode()
    assert "Sovittiin näin" in page and "1 person" in page
    desk.post(f"{HOME}groups/", {"action": "add", "name": "Yhteistyö"})
    desk.post(
        f"{HOME}groups/", {"action": "rename", "group": board.small_groups.last().pk, "name": "Verkostot"}
    )
    assert "Verkostot" in desk.get(f"{HOME}groups/").content.decode()
    stays = desk.post(f"{HOME}groups/", {"action": "remove", "group": group.pk}, follow=True)
    assert said(stays)[-1].startswith("This group has written something")
    desk.post(f"{HOME}groups/", {"action": "remove", "group": board.small_groups.last().pk})
    assert desk.post(f"{HOME}groups/", {"action": "remove", "group": "nonsense"}).status_code == 302
    assert board.small_groups.count() == 2
    desk.post(f"{HOME}groups/", {"action": "remove-note", "note": note.pk})
    assert not Note.objects.exists()
    desk.post(f"{HOME}groups/", {"action": "together"})
    again = desk.post(f"{HOME}groups/", {"action": "together"}, follow=True)
    assert said(again)[-1] == "The room is not split into small groups now."


def test_statements_are_pinned_and_shown_large_one_by_one(desk, board):
    first, second = a_statement(board, "Ensimmäinen asia"), a_statement(board, "Toinen juttu")
    desk.post(f"{HOME}statements/{second.pk}/pin/", {"action": "pin", "query": ""})
    assert [row[0] for row in desk.get(f"{HOME}statements/").context["rows"]] == [second, first]
    projector = f"{HOME}projector/"
    assert desk.post(f"{HOME}present/", {"action": "next"})["Location"] == projector
    assert (desk.get(projector).context["presented"], desk.get(projector).context["place"]) == (
        second,
        (1, 2),
    )
    desk.post(f"{HOME}present/", {"action": "next"})
    page = desk.get(projector).content.decode()
    assert re.search(r'<h2 id="presented">\s*<span lang="fi">Ensimmäinen asia</span>', page)
    assert "projector-join" not in page  # nothing beside it for the back row
    desk.post(f"{HOME}present/", {"statement": "nonsense"})
    desk.post(f"{HOME}present/", {"action": "end"})
    assert desk.get(projector).context["presented"] is None


def test_a_translation_is_entered_and_no_machine_is_mentioned_where_there_is_none(desk, board, settings):
    statement = a_statement(board)
    page = f"{HOME}statements/{statement.pk}/"
    assert "machine" not in desk.get(page).content.decode()
    desk.post(page, {"action": "translate", "to_sv": "Gemensam upphandling", "to_en": ""})
    assert list(Translation.objects.values_list("language", "text")) == [("sv", "Gemensam upphandling")]
    long = desk.post(page, {"action": "translate", "to_sv": "x" * 700, "to_en": ""})
    assert long.status_code == 422 and "x" * 700 in long.content.decode()
    settings.STATEMENT_TRANSLATOR = "tests.workshops.operations.test_translate:machine"
    assert "Translate the missing ones by machine" in desk.get(page).content.decode()
    desk.post(page, {"action": "machine"})
    assert Translation.objects.filter(language="en", is_by_machine=True).exists()


def test_a_rehearsal_is_said_on_every_page_and_wiped_after_a_question(desk, event):
    board = a_board(event, phase="set_up")
    desk.post(f"{HOME}rehearsal/", {"action": "begin"})
    assert Board.objects.get().is_rehearsal
    for page in ("", "statements/", "seed/", "prompts/", "picture/", "groups/", "projector/", "arrange/"):
        assert ("Rehearsal" if page == "projector/" else "This is a rehearsal") in desk.get(
            HOME + page
        ).content.decode(), page
    a_statement(at(board, "gather"))
    assert "statements: 1" in desk.get(f"{HOME}rehearsal/").content.decode()
    assert board.statements.count() == 1  # asking wipes nothing
    desk.post(f"{HOME}rehearsal/", {"action": "wipe"})
    assert (board.statements.count(), Board.objects.get().phase, Board.objects.get().is_rehearsal) == (
        0,
        "set_up",
        False,
    )
    assert "This is a rehearsal" not in desk.get(HOME).content.decode()


def lines_of_a_set() -> list[SimpleUploadedFile]:
    comments = "comment-id,comment-body,moderated\n1,Good idea,1\n2,Other idea,1\n"
    given = (
        "comment-id,voter-id,vote\n" + "".join(f"{s},{p},1\n" for s in (1, 2) for p in range(6)) + "9,1,1\n"
    )
    return [
        SimpleUploadedFile("comments.csv", comments.encode()),
        SimpleUploadedFile("votes.csv", given.encode()),
    ]


def test_a_conversation_from_elsewhere_is_looked_at_first_and_then_taken_in(desk, event):
    page = f"{HOME}take-in/"
    assert page in desk.get(HOME).content.decode()
    wrong = desk.post(
        page, {"action": "read", "source": "", "chosen": SimpleUploadedFile("a.csv", b"colour\nred\n")}
    )
    assert wrong.status_code == 422 and wrong.context["form"].errors["source"]
    wrong = desk.post(
        page, {"action": "read", "source": "x", "chosen": SimpleUploadedFile("a.csv", b"colour\nred\n")}
    )
    assert "its columns are colour" in wrong.content.decode()
    read = desk.post(
        page, {"action": "read", "source": "Town hall, 2021", "chosen": lines_of_a_set()}, follow=True
    )
    assert "votes.csv, line 14: left out, there is no statement “9”." in read.context["problems"]
    assert not Board.objects.exists()  # nothing is taken in before it has been looked at
    desk.post(page, {"action": "take-in"})
    board = Board.objects.get()
    assert (board.phase, board.source, board.statements.count()) == ("closed", "Town hall, 2021", 2)
    for shown in ("", "statements/", "picture/"):
        assert "Town hall, 2021" in desk.get(HOME + shown).content.decode()
    again = desk.post(page, {"action": "read", "source": "x", "chosen": lines_of_a_set()}, follow=True)
    assert said(again) and Board.objects.get().pk == board.pk
    assert "remove" in desk.get(f"{HOME}remove/").content.decode().lower()
    desk.post(f"{HOME}remove/")
    assert not Board.objects.exists() and not Intake.objects.exists()


def test_a_large_one_is_left_to_the_worker_and_the_page_says_how_far_it_is(desk, event, monkeypatch):
    from skaala.workshops import jobs

    monkeypatch.setattr(sys.modules["skaala.workshops.operations.import_board"], "AT_ONCE", 5)
    desk.post(f"{HOME}take-in/", {"action": "read", "source": "Big", "chosen": lines_of_a_set()})
    for _ in range(2):  # pressed twice, it is queued once
        desk.post(f"{HOME}take-in/", {"action": "take-in"})
    queued = ProcrastinateJob.objects.get(task_name="workshops.take_in")
    assert queued.queue_name == "insight" and not Board.objects.exists()
    assert queued.args == {"intake_id": str(Intake.objects.get().pk)}
    Intake.objects.update(state="running", people_done=3)
    assert "being imported" in desk.get(f"{HOME}take-in/").content.decode()
    desk.post(f"{HOME}take-in/", {"action": "drop"})  # a page that was opened before
    Intake.objects.update(state="read", people_done=0)
    jobs.import_board(**queued.args)
    assert Board.objects.get().phase == "closed"


def test_what_was_read_can_be_dropped(desk, event):
    desk.post(f"{HOME}take-in/", {"action": "read", "source": "Small", "chosen": lines_of_a_set()})
    desk.post(f"{HOME}take-in/", {"action": "drop"})
    assert not Intake.objects.exists() and not Board.objects.exists()


def test_results_are_published_when_nothing_can_change_them_any_more(desk, board):
    early = desk.post(f"{HOME}arrange/results/", {"action": "publish"}, follow=True)
    assert said(early)[0].startswith("Results can be published once")
    at(board, "conclude")
    desk.post(f"{HOME}arrange/results/", {"action": "publish"})
    assert Board.objects.get().results_published_at is not None
    desk.post(f"{HOME}arrange/results/", {"action": "take-back"})
    assert Board.objects.get().results_published_at is None


@pytest.mark.parametrize("way", ["zip", "xlsx", "json"])
def test_files_go_out_complete_and_for_publishing(way, desk, board):
    statement = a_statement(board)
    for who in participants(board.event.series, 5):
        votes(board, who, statement, 1)
    for suffix in ("", "&for=public"):
        answer = desk.get(f"{HOME}export/?as={way}{suffix}")
        assert answer.status_code == 200 and f".{way}" in answer["Content-Disposition"]
    assert desk.get(f"{HOME}export/?as=exe").status_code == 404


# --- Co-facilitators ---------------------------------------------------------------------------------------


@pytest.fixture
def invited(desk, board) -> Client:
    """Somebody without an account who has opened their link."""
    made = desk.post(f"{HOME}arrange/", {"label": "Second facilitator"}, follow=True)
    link = made.context["invitations"][0][1].split("//", 1)[1].split("/", 1)[1]
    client = Client()
    asks = client.get(f"/{link}")
    assert asks.status_code == 200 and client.get(HOME).status_code != 200  # a mail scanner opens nothing
    assert asks["Referrer-Policy"] == "no-referrer"
    assert b"This link works until" in asks.content and b"Each link works until" in made.content
    assert client.post(f"/{link}")["Location"] == HOME
    return client


def test_a_co_facilitator_leads_their_board_until_the_link_is_taken_back(invited, desk, board):
    page = invited.get(HOME)
    assert page.status_code == 200
    opened = read_pass(page.context["live"].path.removeprefix("/live/"))
    assert opened.is_checked and opened.who == reader_of(Invitation.objects.get())
    statement = a_statement(board)
    invited.post(f"{HOME}statements/{statement.pk}/show/", {"action": "hide"})
    invited.post(f"{HOME}phase/", {"to": "weigh", "version": board.version})
    board.refresh_from_db()
    assert (board.phase, board.statements.get().state) == ("weigh", "hidden")
    # No way leads from their pages to where they may not go.
    for shown in ("", "statements/", "picture/", "groups/", "prompts/", f"statements/{statement.pk}/"):
        text = invited.get(HOME + shown).content.decode()
        for href in re.findall(r'href="(/en/desk/[^"]*)"', text):
            assert href.startswith(HOME) or href == "/en/desk/", (shown, href)
            assert invited.get(href).status_code == 200 or href == "/en/desk/", (shown, href)
    desk.post(f"{HOME}arrange/invitation/", {"invitation": Invitation.objects.get().pk})
    assert invited.get(HOME).status_code == 302
    invited.post(f"{HOME}phase/", {"to": "gather", "version": board.version})
    assert Board.objects.get().phase == "weigh"


# What one opens before one has signed in.


def test_they_see_no_other_board_and_no_page_of_the_organiser(invited, board):
    from skaala.desk import urls

    other = a_board(cast.an_event(board.event.series, 2))
    open_pages = set()
    for pattern in urls.urlpatterns:
        route = str(pattern.pattern)
        parts = {"slug": "spring", "event_slug": "workshop-1"}
        uuid_, number = "00000000-0000-4000-8000-000000000000", 1
        wanted = {
            name: parts.get(name, uuid_ if "uuid" in type(converter).__name__.lower() else number)
            for name, converter in pattern.pattern.converters.items()
        }
        if pattern.name in OPEN:
            continue
        address = reverse(f"desk:{pattern.name}", kwargs=wanted)
        answer = invited.get(address)
        if not (answer.status_code == 302 and "/sign-in/" in answer["Location"]):
            open_pages.add(pattern.name)
            assert route.startswith(BOARD)
            elsewhere = reverse(f"desk:{pattern.name}", kwargs=wanted | {"event_slug": other.event.slug})
            assert "/sign-in/" in invited.get(elsewhere)["Location"], elsewhere
    assert open_pages == {
        "board", "board-phase", "board-timer", "board-settings", "board-guests", "board-statements", "board-statement",
        "board-show", "board-remove-interest", "board-pin", "board-present", "board-seed", "board-prompts", "board-new-prompt", "board-prompt",
        "board-picture", "board-projector", "board-groups", "board-screen", "board-remote", "board-several", "board-log",
        "board-polls", "board-poll", "board-new-poll", "board-edit-poll",
        "board-conclude", "board-conclusion",
    }  # fmt: skip
    assert resolve(HOME).view_name == "desk:board"


def test_a_made_up_link_opens_nothing(db):
    answer = Client().get("/en/desk/lead/made~up/")
    assert answer.status_code == 404 and "This link no longer works" in answer.content.decode()
    assert Client().post("/en/desk/lead/made~up/").status_code == 404


def test_json_from_the_desk_says_what_it_is(desk, board):
    assert json.loads(desk.get(f"{HOME}export/?as=json").content)["format"] == "skaala-board"


def test_groups_get_places_and_minutes_and_somebody_is_moved_by_their_number(desk, board):
    page = f"{HOME}groups/"
    split = {"action": "split", "count": "2", "way": "chosen", "places": "https://call.example/1\nSali 2", "minutes": "20"}  # fmt: skip
    desk.post(page, split)
    board.refresh_from_db()
    assert board.timer_ends_at is not None
    first, second = board.small_groups.all()
    assert [first.place, second.place] == ["https://call.example/1", "Sali 2"]
    shown = desk.get(page).content.decode()
    assert 'href="https://call.example/1"' in shown and "Sali 2" in shown
    who = a_participant(board.event.series)
    operations.choose_group(board=board, participant=who, group_id=first.pk)
    mark = first.members.get().mark
    moved = desk.post(page, {"action": "move", "mark": f" {mark} ", "group": second.pk}, follow=True)
    assert said(moved)[-1] == "The person with this number is now in the group: 2."
    assert second.members.count() == 1
    for wrong in ("", "seven", "9"):
        refused = desk.post(page, {"action": "move", "mark": wrong, "group": first.pk}, follow=True)
        assert "number" in said(refused)[-1] and second.members.count() == 1
    desk.post(page, {"action": "rename", "group": first.pk, "name": "Talous", "place": "Sali 3"})
    assert (board.small_groups.first().name, board.small_groups.first().place) == ("Talous", "Sali 3")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("places", "http://call.example/1"),
        ("places", "https:// call.example"),
        ("places", "A\nB\nC"),
        ("names", "A\nB\nC"),
    ],
)
def test_places_that_cannot_be_opened_and_lines_too_many_are_pointed_out(desk, board, field, value):
    answer = desk.post(f"{HOME}groups/", {"action": "split", "count": "2", "way": "chosen", field: value})
    assert answer.status_code == 422 and answer.context["form"].errors[field]
    assert value.splitlines()[0] in answer.content.decode()
    assert not board.small_groups.exists()
