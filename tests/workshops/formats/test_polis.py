"""Out as Polis files and in again: the same votes and the same groups; the public set tells nobody."""

from __future__ import annotations

import csv
import io
import json
import random
import uuid
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from skaala.insight.opinions.analysis import analyse_opinions
from skaala.tables.characters import tidy
from skaala.workshops import operations, queries
from skaala.workshops.formats import document, polis, workbook
from skaala.workshops.formats.files import unpack
from skaala.workshops.formats.single_files import read_comments, read_labels, read_votes
from skaala.workshops.models import CurrentVote, Participant, Statement
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
    operations.analyse_board(board=board, now=NOW)
    return board


def polis_files(board, *, for_public: bool, chance: random.Random) -> dict[str, str]:
    return polis.files_of(
        queries.conversation_of(board, for_public=for_public, with_rows=True, chance=chance)
    )


def unpacked(board, folder: Path, *, for_public: bool) -> Path:
    conversation = queries.conversation_of(
        board, for_public=for_public, with_rows=True, chance=random.Random(4)
    )
    with zipfile.ZipFile(io.BytesIO(polis.write(conversation))) as archive:
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
    number_of = {root: str(number) for root, number in board.statements.values_list("root", "number")}
    matrix = read.votes
    got: dict[str, set[tuple[str, int]]] = {}
    for row, column, value in zip(matrix.rows, matrix.columns, matrix.values, strict=True):
        got.setdefault(matrix.participants[row], set()).add((matrix.statements[column], int(value)))
    cast: dict[str, set[tuple[str, int]]] = {}
    for who, root, value in CurrentVote.objects.values_list("participant", "root", "value"):
        cast.setdefault(str(who), set()).add((number_of[root], value))

    # Ids lead nowhere, so people are known by their rows.
    def rows(of: dict[str, set[tuple[str, int]]], who: Iterable[str]) -> list[list[tuple[str, int]]]:
        return sorted(sorted(of[each]) for each in who)

    assert rows(got, got) == rows(cast, cast)
    opinion = analyse_opinions(matrix)
    found = {
        who: opinion.group_names[group]
        for who, group in zip(matrix.participants, opinion.labels.tolist(), strict=True)
        if group >= 0
    }
    picture = board.pictures.get().result
    assert picture["is_separate"]
    assert sorted(rows(got, group) for group in partition(found)) == sorted(
        rows(cast, group) for group in partition(picture["members"])
    )
    assert read_comments(folder / "comments.csv").texts["1"] == Statement.objects.get(number=1).text


def test_the_public_set_has_fresh_ids_and_nothing_about_fewer_than_five(board):
    files = polis_files(board, for_public=True, chance=random.Random(4))
    everything = "\n".join(files.values())
    for participant in CurrentVote.objects.values_list("participant", flat=True):
        assert str(participant) not in everything and participant.hex not in everything
    assert "Harvojen" not in files["comments.csv"]
    assert "2030" not in everything
    rows = list(csv.DictReader(io.StringIO(files["comments.csv"])))
    # The number after those of the participants: the workshop itself.
    assert {row["author-id"] for row in rows} == {"16"}
    assert list(csv.DictReader(io.StringIO(files["perspectives.csv"]))) == []
    other = polis_files(board, for_public=True, chance=random.Random(5))
    assert other["participants-votes.csv"] != files["participants-votes.csv"]
    # The search would find what it looks for: the complete document has it.
    conversation = queries.conversation_of(board, for_public=False, chance=random.Random(4))
    complete = document.write(conversation).decode()
    assert "Harvojen" in complete
    # Nor does the complete one have pseudonyms and days.
    assert "2030" not in complete and str(participant) not in complete


def rows_of(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name])))


@pytest.mark.parametrize("for_public", [False, True])
def test_other_programs_find_numbers_and_times(board, for_public):
    """As red-dwarf and Agora read it: ids are whole numbers from 0, and each vote and statement has a time."""
    files = polis_files(board, for_public=for_public, chance=random.Random(4))
    comments, cast = rows_of(files, "comments.csv"), rows_of(files, "votes.csv")
    matrix = rows_of(files, "participants-votes.csv")
    assert [int(row["participant"]) for row in matrix] == list(range(16))
    assert {int(row["voter-id"]) for row in cast} == set(range(16))
    assert {int(row["author-id"]) for row in comments} == {16}
    assert {row["n-comments"] for row in matrix} == {"0"}
    assert {row["is-meta"] for row in comments} == {"0"}
    for rows in (comments, cast):
        times = [int(row["timestamp"]) for row in rows]
        assert times == sorted(set(times))
        assert {datetime.fromisoformat(row["datetime"]).timestamp() * 1000 for row in rows} == set(times)
        assert {row["datetime"][:10] for row in rows} == {"1970-01-01"}


def test_the_later_time_of_two_votes_is_that_of_the_vote_that_counts(board):
    files = polis_files(board, for_public=False, chance=random.Random(4))
    newest: dict[tuple[str, str], tuple[int, str]] = {}
    for row in rows_of(files, "votes.csv"):
        key = row["voter-id"], row["comment-id"]
        newest[key] = max(newest.get(key, (-1, "")), (int(row["timestamp"]), row["vote"]))
    held = {
        (row["participant"], number): value
        for row in rows_of(files, "participants-votes.csv")
        for number, value in row.items()
        if number.isdigit() and value
    }
    assert {key: vote for key, (_, vote) in newest.items()} == held


@pytest.mark.attack("Join the author of a statement to their votes in the organiser's complete export")
def test_no_file_says_who_wrote_what(board):
    """Not even by a number: authors are told by a perspective that five of them share, and voters under ids of their own."""
    author = CurrentVote.objects.order_by("participant").last().participant
    a_statement(board, "Äänestäjän oma ajatus", author)
    for number, who in enumerate(participants(board.event.series, 4)):
        a_statement(board, f"Verkoston ajatus {'abcd'[number]}", who)
    for for_public in (False, True):
        files = polis_files(board, for_public=for_public, chance=random.Random(4))
        assert {row["author-id"] for row in rows_of(files, "comments.csv")} == {"16"}
        assert {row["n-comments"] for row in rows_of(files, "participants-votes.csv")} == {"0"}
    complete = document.write(
        queries.conversation_of(board, for_public=False, chance=random.Random(4))
    ).decode()
    assert '"author"' not in complete and complete.count('"author_perspective": "receiver"') == 16
    assert "size_class" not in complete and "is_guest" not in complete
    # One author of a network more: one is too few, and would be found beside the others.
    Participant.objects.filter(pk=author.pk).update(perspective="network")
    complete = document.write(
        queries.conversation_of(board, for_public=False, chance=random.Random(4))
    ).decode()
    assert '"author_perspective": "network"' not in complete


def test_counts_are_exact_from_ten_voters_and_words_below(board):
    some = a_statement(board, "Muutaman näkemä lause")
    for who in participants(board.event.series, 7):
        votes(board, who, some, 1)
    operations.analyse_board(board=board, now=NOW)
    conversation = queries.conversation_of(board, for_public=True, chance=random.Random(4))
    files = polis.files_of(conversation)
    assert set(files) == {"README.txt", "comments.csv", "summary.csv"}
    by_text = {row["comment-body"]: row for row in rows_of(files, "comments.csv")}
    few = by_text.pop(some.text)
    assert (few["agrees"], few["disagrees"], few["voters"], few["most"]) == ("", "", "", "agree")
    assert {(row["agrees"], row["disagrees"], row["voters"]) for row in by_text.values()} >= {
        ("8", "8", "16")
    }
    written = json.loads(document.write(conversation))
    assert not {"participants", "votes"} & set(written)
    assert written["totals"] == {"people": 23, "votes": 170, "statements": 12}
    assert {row[0]: row[1] for row in csv.reader(io.StringIO(files["summary.csv"]))}["votes"] == "170"
    disclosed = next(each for each in written["statements"] if each["text"] == some.text)
    assert "agree" not in disclosed and disclosed["most"] == "agree"
    # With rows, only what ten have voted on is in them.
    rows = polis_files(board, for_public=True, chance=random.Random(4))
    assert some.text not in rows["comments.csv"] and len(rows_of(rows, "participants-votes.csv")) == 16


ATTACKS = ["-1+cmd|' /C calc'!A0", "＝SUM(A1:A9)", " =SUM(A1:A9)", "\u200b=SUM(A1:A9)"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_statement_that_begins_like_a_formula_stays_text_in_the_public_files(attack):
    """Nothing that a participant writes is calculated where a stranger opens the download."""
    board = a_board()
    statement = a_statement(board, "Aluksi tavallinen lause")
    statement.text = attack  # as it could have come in by any way
    statement.save()
    for who in participants(board.event.series, 10):
        votes(board, who, statement, 1)
    conversation = queries.conversation_of(board, for_public=True, with_rows=True, chance=random.Random(1))
    body = rows_of(polis.files_of(conversation), "comments.csv")[0]["comment-body"]
    assert body == f"'{attack}"
    book = load_workbook(io.BytesIO(workbook.write(conversation)))
    cell = next(cell for cell in book["comments"][2] if attack in str(cell.value))
    assert (cell.value, cell.data_type) == (attack, "s")
    assert document.read({"x": document.write(conversation)}).statements["1"].text == attack
    again = polis.read(unpack({"x.zip": polis.write(conversation)})).statements["1"].text
    assert again == tidy(attack).strip()


def test_sets_exported_before_are_read():
    """With a pseudonym as id, no times in the public set, and one midnight for all votes of a day in the complete one."""
    for votes_file in (
        b"comment-id,voter-id,vote\n1,a3f0,1\n1,a3f0,-1\n2,b771,0\n",
        b"timestamp,datetime,comment-id,voter-id,vote\n1732838400000,2024-11-29,1,a3f0,1\n"
        b"1732838400000,2024-11-29,1,a3f0,-1\n1732838400000,2024-11-29,2,b771,0\n",
    ):
        found = polis.read(
            {
                "comments.csv": b"comment-id,author-id,agrees,disagrees,moderated,comment-body,language,kind\n"
                b"1,,0,1,1,Yhteinen hankinta,fi,next_step\n2,a3f0,0,0,1,Yhteinen hanke,fi,bottleneck\n",
                "votes.csv": votes_file,
                "perspectives.csv": b"participant,perspective\na3f0,pioneer\n",
            }
        )
        assert {who: (each.perspective, each.latest) for who, each in found.participants.items()} == {
            "a3f0": ("pioneer", {"1": -1}),
            "b771": ("", {"2": 0}),
        }
        assert (found.is_turned, found.problems) == (False, [])


def test_perspectives_of_five_and_more_are_read_again(board, tmp_path):
    for who in participants(board.event.series, 5, "pioneer"):
        votes(board, who, board.statements.first(), 1)
    operations.analyse_board(board=board, now=NOW)
    labels = read_labels(unpacked(board, tmp_path, for_public=False) / "perspectives.csv")
    assert sorted(labels.values()) == ["receiver"] * 13


def test_of_equal_perspectives_the_files_hide_the_same_one_as_the_pages(board, tmp_path):
    """Otherwise either could be read where it is shown, and the three of the network found by subtraction."""
    statement = board.statements.first()
    for who in (statement.author, *participants(board.event.series, 14, "pioneer")):
        votes(board, who, statement, 1)
    operations.analyse_board(board=board, now=NOW)
    labels = read_labels(unpacked(board, tmp_path, for_public=False) / "perspectives.csv")
    assert sorted(labels.values()) == ["pioneer"] * 14
    counts = {each.perspective: each.people for each in queries.taking_part(board).by_perspective}
    assert counts == {"pioneer": 14, "receiver": None, "network": None}


def test_hidden_statements_stay_in_the_organiser_s_set_alone(board):
    hidden = board.statements.get(number=2)
    operations.set_shown(board=board, statement_id=hidden.pk, is_shown=False, now=NOW)
    complete, public = (
        polis_files(board, for_public=way, chance=random.Random(1))["comments.csv"] for way in (False, True)
    )
    assert hidden.text in complete and hidden.text not in public


def test_words_that_begin_like_a_formula_stay_words():
    board = a_board()
    a_statement(board, "=HYPERLINK(tämä on kaava)")
    assert ",'=HYPERLINK" in polis_files(board, for_public=False, chance=random.Random(1))["comments.csv"]
