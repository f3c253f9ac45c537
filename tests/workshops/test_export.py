"""Out as Polis files and in again: the same votes and the same groups; the public set tells nobody."""

from __future__ import annotations

import csv
import io
import random
import uuid
import zipfile
from pathlib import Path

import pytest

from skaala.insight.opinion import see_opinions
from skaala.workshops import operations
from skaala.workshops.export import polis_archive, polis_files
from skaala.workshops.models import CurrentVote, Statement
from skaala.workshops.polis_csv import read_comments, read_labels, read_votes
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, participants, votes

pytestmark = pytest.mark.django_db
WORDS = [
    "yksi",
    "kaksi",
    "kolme",
    "neljä",
    "viisi",
    "kuusi",
    "seitsemän",
    "kahdeksan",
    "yhdeksän",
    "kymmenen",
]


@pytest.fixture
def board(monkeypatch):
    """Two camps of eight on ten statements, three of whom are from a network, and one statement that few saw."""
    # The same ids in the same order each time, so that the engine's seeded draws meet the same matrix.
    chance = random.Random(16)
    monkeypatch.setattr("uuid.uuid4", lambda: uuid.UUID(int=chance.getrandbits(128), version=4))
    board = a_board()
    author = a_participant(board.event.series)
    statements = [
        a_statement(board, f"{word.capitalize()} asia on tärkeä {word * 2}", author) for word in WORDS
    ]
    people = participants(board.event.series, 13) + participants(board.event.series, 3, "network")
    for number, who in enumerate(people):
        for place, statement in enumerate(statements):
            votes(board, who, statement, 1 if (number % 2 == 0) == (place < 5) else -1)
    votes(board, people[0], statements[9], 0)
    few = a_statement(board, "Harvojen näkemä lause", author)
    for who in people[:3]:
        votes(board, who, few, 1)
    operations.see_board(board=board, now=NOW)
    return board


def unpacked(board, folder: Path, **ways) -> Path:
    with zipfile.ZipFile(io.BytesIO(polis_archive(board, chance=random.Random(4), **ways))) as archive:
        archive.extractall(folder)
    return folder


def partition(members: dict[str, str]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for who, group in members.items():
        groups.setdefault(group, set()).add(who)
    return {frozenset(group) for group in groups.values()}


@pytest.mark.parametrize("file", ["participants-votes.csv", "votes.csv"])
def test_what_goes_out_comes_in_as_the_same_votes_and_groups(file, board, tmp_path):
    folder = unpacked(board, tmp_path, for_public=False)
    read = read_votes(folder / file)
    number_of = {str(root): str(number) for root, number in board.statements.values_list("root", "number")}
    matrix = read.votes
    got = {
        (matrix.participants[row], matrix.statements[column]): int(value)
        for row, column, value in zip(matrix.rows, matrix.columns, matrix.values, strict=True)
    }
    assert got == {
        (str(who), number_of[str(root)]): value
        for who, root, value in CurrentVote.objects.values_list("participant", "root", "value")
    }
    opinion = see_opinions(matrix)
    found = {
        who: opinion.group_names[group]
        for who, group in zip(matrix.participants, opinion.labels.tolist(), strict=True)
        if group >= 0
    }
    picture = board.pictures.get().result
    assert picture["is_separate"]
    assert partition(found) == partition(picture["members"])
    assert read_comments(folder / "comments.csv").texts["1"] == Statement.objects.get(number=1).text


def test_the_public_set_has_fresh_ids_and_nothing_about_fewer_than_five(board):
    files = polis_files(board, for_public=True, chance=random.Random(4))
    everything = "\n".join(files.values())
    for participant in CurrentVote.objects.values_list("participant", flat=True):
        assert str(participant) not in everything and participant.hex not in everything
    assert "Harvojen" not in files["comments.csv"]
    assert "2030" not in everything
    rows = list(csv.DictReader(io.StringIO(files["comments.csv"])))
    assert {row["author-id"] for row in rows} == {""}
    # Three of a network are too few, and with them alone left out they would be told: so nobody's is given.
    assert list(csv.DictReader(io.StringIO(files["perspectives.csv"]))) == []
    other = polis_files(board, for_public=True, chance=random.Random(5))
    assert other["participants-votes.csv"] != files["participants-votes.csv"]
    # The search would find what it looks for: the complete set has it.
    complete = "\n".join(polis_files(board, for_public=False, chance=random.Random(4)).values())
    assert "Harvojen" in complete and "2030" in complete and str(participant) in complete


def test_perspectives_of_five_and_more_are_read_again(board, tmp_path):
    for who in participants(board.event.series, 5, "pioneer"):
        votes(board, who, board.statements.first(), 1)
    labels = read_labels(unpacked(board, tmp_path, for_public=True) / "perspectives.csv")
    assert sorted(labels.values()) == ["receiver"] * 13


def test_hidden_statements_stay_in_the_organiser_s_set_alone(board):
    hidden = board.statements.get(number=2)
    operations.set_shown(board=board, statement_id=hidden.pk, is_shown=False)
    complete, public = (
        polis_files(board, for_public=way, chance=random.Random(1))["comments.csv"] for way in (False, True)
    )
    assert hidden.text in complete and hidden.text not in public


def test_words_that_begin_like_a_formula_stay_words():
    board = a_board()
    a_statement(board, "=HYPERLINK(tämä on kaava)")
    assert ",'=HYPERLINK" in polis_files(board, for_public=False, chance=random.Random(1))["comments.csv"]
