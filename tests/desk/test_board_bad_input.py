"""What comes to a workspace beside what was meant: reloads, codes with spaces, words nobody can break, and rooms of every size."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client

from skaala.workshops import operations, queries
from skaala.workshops.models import Admission, Participant, Presence
from tests.workshops.boards import NOW, a_board, at, votes

pytestmark = pytest.mark.django_db
DESK = "/en/desk/series/spring/events/workshop-1/board/"


@pytest.fixture
def board():
    return a_board(confirms_guests=False, guest_extra=50)


def comes_in(board, typed: str) -> tuple[Client, str]:
    client = Client()
    came = client.post("/en/join/", {"code": typed, "perspective": "receiver", "municipality": ""})
    assert came.status_code == 302, typed
    return client, came["Location"]


def test_a_guest_who_reloads_fifty_times_is_one_person(board):
    client, home = comes_in(board, board.code)
    for _ in range(50):
        assert client.get(home).status_code == 200
    client.post("/en/join/", {"code": board.code, "perspective": "receiver", "municipality": ""})
    assert (Participant.objects.count(), Admission.objects.count(), Presence.objects.count()) == (1, 1, 1)
    assert queries.room_counts(board).present == 1


@pytest.mark.parametrize("typed", ["{0} ", " {0}", "{1} {2}", "{3}", "{1}-{2}", "{1}\u00a0{2}"])
def test_a_code_is_taken_however_it_is_typed(board, typed):
    code = board.code
    _client, home = comes_in(board, typed.format(code, code[:3], code[3:], code.lower()))
    assert home == f"/en/board/{code}/"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a" * 120, "a" * 120), ("\u202eKunnat\u202c tekevät yhdessä\u200f", "Kunnat tekevät yhdessä")],
)
def test_words_that_nothing_breaks_and_marks_that_turn_lines_round_are_taken_as_words(board, text, kept):
    client, home = comes_in(board, board.code)
    prompt = board.prompts.first()
    sent = client.post(f"{home}write/{prompt.pk}/", {"text": text, "language": "fi", "anyway": "1"})
    assert sent.status_code == 302
    assert board.statements.get().text == kept
    assert kept in client.get(f"{home}mine/").content.decode()


@pytest.mark.parametrize("people", [0, 1, 1000])
def test_a_room_of_every_size_has_its_pages(board, desk, people):
    texts = "\n".join(f"Kunta {word} jakaa mallin" for word in ("yksi", "kaksi", "kolme"))
    made = operations.seed_statements(
        board=board, prompt_id=board.prompts.first().pk, text=texts, now=NOW
    ).made
    here = Participant.objects.bulk_create(
        Participant(pk=uuid.uuid4(), series=board.event.series, perspective="receiver", joined_on=NOW.date())
        for _ in range(people)
    )
    for who in here[:1] if people == 1 else here[:60]:
        votes(board, who, made[0], 1)
    operations.analyse_board(board=board, now=NOW)
    board = at(board, "look")
    for page in ("", "projector/", "statements/", "picture/", "groups/", "remote/"):
        assert desk.get(f"{DESK}{page}").status_code == 200, page
    client, home = comes_in(board, board.code)
    seen = client.get(f"{home}picture/").content.decode()
    assert ("60 people have voted" in seen) is (people == 1000)
    assert ("Too few have taken part yet" in seen) is (people < 5)
