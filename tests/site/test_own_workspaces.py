"""What somebody gave to a board, in their own hands: withdrawn one by one, seen, taken along and erased by their device."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.workshops.models import CurrentVote, Participant, Statement
from tests import cast
from tests.site.test_board import join
from tests.workshops.boards import a_board, a_participant, a_statement, votes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


@pytest.fixture
def board():
    return a_board()


def test_a_guest_sees_takes_along_and_erases_what_they_gave_on_their_device(board, client):
    join(client, board)
    guest = Participant.objects.get()
    mine = a_statement(board, "Vieraan oma ajatus", guest)
    theirs = a_statement(board, "Toisen ajatus aivan muusta")
    votes(board, guest, theirs, -1)
    slug = board.event.series.slug
    assert f'href="/en/workspaces/{slug}/"' in client.get(f"/en/board/{board.code}/mine/").content.decode()
    assert mine.text in client.get(f"/en/workspaces/{slug}/").content.decode()
    taken = client.get(f"/en/workspaces/{slug}/data.json").json()
    assert taken["participant"]["is_guest"] is True
    assert [one["text"] for one in taken["boards"][0]["statements"]] == [mine.text]
    assert [one["value"] for one in taken["boards"][0]["votes"]] == [-1]
    for page in ("", "data.json", "erase/"):
        assert Client().get(f"/en/workspaces/{slug}/{page}").status_code == 404  # another device has nothing
    assert client.post(f"/en/workspaces/{slug}/erase/").status_code == 302
    assert not Participant.objects.filter(is_guest=True).exists() and not CurrentVote.objects.exists()
    assert list(Statement.objects.values_list("text", flat=True)) == [theirs.text]
    assert client.get(f"/en/workspaces/{slug}/data.json").status_code == 404


def test_an_author_withdraws_a_statement_that_nobody_has_voted_on(board, client):
    series = board.event.series
    cast.holds(client, cast.a_key(cast.a_registration(series, board.event)), series)
    home = f"/en/board/{board.code}/"
    assert client.post(home, {"perspective": "receiver"}).status_code == 302
    author = Participant.objects.get()
    mine, voted = a_statement(board, "Minun ajatukseni", author), a_statement(board, "Toinen juttu", author)
    votes(board, a_participant(board.event.series), voted, 1)
    page = client.get(f"{home}mine/").content.decode()
    assert page.count('value="withdraw"') == 1 and str(mine.pk) in page
    answer = client.post(f"{home}act/", {"action": "withdraw", "statement": mine.pk})
    assert answer["Location"] == f"{home}mine/?withdrawn=1#own"
    assert "has been withdrawn" in client.get(f"{home}mine/?withdrawn=1").content.decode()
    refusal = client.post(f"{home}act/", {"action": "withdraw", "statement": voted.pk})
    assert refusal.status_code == 409 and "cannot be withdrawn" in refusal.content.decode()
    assert list(Statement.objects.values_list("pk", flat=True)) == [voted.pk]
