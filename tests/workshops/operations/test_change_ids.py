"""After erasing, joining or forgetting nothing in an analysis leads to the one it was about, and its figures stay."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.workshops import operations
from skaala.workshops.models import Picture
from skaala.workshops.operations.analysis import analyse_board
from skaala.workshops.operations.erase import erase_own
from skaala.workshops.rules import Ballots
from tests.workshops.boards import NOW, a_board, a_statement, participants, votes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


@pytest.fixture
def analysed():
    """A board with twelve voters and its analysis."""
    board = a_board()
    people = participants(board.event.series, 12)
    for text in ("Yksi asia", "Kaksi muuta", "Kolmas juttu"):
        statement = a_statement(board, text, author=people[0])
        for number, who in enumerate(people):
            votes(board, who, statement, 1 if number % 2 else -1)
    assert analyse_board(board=board, now=NOW) is not None
    return board, people


def everything(board) -> str:
    """All that the analyses hold, as text."""
    found = []
    for picture in Picture.objects.filter(board=board):
        found.append(str(picture.result))
        if picture.ballots:
            found.append(str(Ballots.unpacked(bytes(picture.ballots))))
    return "".join(found)


def tallies(board) -> list[tuple[int, int, int]]:
    ballots = Ballots.unpacked(bytes(board.pictures.first().ballots))
    return [ballots.tally(root) for root in sorted(ballots.votes)]


def test_who_erases_their_votes_is_in_no_analysis_and_its_figures_stay(analysed):
    board, people = analysed
    gone = str(people[3].pk)
    assert gone in everything(board)
    before = tallies(board)
    erase_own(participant=people[3])
    assert gone not in everything(board)
    assert tallies(board) == before
    analyse_board(board=board, now=NOW + timedelta(minutes=1))  # one person fewer: not yet a step
    assert tallies(board) == before and gone not in everything(board)


def test_past_the_date_no_analysis_holds_an_id_that_a_key_leads_to(analysed):
    board, people = analysed
    before = tallies(board)
    assert (
        operations.forget(series=board.event.series, before=board.event.end + timedelta(seconds=1)) is False
    )
    text = everything(board)
    assert not [who for who in people if str(who.pk) in text]
    assert tallies(board) == before
