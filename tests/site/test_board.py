"""A board as participants use it: by personal link and as guests, by plain forms alone."""

from __future__ import annotations

import re
import uuid

import pytest
from django.test import Client

from skaala.registration.models import Registration
from skaala.registration.personal_link import make_token
from skaala.workshops import operations
from skaala.workshops.models import Admission, CurrentVote, Participant, Statement
from skaala.workshops.operations import BoardSettings, see_board
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, participants, votes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


@pytest.fixture
def board():
    return a_board()


def given_maija(board, client) -> str:
    """Maija's address of the board; she has begun to take part."""
    registration = cast.a_registration(board.event.series, board.event)
    home = f"/en/board/{make_token(registration)}/{board.code}/"
    assert client.post(home, {"perspective": "receiver"}).status_code == 302
    return home


def h1_of(response) -> str:
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.S)
    assert len(found) == 1
    return " ".join(found[0].split())


def test_the_personal_page_leads_to_the_board_and_the_first_visit_says_what_is_kept(board, client):
    registration = cast.a_registration(board.event.series, board.event)
    home = f"/en/board/{make_token(registration)}/{board.code}/"
    assert home in client.get(f"/en/r/{make_token(registration)}/").content.decode()
    first = client.get(home)
    assert h1_of(first) == "Take part in the board"
    assert "pseudonym" in first.content.decode() and "could technically connect" in first.content.decode()
    assert not Participant.objects.exists()  # a mail scanner that follows the link makes nobody
    assert (first["Cache-Control"], first["Referrer-Policy"]) == ("no-store, private", "no-referrer")
    assert client.post(home, {"perspective": "receiver"})["Location"] == home
    assert h1_of(client.get(home)) == "The board"


def test_the_board_opens_on_another_device_as_the_same_participant(board, client):
    home = given_maija(board, client)
    assert h1_of(Client().get(home)) == "The board"
    assert Participant.objects.count() == 1


def test_a_statement_is_written_and_seen_by_all(board, client):
    home = given_maija(board, client)
    write = f"{home}write/{board.prompts.first().pk}/"
    sent = client.post(write, {"text": "Yhteiset mallipohjat säästävät aikaa", "language": ""})
    assert sent["Location"] == f"{home}?sent=shown"
    assert "Yhteiset mallipohjat" in client.get(f"{home}statements/").content.decode()
    assert "others can take a stand on it" in client.get(f"{home}mine/").content.decode()


def test_what_says_nearly_the_same_is_shown_before_sending(board, client):
    existing = a_statement(board, "Yhteinen kilpailutus säästää aikaa")
    home = given_maija(board, client)
    write = f"{home}write/{board.prompts.first().pk}/"
    asked = {"text": "Yhteiset kilpailutukset säästävät aikaa"}
    shown = client.post(write, asked)
    assert [one.text for one in shown.context["similar"]] == [existing.text]
    assert Statement.objects.count() == 1
    client.post(write, {**asked, "anyway": "1"})
    assert Statement.objects.count() == 2


@pytest.mark.parametrize("text", ["", "👍👍", "x" * 281, "y" * 100_000, "\u202e\u202c"])
def test_what_cannot_be_a_statement_is_refused_in_words(text, board, client):
    home = given_maija(board, client)
    answer = client.post(f"{home}write/{board.prompts.first().pk}/", {"text": text})
    assert answer.status_code == 422
    assert answer.context["form"].errors["text"]
    assert not Statement.objects.exists()


def test_markup_stays_text(board, client):
    home = given_maija(board, client)
    client.post(f"{home}write/{board.prompts.first().pk}/", {"text": "<script>alert(1)</script> & muuta"})
    page = client.get(f"{home}statements/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; muuta" in page
    assert "<script>alert" not in page


def test_one_statement_at_a_time_is_weighed_with_undo(board, client):
    a_statement(board)
    home = given_maija(board, client)
    ballot = client.get(f"{home}weigh/")
    key = ballot.context["line"].statement.pk
    after = client.post(f"{home}act/", {"statement": key, "deed": "agree"})
    assert after["Location"] == f"{home}weigh/?done={key}"
    page = client.get(after["Location"])
    assert "You agreed:" in page.content.decode() and page.context["line"] is None
    assert list(CurrentVote.objects.values_list("value", flat=True)) == [1]
    client.post(f"{home}act/", {"statement": key, "deed": "undo"})
    assert not CurrentVote.objects.exists()


def test_a_stand_is_changed_and_a_mark_set_in_the_list_and_the_search_stays(board, client):
    statement = a_statement(board)
    home = given_maija(board, client)
    back = client.post(
        f"{home}act/",
        {
            "statement": statement.pk,
            "deed": "disagree",
            "from": "statements",
            "query": "q=yhteinen&only=weighed",
        },
    )
    assert back["Location"] == f"{home}statements/?q=yhteinen&only=weighed#s-{statement.pk}"
    client.post(f"{home}act/", {"statement": statement.pk, "deed": "mark", "from": "statements"})
    (line,) = client.get(f"{home}statements/?only=marked").context["page_of"]
    assert (line.vote, line.is_marked) == (-1, True)
    assert list(client.get(f"{home}statements/?q=muuta").context["page_of"]) == []


def test_wrong_phases_and_foreign_unknown_or_hidden_statements_get_clear_words(board, client):
    hidden = a_statement(board)
    operations.set_shown(board=board, statement_id=hidden.pk, is_shown=False)
    foreign = a_statement(a_board(cast.an_event(cast.a_series("other"))))
    home = given_maija(board, client)
    for key, said in [
        (hidden.pk, "no longer stands by itself"),
        (foreign.pk, "no such statement"),
        (uuid.uuid4(), "no such statement"),
        ("nonsense", "no such statement"),
    ]:
        answer = client.post(f"{home}act/", {"statement": key, "deed": "agree"})
        assert (answer.status_code, said in answer.content.decode()) == (409, True)
    assert client.post(f"{home}act/", {"statement": hidden.pk, "deed": "??"}).status_code == 409
    at(board, "look")
    late = client.post(f"{home}act/", {"statement": hidden.pk, "deed": "agree"})
    assert (late.status_code, "Weighing is over" in late.content.decode()) == (409, True)
    written = client.post(f"{home}write/{board.prompts.first().pk}/", {"text": "Myöhäinen ajatus tämäkin"})
    assert (written.status_code, "Writing is over" in written.content.decode()) == (409, True)
    assert not CurrentVote.objects.exists()


def test_a_form_from_a_foreign_page_is_refused(board, client):
    home = given_maija(board, client)
    statement = a_statement(board)
    forged = client.post(
        f"{home}act/", {"statement": statement.pk, "deed": "agree"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert forged.status_code == 403
    assert not CurrentVote.objects.exists()


def test_a_thousand_deeds_a_minute_are_slowed_down(board, client, monkeypatch):
    from skaala.site.views.board import weigh

    monkeypatch.setattr(weigh, "DEEDS_A_MINUTE", 3)
    home = given_maija(board, client)
    statement = a_statement(board)
    answers = [
        client.post(f"{home}act/", {"statement": statement.pk, "deed": deed}).status_code
        for deed in ("agree", "disagree", "agree", "disagree", "agree")
    ]
    assert answers == [302, 302, 302, 429, 429]


def test_a_link_of_another_event_or_a_broken_one_opens_no_board(board, client):
    other = cast.an_event(board.event.series, 2)
    registration = cast.a_registration(board.event.series, other)
    assert client.get(f"/en/board/{make_token(registration)}/{board.code}/").status_code == 404
    assert client.get(f"/en/board/nonsense/{board.code}/").status_code == 404
    assert client.get(f"/en/board/{make_token(registration)}/ZZZZZZ/").status_code == 404


def test_a_stolen_link_opens_nothing_once_it_has_been_renewed_and_the_votes_stay_hers(board, client):
    from skaala.registration.operations import renew_link

    statement = a_statement(board)
    home = given_maija(board, client)
    client.post(f"{home}act/", {"statement": statement.pk, "deed": "agree"})
    # Shared, it is the same participant on whatever device: one vote, the latest.
    Client().post(f"{home}act/", {"statement": statement.pk, "deed": "disagree"})
    assert list(CurrentVote.objects.values_list("value", flat=True)) == [-1]
    registration = renew_link(registration=Registration.objects.get(), now=NOW)
    assert client.get(home).status_code == 404
    assert client.post(f"{home}act/", {"statement": statement.pk, "deed": "agree"}).status_code == 404
    own = f"/en/board/{make_token(registration)}/{board.code}/"
    client.post(f"{own}act/", {"statement": statement.pk, "deed": "pass"})
    assert list(CurrentVote.objects.values_list("value", flat=True)) == [0]


# --- Guests ------------------------------------------------------------------------------------------------


def join(client, board, **more):
    return client.post(
        "/en/join/", {"code": board.code.lower(), "perspective": "pioneer", "municipality": "Akaa", **more}
    )


def test_a_guest_joins_with_the_code_and_stays_the_same_on_her_device(board, client):
    home = f"/en/board/guest/{board.code}/"
    assert client.get(home)["Location"] == f"/en/join/?code={board.code}"
    joined = join(client, board)
    assert joined["Location"] == home
    assert h1_of(client.get(home)) == "The board"
    assert join(client, board)["Location"] == home
    guest = Participant.objects.get()
    assert (guest.is_guest, guest.perspective, guest.size_class) == (True, "pioneer", "medium")
    cookie = next(iter(joined.cookies.values()))
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert Client().get(home).status_code == 302  # another device is not in


def test_a_made_up_cookie_is_nobody(board, client):
    guest = a_participant(board.event.series, is_guest=True)
    client.cookies[f"skaala-guest-{board.event.series_id}"] = f"{guest.pk}~forged"
    assert client.get(f"/en/board/guest/{board.code}/").status_code == 302


@pytest.mark.parametrize(("settings_", "phase"), [({"welcomes_guests": False}, "gather"), ({}, "set_up")])
def test_guests_stay_out_where_they_are_not_welcome_or_it_is_too_early(settings_, phase, client):
    board = a_board(phase=phase, **settings_)
    assert join(client, board).status_code == 422
    assert client.post("/en/join/", {"code": "QQQQQQ", "perspective": "pioneer"}).status_code == 422
    assert not Participant.objects.exists()


def test_a_guest_waits_at_the_door_until_the_facilitator_lets_her_in(client):
    board = a_board(confirms_guests=True)
    join(client, board)
    home = f"/en/board/guest/{board.code}/"
    admission = Admission.objects.get()
    assert admission.mark in client.get(home).content.decode()
    page = client.get(home).content.decode()
    # The page goes on by itself where there are scripts; a guest outside follows no stream and sees no tabs.
    assert "door.js" in page and "data-door" in page
    assert "data-live=" not in page and f"{home}statements/" not in page
    statement = a_statement(board)
    client.post(f"{home}act/", {"statement": statement.pk, "deed": "agree"})
    assert not CurrentVote.objects.exists()
    operations.admit(board=board, admission_id=admission.pk, is_welcome=True)
    assert h1_of(client.get(home)) == "The board"
    operations.admit(board=board, admission_id=admission.pk, is_welcome=False)
    page = client.get(home).content.decode()
    assert "has not let this device in" in page and "data-door" not in page


# --- What the votes say ------------------------------------------------------------------------------------


def test_results_stay_hidden_until_weighing_ends_and_then_say_where_one_stands(board, client):
    home = given_maija(board, client)
    several = [a_statement(board, text) for text in ("Yksi asia", "Kaksi muuta", "Kolmas juttu")]
    for who in participants(board.event.series, 6):
        for statement in several:
            votes(board, who, statement, 1)
    for statement, deed in zip(several, ("agree", "agree", "disagree"), strict=True):
        client.post(f"{home}act/", {"statement": statement.pk, "deed": deed})
    see_board(board=board, now=NOW)
    assert client.get(f"{home}picture/")["Location"] == home
    assert "once weighing has ended" in client.get(f"{home}mine/").content.decode()
    at(board, "look")
    assert "you agree with most of them on 2." in client.get(f"{home}mine/").content.decode()
    page = client.get(f"{home}picture/")
    assert h1_of(page) == "What the votes say"
    assert "7 people have taken a stand." in page.content.decode()


def test_nothing_is_shown_about_fewer_than_five(board, client):
    operations.change_settings(board=board, settings=BoardSettings(hides_results=False))
    home = given_maija(board, client)
    statement = a_statement(board)
    for who in participants(board.event.series, 4):
        votes(board, who, statement, 1)
    see_board(board=board, now=NOW)
    page = client.get(f"{home}picture/").content.decode()
    assert "Too few have taken part yet" in page
    assert "%" not in re.sub(r"<[^>]*>", "", page)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", ["", "weigh/", "statements/", "mine/"])
def test_every_page_stands_in_three_languages_with_one_heading(page, language, board, client):
    a_statement(board)
    home = given_maija(board, client).replace("/en/", f"/{language}/")
    h1_of(client.get(f"{home}{page}"))


def test_the_list_takes_the_same_queries_for_one_statement_and_five(board, client, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    home = given_maija(board, client)

    def count() -> int:
        client.get(f"{home}statements/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"{home}statements/").status_code == 200
        return len(captured)

    a_statement(board, "Ensimmäinen asia")
    for_one = count()
    for word in ("Toinen", "Kolmas", "Neljäs", "Viides"):
        a_statement(board, f"{word} juttu")
    assert count() == for_one


def test_a_page_can_follow_the_board_through_the_pages_own_address_too(board, client):
    home = given_maija(board, client)
    page = client.get(home).content.decode()
    path = re.search(r'data-live="(/live/[^"]+)"', page)[1]
    first = client.get(path)
    assert (first["Content-Type"], first["Cache-Control"]) == ("text/event-stream; charset=utf-8", "no-store")
    known = re.search(r"^id: (\w+)$", first.content.decode(), re.M)[1]
    again = client.get(path, headers={"Last-Event-ID": known}).content.decode()
    assert "retry: " in again and "data: {" not in again
    assert client.get(path[:-1]).status_code == 403


def test_a_kept_vote_is_answered_in_short_and_a_refused_one_is_not(board, client):
    home = given_maija(board, client)
    form = {"statement": a_statement(board).pk, "deed": "agree", "answer": "short", "vote": uuid.uuid4()}
    assert [client.post(f"{home}act/", form).status_code for _ in range(2)] == [204, 204]
    assert CurrentVote.objects.get().value == 1
    at(board, "look")
    assert client.post(f"{home}act/", form).status_code == 204  # it was counted in time
    assert client.post(f"{home}act/", form | {"vote": uuid.uuid4()}).status_code == 409
    elsewhere = Client().post(f"/en/board/guest/{board.code}/act/", form)
    assert elsewhere.status_code == 302  # a device that is nobody here
