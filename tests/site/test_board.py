"""A board as participants use it: by personal link and as guests, by plain forms alone."""

from __future__ import annotations

import re
import uuid

import pytest
from django.core.signing import Signer
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from skaala.registration.links.personal import make_token
from skaala.registration.rules import workspace_key
from skaala.site.board.views.workspace_cookie import cookie_name
from skaala.workshops import operations, queries, rules
from skaala.workshops.models import Admission, Board, CurrentVote, Participant, Statement
from skaala.workshops.operations import BoardSettings, analyse_board
from skaala.workshops.presenters.picture import show_picture
from skaala.workshops.queries.results import ballots_of
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
    """The address of the board; Maija has begun to take part in this browser."""
    registration = cast.a_registration(board.event.series, board.event)
    cast.holds(client, cast.a_key(registration), board.event.series)
    home = f"/en/board/{board.code}/"
    assert client.post(home, {"perspective": "receiver"}).status_code == 302
    return home


def h1_of(response) -> str:
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.S)
    assert len(found) == 1
    return " ".join(found[0].split())


def test_the_key_opens_the_board_on_a_press_and_the_first_visit_says_what_is_kept(board, client):
    registration = cast.a_registration(board.event.series, board.event)
    key = workspace_key.as_text(cast.a_key(registration))
    home = f"/en/board/{board.code}/"
    assert home in client.get(f"/en/r/{make_token(registration)}/").content.decode()
    # The personal link opens no board, and neither does looking at the key's page, as mail scanners do.
    for _ in range(3):
        assert "Open the workspace" in client.get(f"/en/b/{key}/").content.decode()
    assert (client.get(home).status_code, len(client.cookies)) == (404, 0)
    opened = client.post(f"/en/b/{key}/")
    assert opened["Location"] == home
    cookie = next(iter(opened.cookies.values()))
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    first = client.get(home)
    assert h1_of(first) == "Go to the workspace"
    assert "random number" in first.content.decode() and "could still connect" in first.content.decode()
    assert key not in first.content.decode()
    assert not Participant.objects.exists()
    assert (first["Cache-Control"], first["Referrer-Policy"]) == ("no-store, private", "no-referrer")
    assert client.post(home, {"perspective": "receiver"})["Location"] == home
    assert h1_of(client.get(home)) == "Workspace"


def test_the_board_opens_on_another_device_as_the_same_participant(board, client):
    home = given_maija(board, client)
    other = Client()
    assert other.get(home).status_code == 404
    shown = client.post(f"/en/workspaces/{board.event.series.slug}/other-device/").content.decode()
    (key,) = re.findall(r"/en/b/([\w-]{22})/", shown)
    assert key not in client.get(f"/en/workspaces/{board.event.series.slug}/other-device/").content.decode()
    other.post(f"/en/b/{key}/")
    assert h1_of(other.get(home)) == "Workspace"
    assert Participant.objects.count() == 1


def test_a_statement_is_written_and_seen_by_all(board, client):
    home = given_maija(board, client)
    write = f"{home}write/{board.prompts.first().pk}/"
    sent = client.post(write, {"text": "Yhteiset mallipohjat säästävät aikaa", "language": ""})
    assert sent["Location"] == f"{home}?sent=shown"
    assert "Yhteiset mallipohjat" in client.get(f"{home}statements/").content.decode()
    assert "others can vote on it" in client.get(f"{home}mine/").content.decode()


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


def test_a_held_statement_says_why_and_the_same_idea_is_looked_for_in_its_question(board, client):
    first, second = board.prompts.all()[:2]
    a_statement(board, "Yhteinen hankinta säästää aikaa")
    home = given_maija(board, client)
    other = client.post(f"{home}write/{second.pk}/", {"text": "Yhteinen hankinta säästää aikaa"})
    assert other.status_code == 302
    opposite = client.post(f"{home}write/{first.pk}/", {"text": "Yhteinen hankinta ei säästä aikaa"})
    assert opposite.status_code == 302
    held = client.post(
        f"{home}write/{first.pk}/", {"text": "Kysykää Maija Virtaselta, hän tietää"}, follow=True
    )
    assert "It seems to name a person." in held.content.decode()
    assert "It seems to name a person." in client.get(f"{home}mine/").content.decode()


def test_markup_stays_text(board, client):
    home = given_maija(board, client)
    client.post(f"{home}write/{board.prompts.first().pk}/", {"text": "<script>alert(1)</script> & muuta"})
    page = client.get(f"{home}statements/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; muuta" in page
    assert "<script>alert" not in page


def test_one_statement_at_a_time_is_voted_on_with_undo(board, client):
    a_statement(board)
    home = given_maija(board, client)
    ballot = client.get(f"{home}weigh/")
    key = ballot.context["line"].statement.pk
    after = client.post(f"{home}act/", {"statement": key, "action": "agree"})
    assert after["Location"] == f"{home}weigh/?done={key}"
    page = client.get(after["Location"])
    assert "You agreed:" in page.content.decode() and page.context["line"] is None
    assert list(CurrentVote.objects.values_list("value", flat=True)) == [1]
    client.post(f"{home}act/", {"statement": key, "action": "undo"})
    assert not CurrentVote.objects.exists()


def test_a_script_is_answered_with_what_its_page_has_not_got(board, client):
    first, *others = (a_statement(board, f"Väittämä numero {word}") for word in ("yksi", "kaksi", "kolme"))
    home = given_maija(board, client)
    sent = {"statement": first.pk, "action": "agree", "answer": "next", "have": str(others[0].pk)}
    answer = client.post(f"{home}act/", sent)
    page = answer.content.decode()
    assert (answer.status_code, "1 / 3" in page, page.count("data-next-ballot")) == (200, True, 1)
    assert str(others[1].pk) in page and str(others[0].pk) not in page
    back = client.post(
        f"{home}act/", sent | {"action": "undo", "have": ",".join(str(one.pk) for one in others)}
    )
    assert "0 / 3" in back.content.decode()
    assert not CurrentVote.objects.exists()


def test_a_vote_is_changed_and_a_mark_set_in_the_list_and_the_search_stays(board, client):
    statement = a_statement(board)
    home = given_maija(board, client)
    back = client.post(
        f"{home}act/",
        {
            "statement": statement.pk,
            "action": "disagree",
            "from": "statements",
            "query": "q=yhteinen&only=weighed",
        },
    )
    assert back["Location"] == f"{home}statements/?q=yhteinen&only=weighed#s-{statement.pk}"
    client.post(f"{home}act/", {"statement": statement.pk, "action": "mark", "from": "statements"})
    (line,) = client.get(f"{home}statements/?only=marked").context["page_of"]
    assert (line.vote, line.is_marked) == (-1, True)
    assert list(client.get(f"{home}statements/?q=muuta").context["page_of"]) == []


def test_wrong_phases_and_foreign_unknown_or_hidden_statements_get_clear_words(board, client):
    hidden = a_statement(board)
    operations.set_shown(board=board, statement_id=hidden.pk, is_shown=False, now=NOW)
    foreign = a_statement(a_board(cast.an_event(cast.a_series("other"))))
    home = given_maija(board, client)
    for key, said in [
        (hidden.pk, "is no longer shown: it was hidden"),
        (foreign.pk, "no such statement"),
        (uuid.uuid4(), "no such statement"),
        ("nonsense", "no such statement"),
    ]:
        answer = client.post(f"{home}act/", {"statement": key, "action": "agree"})
        assert (answer.status_code, said in answer.content.decode()) == (409, True)
    assert client.post(f"{home}act/", {"statement": hidden.pk, "action": "??"}).status_code == 409
    at(board, "look")
    late = client.post(f"{home}act/", {"statement": hidden.pk, "action": "agree"})
    assert (late.status_code, "Voting has ended" in late.content.decode()) == (409, True)
    written = client.post(f"{home}write/{board.prompts.first().pk}/", {"text": "Myöhäinen ajatus tämäkin"})
    assert (written.status_code, "Writing has ended" in written.content.decode()) == (409, True)
    assert "Myöhäinen ajatus tämäkin" in written.content.decode()  # it comes back and can be copied
    assert not CurrentVote.objects.exists()


def test_a_form_from_a_foreign_page_is_refused(board, client):
    home = given_maija(board, client)
    statement = a_statement(board)
    forged = client.post(
        f"{home}act/",
        {"statement": statement.pk, "action": "agree"},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert forged.status_code == 403
    assert not CurrentVote.objects.exists()


def test_a_thousand_actions_a_minute_are_slowed_down(board, client, monkeypatch):
    from skaala.site.board.views import vote as weigh

    monkeypatch.setattr(weigh, "MAX_ACTIONS_PER_MINUTE", 3)
    home = given_maija(board, client)
    statement = a_statement(board)
    answers = [
        client.post(f"{home}act/", {"statement": statement.pk, "action": action}).status_code
        for action in ("agree", "disagree", "agree", "disagree", "agree")
    ]
    assert answers == [302, 302, 302, 429, 429]


def test_a_key_of_another_event_or_a_broken_one_opens_no_board(board, client):
    home = f"/en/board/{board.code}/"
    other = cast.an_event(board.event.series, 2)
    cast.holds(client, cast.a_key(cast.a_registration(board.event.series, other)), board.event.series)
    assert client.get(home).status_code == 404
    assert client.get("/en/board/ZZZZZZ/")["Location"] == "/en/join/"
    for broken in ("nonsense", "A" * 22, "A" * 21, "", "~"):
        stranger = Client()
        if broken:
            assert stranger.post(f"/en/b/{broken}/").status_code == 404
        stranger.cookies[cookie_name(board.event.series)] = broken
        assert stranger.get(home).status_code == 404


def test_addresses_of_before_there_were_keys_lead_on(board, client):
    registration = cast.a_registration(board.event.series, board.event)
    token, home = make_token(registration), f"/en/board/{board.code}/"
    old = f"/en/board/{token}/{board.code}/statements/"
    assert client.get(old)["Location"] == f"/en/r/{token}/#workspace"
    cast.holds(client, cast.a_key(registration), board.event.series)
    assert client.get(old)["Location"] == home
    assert client.get(f"/en/board/guest/{board.code}/weigh/")["Location"] == home
    assert client.get(f"/en/board/{token}/ZZZZZZ/")["Location"] == "/en/join/"


# --- Guests ------------------------------------------------------------------------------------------------


def join(client, board, **more):
    return client.post(
        "/en/join/", {"code": board.code.lower(), "perspective": "pioneer", "municipality": "Akaa", **more}
    )


def test_a_guest_joins_with_the_code_and_stays_the_same_on_their_device(board, client):
    home = f"/en/board/{board.code}/"
    assert f'href="/en/join/?code={board.code}"' in client.get(home).content.decode()
    joined = join(client, board)
    assert joined["Location"] == home
    assert h1_of(client.get(home)) == "Workspace"
    assert join(client, board)["Location"] == home
    guest = Participant.objects.get()
    assert (guest.is_guest, guest.perspective, guest.size_class) == (True, "pioneer", "medium")
    cookie = next(iter(joined.cookies.values()))
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert Client().get(home).status_code == 404  # another device is not in


def test_a_made_up_cookie_is_nobody(board, client):
    guest = a_participant(board.event.series, is_guest=True)
    client.cookies[f"skaala-guest-{board.event.series_id}"] = f"{guest.pk}~forged"
    assert client.get(f"/en/board/{board.code}/").status_code == 404


def test_a_guest_of_before_there_were_keys_goes_on(board, client):
    guest = a_participant(board.event.series, is_guest=True)
    operations.enter_as_guest(board=board, chosen=operations.Chosen("pioneer"), now=NOW, known=guest)
    signed = Signer(salt="skaala.board-guest", sep="~").sign(str(guest.pk))
    client.cookies[f"skaala-guest-{board.event.series_id}"] = signed
    assert h1_of(client.get(f"/en/board/{board.code}/")) == "Workspace"


@pytest.mark.parametrize(("settings_", "phase"), [({"welcomes_guests": False}, "gather"), ({}, "set_up")])
def test_guests_stay_out_where_they_are_not_welcome_or_it_is_too_early(settings_, phase, client):
    board = a_board(phase=phase, **settings_)
    assert join(client, board).status_code == 422
    assert client.post("/en/join/", {"code": "QQQQQQ", "perspective": "pioneer"}).status_code == 422
    assert not Participant.objects.exists()


def test_a_guest_votes_at_once_and_is_counted_once_the_facilitator_lets_them_in(client):
    board = a_board()
    join(client, board)
    home = f"/en/board/{board.code}/"
    admission = Admission.objects.get()
    page = client.get(home).content.decode()
    assert f"number {admission.mark}" in page and "once the facilitator admits you" in page
    statement = a_statement(board)
    client.post(f"{home}act/", {"statement": statement.pk, "action": "agree"})
    assert CurrentVote.objects.count() == 1
    assert ballots_of(board).votes == {}
    operations.admit(board=board, admission_id=admission.pk, is_welcome=True)
    assert ballots_of(board).tally(str(statement.pk)) == (1, 0, 1)
    assert "once the facilitator admits you" not in client.get(home).content.decode()
    operations.admit(board=board, admission_id=admission.pk, is_welcome=False)
    assert "has not admitted this device" in client.get(home).content.decode()
    assert ballots_of(board).votes == {}


def sixty_votes(board, statement) -> None:
    """The attack: one person drops the cookie and comes again."""
    for _ in range(60):
        browser = Client()
        join(browser, board)
        browser.post(f"/en/board/{board.code}/act/", {"statement": statement.pk, "action": "agree"})
    assert CurrentVote.objects.count() == 60


@pytest.mark.attack("Vote sixty times by dropping the cookie")
def test_sixty_votes_by_dropping_the_cookie_are_not_counted():
    board = a_board()
    statement = a_statement(board)
    sixty_votes(board, statement)
    assert ballots_of(board).votes == {}
    counts = queries.taking_part(board)
    assert (counts.votes, counts.guests, board.admissions.filter(state="waiting").count()) == (0, 0, 60)
    analyse_board(board=board, now=NOW)
    assert board.pictures.first() is None


def test_while_all_are_admitted_no_more_are_counted_than_the_ceiling_allows():
    board = a_board(confirms_guests=False, guest_extra=7)
    for number in range(5):
        cast.a_registration(board.event.series, board.event, email=f"p{number}@example.org")
    statement = a_statement(board)
    sixty_votes(board, statement)
    assert ballots_of(board).tally(str(statement.pk)) == (12, 0, 12)
    result = analyse_board(board=board, now=NOW).result
    assert (result["people"], result["guests"]) == (12, 12)
    waiting = board.admissions.filter(state="waiting").first()
    with pytest.raises(rules.UnableToAct, match="too_many_guests"):
        operations.admit(board=board, admission_id=waiting.pk, is_welcome=True)
    Board.objects.filter(pk=board.pk).update(guest_extra=20)
    assert operations.admit_all(board=board) == 35
    assert ballots_of(board).tally(str(statement.pk)) == (25, 0, 25)


def test_guests_are_counted_apart_beside_the_figures():
    board = a_board(confirms_guests=False, guest_extra=20)
    statement = a_statement(board)
    for who in participants(board.event.series, 9):
        votes(board, who, statement, 1)
    for _ in range(6):
        guest, _admission = operations.enter_as_guest(
            board=board, chosen=operations.Chosen("pioneer"), now=NOW
        )
        votes(board, guest, statement, -1)
    picture = analyse_board(board=board, now=NOW)
    assert (picture.result["people"], picture.result["guests"]) == (15, 6)
    with translation.override("en"):
        page = render_to_string(
            "workshops/picture.html", {"shown": show_picture(board, picture), "zone": board.event.series.zone}
        )
    assert "6 of them are guests." in page
    # Of three guests no number is told.
    few = a_board(cast.an_event(board.event.series, 2), confirms_guests=False)
    other = a_statement(few)
    for who in participants(board.event.series, 9):
        votes(few, who, other, 1)
    for _ in range(3):
        guest, _admission = operations.enter_as_guest(board=few, chosen=operations.Chosen("pioneer"), now=NOW)
        votes(few, guest, other, -1)
    assert analyse_board(board=few, now=NOW).result["guests"] is None


# --- What the votes say ------------------------------------------------------------------------------------


def test_results_stay_hidden_until_voting_ends_and_then_compare_votes(board, client):
    home = given_maija(board, client)
    several = [a_statement(board, text) for text in ("Yksi asia", "Kaksi muuta", "Kolmas juttu")]
    for who in participants(board.event.series, 6):
        for statement in several:
            votes(board, who, statement, 1)
    for statement, action in zip(several, ("agree", "agree", "disagree"), strict=True):
        client.post(f"{home}act/", {"statement": statement.pk, "action": action})
    analyse_board(board=board, now=NOW)
    assert client.get(f"{home}picture/")["Location"] == home
    assert "once voting has ended" in client.get(f"{home}mine/").content.decode()
    at(board, "look")
    assert "you agree with the majority on 2 of them." in client.get(f"{home}mine/").content.decode()
    page = client.get(f"{home}picture/")
    assert h1_of(page) == "Results"
    assert "7 people have voted." in page.content.decode()


def test_nothing_is_shown_about_fewer_than_five(board, client):
    operations.change_settings(board=board, settings=BoardSettings(hides_results=False))
    home = given_maija(board, client)
    statement = a_statement(board)
    for who in participants(board.event.series, 4):
        votes(board, who, statement, 1)
    analyse_board(board=board, now=NOW)
    page = client.get(f"{home}picture/").content.decode()
    assert "Too few have taken part yet" in page
    assert "%" not in re.sub(r"<[^>]*>", "", page)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", ["", "weigh/", "statements/", "mine/"])
def test_every_page_is_in_three_languages_with_one_heading(page, language, board, client):
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
    form = {"statement": a_statement(board).pk, "action": "agree", "answer": "short", "vote": uuid.uuid4()}
    assert [client.post(f"{home}act/", form).status_code for _ in range(2)] == [204, 204]
    assert CurrentVote.objects.get().value == 1
    at(board, "look")
    assert client.post(f"{home}act/", form).status_code == 204  # it was counted in time
    assert client.post(f"{home}act/", form | {"vote": uuid.uuid4()}).status_code == 409
    elsewhere = Client().post(f"/en/board/{board.code}/act/", form)
    assert elsewhere.status_code == 404  # a device that is nobody here
