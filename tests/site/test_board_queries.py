"""
How many queries a vote, the next ballot and a look at the results take: hundreds do each in the same moment.

The numbers are limits that hold however many statements there are and people; what is shared is made once.
"""

from __future__ import annotations

import re
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from skaala.ui.kept import Kept
from skaala.workshops import operations, queries
from skaala.workshops.models import Board, Translation
from tests.workshops.boards import NOW, a_board, a_statement, at, participants, votes

pytestmark = pytest.mark.django_db

DOOR = 3  # the board, a place by the key, who it is
VOTE = DOOR + 1 + 4  # how often they have pressed; statement, participant, what is there, what is new
NEXT = VOTE + 2  # what is left, and the stamps of the words of what comes
LOOK = 10


@pytest.fixture
def board():
    found = a_board(confirms_guests=False, guest_extra=50)
    for number in range(5):
        a_statement(found, f"{'abcde'[number] * 9} auttaa kuntia")
    return at(found, "weigh")


def a_guest(board) -> tuple[Client, str]:
    client = Client()
    given = {"code": board.code, "perspective": "receiver", "municipality": ""}
    home = client.post("/en/join/", given)["Location"]
    assert home == f"/en/board/{board.code}/"
    return client, home


def queries_of(act) -> int:
    """The queries of one request; what belongs to this test's own transaction and to the day's key is left out."""
    with CaptureQueriesContext(connection) as captured:
        assert act().status_code < 400
    asked = [each["sql"] for each in captured.captured_queries]
    return sum(
        not words.lstrip().startswith(("SAVEPOINT", "RELEASE")) and "ratelimitkey" not in words
        for words in asked
    )


def press(client, home, statement, **more):
    form = {"statement": str(statement.pk), "action": "agree", "vote": str(uuid.uuid4()), **more}
    return client.post(f"{home}act/", form)


def test_a_vote_takes_few_queries_and_the_next_ballot_two_more(board):
    client, home = a_guest(board)
    first, second, third, *_rest = board.statements.order_by("number")
    assert queries_of(lambda: press(client, home, first, answer="next")) <= NEXT + 6  # what is shared is made
    press(client, home, second, answer="next")
    press(client, home, first, action="undo", answer="next")
    other, _home = a_guest(board)
    assert queries_of(lambda: press(other, home, second)) <= VOTE
    assert queries_of(lambda: press(other, home, third, answer="next")) <= NEXT


def is_looked_at(board: Board, *, voters: int) -> None:
    """So many people agree with every statement, and the room looks at the results."""
    statements = list(board.statements.all())
    for who in participants(board.event.series, voters):
        for each in statements:
            votes(board, who, each, 1)
    operations.analyse_board(board=board, now=NOW)
    at(board, "look")


def test_a_look_at_the_results_takes_few_queries_however_many_look(board):
    is_looked_at(board, voters=8)
    client, home = a_guest(board)
    assert "8 people have voted" in client.get(f"{home}picture/").content.decode()
    other, _home = a_guest(board)
    assert queries_of(lambda: other.get(f"{home}picture/")) <= LOOK


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Your dot is circled."), ("fi", "ympyröity"), ("sv", "inringad")]
)
def test_everybody_sees_their_own_dot_in_what_is_shared(board, language, words):
    (mine, home), (theirs, _home) = a_guest(board), a_guest(board)
    for client, action in ((mine, "agree"), (theirs, "disagree")):
        for each in board.statements.all():
            press(client, home, each, action=action)
    is_looked_at(board, voters=6)
    address = f"{home}picture/".replace("/en/", f"/{language}/")
    pages = [client.get(address).content.decode() for client in (mine, theirs, a_guest(board)[0])]
    assert [page.count("is-reader") for page in pages] == [1, 1, 0]
    assert [words in page for page in pages] == [True, True, False]
    assert [page.count('class="map-dot') for page in pages] == [8, 8, 8]
    own = [re.search(r'<\w+ class="[^"]*is-reader"[^>]*>', page)[0] for page in pages[:2]]
    assert own[0] != own[1] and not any(
        "<!--" in page.partition('<svg viewBox="0 0 400')[2] for page in pages
    )


def test_what_is_shared_is_new_at_once_when_anything_of_it_changes(board):
    client, home = a_guest(board)
    statements = list(board.statements.order_by("number"))
    is_looked_at(board, voters=8)

    def page() -> str:
        return client.get(f"{home}picture/").content.decode()

    hidden, translated = statements[0], statements[1]
    assert hidden.text in page() and translated.text in page()
    operations.set_shown(board=board, statement_id=hidden.pk, is_shown=False, now=NOW)
    assert hidden.text not in page()
    Translation.objects.create(
        root=translated.root, language="en", text="Helps municipalities", is_by_machine=False
    )
    assert "Helps municipalities" in page()
    again = at(Board.objects.get(), "weigh")
    for who in participants(board.event.series, 8):
        votes(again, who, translated, -1)
    operations.analyse_board(board=again, now=NOW)
    at(again, "look")
    assert "16 people have voted" in page()


def test_a_ballot_that_is_kept_has_the_words_of_now(board):
    client, home = a_guest(board)
    first = board.statements.order_by("number").first()

    def ready() -> str:
        operations.take_vote_back(
            board=board, participant=board.admissions.get().participant, statement_id=first.pk, now=NOW
        )
        return press(client, home, first, answer="next").content.decode()

    (coming,) = [each for each in board.statements.exclude(pk=first.pk) if each.text in ready()][:1]
    Translation.objects.create(root=coming.root, language="en", text="In other words", is_by_machine=False)
    assert "In other words" in ready() and Board.objects.exists()
    assert ready().count("data-next-ballot") == 4


def test_the_door_knows_what_has_just_changed(board):
    """The board is kept in the process; phase, event, series, organisation and controller are those of this moment."""
    found = queries.find_board(board.code)
    assert found == board
    found.event.series.slug = "changed-by-a-request"  # stays with that request
    assert queries.find_board(board.code).event.series.slug == board.event.series.slug
    Board.objects.filter(pk=board.pk).update(hides_results=False)
    assert queries.find_board(board.code).hides_results is False
    for record, name, value in (
        (board.event, "slug", "just-now"),
        (board.event.series, "slug", "just-now"),
        (board.event.series.tenant, "name", {"en": "just-now"}),
        (board.event.series.controller, "name", {"en": "just-now"}),
    ):
        type(record).objects.filter(pk=record.pk).update(**{name: value})
    now = queries.find_board(board.code)
    series = now.event.series
    assert {now.event.slug, series.slug, str(series.tenant.name), str(series.controller.name)} == {"just-now"}
    assert queries.find_board("XXXXXX") is None


def test_of_many_who_ask_at_once_one_makes_and_the_others_wait():
    import threading

    kept: Kept[str] = Kept(2)
    began, made = threading.Event(), []

    def make() -> str:
        began.wait(5)
        made.append(1)
        return "made"

    asking = [threading.Thread(target=lambda: kept.get("one", "stamp", make)) for _ in range(8)]
    for each in asking:
        each.start()
    began.set()
    for each in asking:
        each.join()
    assert len(made) == 1
    assert kept.get("one", "another stamp", lambda: "anew") == "anew"
    for key in ("two", "three"):
        kept.get(key, "", lambda: "other")
    assert kept.get("one", "another stamp", lambda: "made once more") == "made once more"


def test_what_fails_is_not_kept():
    kept: Kept[str] = Kept(2)

    def fail() -> str:
        raise ValueError

    with pytest.raises(ValueError):
        kept.get("one", "", fail)
    assert kept.get("one", "", lambda: "made") == "made"
