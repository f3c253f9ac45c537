"""What participants and the public see of small groups, translations, rehearsals and published results."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from django.test import Client

from skaala.workshops import operations
from skaala.workshops.models import CurrentVote, Member, Note, Participant
from tests import cast
from tests.site.test_board import given_maija, keys_of_this_test  # noqa: F401  keys are not kept among ours
from tests.workshops.boards import NOW, a_board, a_statement, at, participants, votes

pytestmark = pytest.mark.django_db
EVENT = "/en/series/spring/workshop-1/"


@pytest.fixture
def board():
    return a_board()


def test_a_participant_sees_their_group_notes_something_and_sees_all_afterwards(board, client):
    home = given_maija(board, client)
    assert client.get(f"{home}group/").status_code == 302  # nobody has split the room
    operations.split_room(board=board, count=2, way="drawn", seed=3)
    page = client.get(f"{home}group/")
    assert page.status_code == 200 and Member.objects.count() == 1
    assert (
        "You are in this group" in page.content.decode()
        and f'href="{home}group/"' in client.get(home).content.decode()
    )
    wrong = client.post(f"{home}group/", {"action": "note", "text": "x" * 1001})
    assert wrong.status_code == 422 and "x" * 1001 in wrong.content.decode()
    client.post(f"{home}group/", {"action": "note", "text": "Ensin <b>yksi</b>\nsitten toinen"})
    assert "&lt;b&gt;yksi&lt;/b&gt;" in client.get(f"{home}group/").content.decode()
    # Told to go elsewhere, they go, also where lots were drawn; and come back.
    own = client.get(f"{home}group/").context["own"]
    other = board.small_groups.exclude(pk=own.pk).get()
    for group in (other, own):
        client.post(f"{home}group/", {"action": "choose", "group": group.pk})
        assert client.get(f"{home}group/").context["own"] == group
    outsider = Client()
    other = cast.a_registration(board.event.series, board.event, email="toinen@example.org")
    cast.holds(outsider, cast.a_key(other), board.event.series)
    away = f"/en/board/{board.code}/"
    outsider.post(away, {"perspective": "network"})
    assert "sitten toinen" not in outsider.get(f"{away}group/").content.decode()
    board.refresh_from_db()
    operations.bring_together(board=board)
    assert "sitten toinen" in outsider.get(f"{away}group/").content.decode()
    late = client.post(f"{home}group/", {"action": "note", "text": "Myöhässä"})
    assert late.status_code == 409 and "Myöhässä</textarea>" in late.content.decode()  # it is given back
    assert Note.objects.count() == 1


def test_guests_choose_the_group_they_were_given(board, client):
    client.post("/en/join/", {"code": board.code, "perspective": "receiver"})
    home = f"/en/board/{board.code}/"
    operations.split_room(board=board, count=2, way="chosen", names=["Talous", "Viestintä"])
    page = client.get(f"{home}group/").content.decode()
    assert "Talous" in page and "Viestintä" in page
    client.post(f"{home}group/", {"action": "choose", "group": board.small_groups.get(name="Talous").pk})
    assert client.get(f"{home}group/").context["own"].name == "Talous"
    assert client.post(f"{home}group/", {"action": "choose", "group": "nonsense"}).status_code == 409


def test_a_translation_is_read_with_the_original_one_click_away(board, client):
    home = given_maija(board, client)
    statement = a_statement(board, "Yhteinen kilpailutus säästää aikaa")
    operations.set_translations(board=board, statement_id=statement.pk, texts={"sv": "Gemensam upphandling"})
    swedish = home.replace("/en/", "/sv/")
    for page in ("statements/", "weigh/"):
        text = client.get(swedish + page).content.decode()
        assert '<span lang="sv">Gemensam upphandling</span>' in text
        assert "Översatt av ledaren." in text
        assert '<p lang="fi">Yhteinen kilpailutus säästää aikaa</p></details>' in text
        finnish = client.get(home + page).content.decode()
        assert "Gemensam" not in finnish and 'class="original"' not in finnish


def test_a_rehearsal_says_so_on_every_page_and_after_the_wipe_one_begins_anew(client):
    board = a_board(phase="set_up")
    operations.begin_rehearsal(board=board)
    board = at(board, "gather")
    home = given_maija(board, client)
    operations.split_room(board=board, count=2, way="drawn")
    for page in ("", "weigh/", "statements/", "mine/", "group/", f"write/{board.prompts.first().pk}/"):
        assert "This is a rehearsal" in client.get(home + page).content.decode(), page
    operations.wipe_rehearsal(board=board)
    board.refresh_from_db()
    at(board, "gather")
    assert not Participant.objects.exists()
    assert "Go to the workspace" in client.get(home).content.decode()


# --- Published results (invariant 6) -----------------------------------------------------------------------


@pytest.fixture
def weighed(board):
    """Twelve people, four of them from networks, on two statements; three saw a third one."""
    kept = a_statement(board, "Yhteinen hankinta säästää aikaa")
    other = a_statement(board, "Kokemuksia jaetaan liian vähän")
    few = a_statement(board, "Harvojen näkemä lause tässä")
    people = participants(board.event.series, 8) + participants(board.event.series, 4, "network")
    for number, who in enumerate(people):
        votes(board, who, kept, 1)
        votes(board, who, other, 1 if number % 2 else -1)
    for who in people[:3]:
        votes(board, who, few, -1)
    board = at(board, "conclude")
    operations.analyse_board(board=board, now=NOW)
    return board


def test_results_are_public_only_while_published_and_concluding(weighed, client):
    page = f"{EVENT}results/"
    assert client.get(page).status_code == 404
    assert "results/" not in client.get(EVENT).content.decode()
    operations.publish_results(board=weighed, now=NOW)
    assert page in client.get(EVENT).content.decode()  # the kept page of the event is made anew
    shown = client.get(page)
    text = shown.content.decode()
    assert shown.status_code == 200 and "Yhteinen hankinta säästää aikaa" in text
    assert "Harvojen" not in text
    assert text.index("most agreed with first") < text.index("Opinion groups")
    back = at(weighed, "look")
    assert client.get(page).status_code == 404
    assert client.get(f"{page}board.json").status_code == 404
    assert page not in client.get(EVENT).content.decode()
    at(back, "conclude")
    operations.take_results_back(board=weighed)
    assert client.get(page).status_code == 404


def test_nothing_public_leads_to_anybody_or_counts_fewer_than_five(weighed, client):
    operations.publish_results(board=weighed, now=NOW, with_rows=True)
    files = {way: client.get(f"{EVENT}results/board.{way}") for way in ("zip", "xlsx", "json")}
    assert {answer.status_code for answer in files.values()} == {200}
    with zipfile.ZipFile(io.BytesIO(files["zip"].content)) as archive:
        polis = {name: archive.read(name).decode() for name in archive.namelist()}
    with zipfile.ZipFile(io.BytesIO(files["xlsx"].content)) as book:
        sheets = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    page = client.get(f"{EVENT}results/").content.decode()
    everything = [page, files["json"].content.decode(), sheets, *polis.values()]
    for who in CurrentVote.objects.values_list("participant", flat=True):
        assert not any(str(who) in text or who.hex in text for text in everything)
    assert not any("Harvojen" in text for text in everything)
    document = json.loads(files["json"].content)
    assert {one["perspective"] for one in document["participants"]} == {""}
    rows = list(csv.DictReader(io.StringIO(polis["comments.csv"])))
    assert all(int(row["agrees"]) + int(row["disagrees"]) >= 5 for row in rows)
    assert client.get(f"{EVENT}results/board.json").content == files["json"].content  # made once
    assert client.get(f"{EVENT}results/board.exe").status_code == 404


def test_a_board_of_a_series_that_is_not_public_shows_no_results(client):
    board = a_board(cast.an_event(cast.a_series(status="draft")))
    statement = a_statement(board)
    for who in participants(board.event.series, 6):
        votes(board, who, statement, 1)
    board = at(board, "closed")
    operations.analyse_board(board=board, now=NOW)
    operations.publish_results(board=board, now=NOW)
    assert client.get(f"{EVENT}results/").status_code == 404


def test_files_are_not_made_without_end_for_one_address(weighed, client, monkeypatch):
    from skaala.site.results import views as results

    monkeypatch.setattr(results, "FILES_AN_ADDRESS", 2)
    operations.publish_results(board=weighed, now=NOW)
    answers = [client.get(f"{EVENT}results/board.json").status_code for _ in range(3)]
    assert answers == [200, 200, 429]


def test_a_participant_sees_first_where_their_group_meets_and_their_group_corrects_its_notes(board, client):
    home = given_maija(board, client)
    operations.split_room(board=board, count=2, way="drawn", places=["https://call.example/1"] * 2, seed=3)
    page = client.get(f"{home}group/").content.decode()
    mark = Member.objects.get().mark
    assert 'href="https://call.example/1"' in page and f"<strong>{mark}</strong>" in page
    assert page.index("https://call.example/1") < page.index("You are in this group")
    own = Member.objects.get().group
    assert f'href="{home}group/">Your group: {own.number}</a>' in client.get(home).content.decode()
    client.post(f"{home}group/", {"action": "note", "text": "Eka\nriviä"})
    note = Note.objects.get()
    sent = {"action": "change-note", "note": note.pk, "before": "Eka\r\nriviä", "text": "Eka\r\nrivi"}
    client.post(f"{home}group/", sent)
    assert Note.objects.get().text == "Eka\nrivi"
    assert client.post(f"{home}group/", {**sent, "note": "none"}).status_code == 302
    assert Note.objects.count() == 1
    written = client.post(f"{home}write/{board.prompts.first().pk}/", {"text": "Rahoitus puuttuu pieniltä"})
    assert written.status_code == 302
    own = client.get(f"/en/board/{board.code}/mine/").content.decode()
    assert "your group sees it, the others when all are together again" in own
    assert "others can vote on it" not in own
    board.refresh_from_db()
    operations.bring_together(board=board)
    assert "Statements of the group" in client.get(f"{home}group/").content.decode()
    assert "others can vote on it" in client.get(f"/en/board/{board.code}/mine/").content.decode()
