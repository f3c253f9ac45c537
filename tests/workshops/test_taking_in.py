"""Conversations from elsewhere: out and in again with the same groups; bad rows are named; a stop half way does no harm."""

from __future__ import annotations

import io
import json
import random
import sys
import zipfile

import pytest
from openpyxl import Workbook

from skaala.workshops import export, operations
from skaala.workshops.from_elsewhere import Fault, Unreadable, read_conversation
from skaala.workshops.models import Board, CurrentVote, Intake, Participant, Statement, Translation, Vote
from skaala.workshops.rules import NotPossible, Refusal
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, participants, votes
from tests.workshops.test_export import WORDS, partition

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    """Two camps of fifteen on ten statements, each with a whim; one changed her mind, one statement is hidden, one translated."""
    board = a_board()
    series = board.event.series
    author = a_participant(series)
    statements = [a_statement(board, f"{word.capitalize()} asia on tärkeä", author) for word in WORDS]
    people = participants(series, 20) + participants(series, 10, "network")
    given = [
        Vote(
            participant=who,
            number=place + 1,
            root=statement,
            board=board,
            value=(1 if (number % 2 == 0) == (place < 5) else -1) * (-1 if number % 10 == place else 1),
            cast_on=NOW.date(),
        )
        for number, who in enumerate(people)
        for place, statement in enumerate(statements)
    ]
    Vote.objects.bulk_create(given)
    CurrentVote.objects.bulk_create(
        CurrentVote(participant=v.participant, root=v.root, number=v.number, value=v.value) for v in given
    )
    Participant.objects.filter(pk__in=[who.pk for who in people]).update(votes_cast=10)
    people[0].refresh_from_db()
    votes(board, people[0], statements[9], 0)
    operations.set_shown(board=board, statement_id=statements[3].pk, is_shown=False)
    operations.set_translations(board=board, statement_id=statements[0].pk, texts={"en": "The first matters"})
    operations.set_pinned(board=board, statement_id=statements[2].pk, is_pinned=True)
    operations.see_board(board=board, now=NOW)
    return board


def files_of(board, way: str) -> dict[str, bytes]:
    chance = random.Random(4)
    if way == "json":
        return {"board.json": export.json_document(board, for_public=False, chance=chance).encode()}
    if way == "xlsx":
        return {"board.xlsx": export.xlsx_workbook(board, for_public=False, chance=chance)}
    packed = export.polis_archive(board, for_public=False, chance=chance)
    if way == "zip":
        return {"board.zip": packed}
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = ["comments.csv", "participants-votes.csv", "perspectives.csv"]
        return {name: archive.read(name) for name in names}


def taken_in(files: dict[str, bytes], event=None, **ways) -> Board:
    event = event or cast.an_event(cast.a_series("elsewhere"))
    intake = operations.read_intake(event=event, files=files, source="A town far away, 2021", **ways)
    return operations.take_in(intake=intake, now=NOW)


def stands(board) -> list[tuple[tuple[int, int], ...]]:
    """The votes as they are, whoever cast them."""
    by_person: dict[object, list[tuple[int, int]]] = {}
    number_of = dict(board.statements.values_list("root", "number"))
    for who, root, value in CurrentVote.objects.filter(root__board=board).values_list(
        "participant", "root", "value"
    ):
        by_person.setdefault(who, []).append((number_of[root], value))
    return sorted(tuple(sorted(each)) for each in by_person.values())


@pytest.mark.parametrize("way", ["zip", "json", "xlsx", "separate files"])
def test_out_and_in_again_gives_the_same_board_and_the_same_groups(way, board):
    copy = taken_in(files_of(board, way))
    assert (copy.phase, copy.source, copy.imported_on) == ("closed", "A town far away, 2021", NOW.date())
    assert stands(copy) == stands(board)
    facts = ("number", "text", "language", "state", "prompt__kind")
    assert list(copy.statements.values_list(*facts)) == list(board.statements.values_list(*facts))
    voters = Participant.objects.filter(series=copy.event.series, votes_cast__gt=0)
    assert sorted(voters.values_list("perspective", flat=True)) == ["network"] * 10 + ["receiver"] * 20
    before, after = board.pictures.get().result, operations.see_board(board=copy, now=NOW).result
    assert before["is_separate"]

    def camps(picture, of) -> set[frozenset]:
        stand = {
            str(who): tuple(
                sorted(
                    (number, value)
                    for number, value in CurrentVote.objects.filter(
                        participant=who, root__board=of
                    ).values_list("root__number", "value")
                )
            )
            for who in picture["members"]
        }
        groups: dict[str, list] = {}
        for who, group in picture["members"].items():
            groups.setdefault(group, []).append(stand[who])
        return {frozenset((each, group.count(each)) for each in group) for group in groups.values()}

    assert camps(after, copy) == camps(before, board)
    assert len(partition(after["members"])) == len(after["groups"]) == 2
    assert [each["size"] for each in after["groups"]] == [each["size"] for each in before["groups"]]
    assert {r: [row["share"] for row in rows] for r, rows in after["rankings"].items()} == {
        r: [row["share"] for row in rows] for r, rows in before["rankings"].items()
    }
    if way == "json":
        first = copy.statements.get(number=1)
        assert list(Translation.objects.filter(root=first).values_list("language", "text")) == [
            ("en", "The first matters")
        ]
        assert list(copy.statements.filter(is_pinned=True).values_list("number", flat=True)) == [3]


def test_ids_from_elsewhere_are_not_kept(board):
    before = set(Participant.objects.values_list("pk", flat=True))
    copy = taken_in(files_of(board, "json"))
    assert before.isdisjoint(
        Participant.objects.filter(series=copy.event.series).values_list("pk", flat=True)
    )
    assert bytes(Intake.objects.get().content) == b""


POLIS = {
    "comments.csv": b"timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    b"1,x,0,7,2,0,1,More trees\n1,x,1,7,0,1,0,More cars\n1,x,2,8,0,0,-1,Spam here\n1,x,3,8,0,0,0,Nobody saw\n",
    "votes.csv": b"timestamp,datetime,comment-id,voter-id,vote\n"
    b"3,x,0,7,-1\n1,x,0,7,1\n2,x,0,8,-1\n2,x,1,8,1\n",
    "summary.csv": b"topic,Trees\nurl,https://example.org\nvoters,2\n",
}


def test_a_file_in_which_minus_one_agrees_is_recognised_by_its_sums():
    found = read_conversation(POLIS)
    assert found.is_turned
    assert {who: dict(person.votes) for who, person in found.people.items()} == {
        "7": {1: 1},
        "8": {1: 1, 2: -1},
    }
    # Polis counts statements from zero, we from one; what nobody has looked at is shown where people voted on it.
    assert [(s.number, s.state) for s in found.statements.values()] == [
        (1, "shown"), (2, "shown"), (3, "hidden"), (4, "pending")
    ]  # fmt: skip
    as_told = read_conversation(POLIS, turned=False)
    assert dict(as_told.people["8"].votes) == {1: -1, 2: 1}
    assert not read_conversation(
        POLIS
        | {
            "votes.csv": POLIS["votes.csv"]
            .replace(b"-1", b"9")
            .replace(b",1\n", b",-1\n")
            .replace(b",9", b",1")
        }
    ).is_turned


def test_rows_that_cannot_be_taken_are_named_and_the_rest_comes_in():
    found = read_conversation(
        {
            "comments.csv": b"comment-id,comment-body,moderated\n1,Good idea,1\n1,Again,1\n2,,1\n,Lost,1\n3,"
            + b"long " * 80 + b",1\n4\n",
            "votes.csv": b"comment-id,voter-id,vote\n1,a,1\n1,b,maybe\n9,a,1\n3,,1\n3,b,-1\n",
        }
    )  # fmt: skip
    assert [(p.fault, p.file, p.line) for p in found.problems] == [
        ("cells", "comments.csv", 7),
        ("twice", "comments.csv", 3),
        ("no_words", "comments.csv", 4),
        ("no_id", "comments.csv", 5),
        ("no_vote", "votes.csv", 3),
        ("no_id", "votes.csv", 5),
        ("no_statement", "votes.csv", 4),
        ("shortened", "", 3),
    ]
    assert found.votes == 2
    assert len(found.statements["3"].text) == 280


def packed(**parts: bytes) -> bytes:
    with io.BytesIO() as packed:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return packed.getvalue()


BOMB = b"0" * 61_000_000


def test_a_workbook_that_somebody_made_is_read_with_its_numbers_formulas_and_gaps():
    book = Workbook()
    comments, given = book.active, book.create_sheet("Votes of May")
    for row in [
        ("comment-id", "comment-body", "moderated"),
        (1, "Good idea", 1.0),
        (2, "Another", None),
        (None,),
    ]:
        comments.append(row)
    for row in [("comment-id", "voter-id", "vote"), (1, 7, 1), (2.0, 7, -1), (1, 8, "perhaps"), (1, None, 1)]:
        given.append(row)
    with io.BytesIO() as file:
        book.save(file)
        found = read_conversation({"May.xlsx": file.getvalue()})
    assert {who: dict(person.votes) for who, person in found.people.items()} == {"7": {1: 1, 2: -1}}
    assert [s.text for s in found.statements.values()] == ["Good idea", "Another"]
    assert [(p.fault, p.file, p.line) for p in found.problems] == [
        ("no_vote", "May.xlsx: Votes of May", 4),
        ("no_id", "May.xlsx: Votes of May", 5),
    ]


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({}, Fault.NO_VOTES),
        ({"a.csv": b""}, Fault.NO_VOTES),
        ({"a.csv": b"colour,taste\nred,sweet\n"}, Fault.UNKNOWN_FILE),
        ({"a.csv": b"\xff\xfe\x00"}, Fault.NOT_TEXT),
        ({"a.zip": b"PK nothing"}, Fault.NOT_A_ZIP),
        ({"a.json": b'{"format": "other"}'}, Fault.NOT_OURS),
        ({"a.json": b'{"format": '}, Fault.NOT_TEXT),
        ({"a.json": b'{"format": "skaala-board", "version": 1, "votes": [1, null, {}]}'}, Fault.NO_VOTES),
        (
            {"a.csv": b"comment-id,voter-id,vote\n", "b.csv": b"comment-id,voter-id,vote\n"},
            Fault.TWO_OF_A_KIND,
        ),
        ({"a.csv": b"comment-id,comment-body\n1,Words\n"}, Fault.NO_VOTES),
        ({"a.zip": packed(**{"votes.csv": BOMB})}, Fault.TOO_LARGE),
        ({"a.xlsx": packed(**{"xl/workbook.xml": b"<a/>"})}, Fault.NOT_A_WORKBOOK),
        ({"a.xlsx": packed(**{"xl/workbook.xml": BOMB})}, Fault.TOO_LARGE),
    ],
)
def test_files_with_nothing_to_take_are_refused_with_the_reason(files, fault):
    with pytest.raises(Unreadable) as refused:
        read_conversation(files)
    assert refused.value.fault == fault


def test_a_stop_half_way_is_gone_on_with_and_nothing_comes_twice(board, monkeypatch):
    module = sys.modules["skaala.workshops.operations.take_in"]
    monkeypatch.setattr(module, "AT_A_TIME", 5)
    event = cast.an_event(cast.a_series("elsewhere"))
    intake = operations.read_intake(event=event, files=files_of(board, "zip"), source="Elsewhere")
    whole, calls = module._take_some, []

    def stops(*args):
        calls.append(1)
        if len(calls) == 3:
            raise RuntimeError("the machine went down")
        return whole(*args)

    monkeypatch.setattr(module, "_take_some", stops)
    with pytest.raises(RuntimeError):
        operations.take_in(intake=intake, now=NOW)
    half = Board.objects.get(event=event)
    assert (half.phase, Intake.objects.get().people_done) == ("set_up", 10)  # nobody sees half of it
    monkeypatch.setattr(module, "_take_some", whole)
    copy = operations.take_in(intake=Intake.objects.get(), now=NOW)
    assert stands(copy) == stands(board)
    assert copy.phase == "closed"
    assert Vote.objects.filter(board=copy).count() == Vote.objects.filter(board=board).count()


def test_it_never_lands_on_a_board_in_use_and_goes_again_without_a_trace(board):
    files = files_of(board, "json")
    with pytest.raises(NotPossible, match=Refusal.ALREADY_USED.value):
        taken_in(files, event=board.event)
    with pytest.raises(NotPossible, match=Refusal.NOT_IMPORTED.value):
        operations.remove_imported(board=board)
    tables = (Board, Statement, Participant, Vote, CurrentVote, Translation, Intake)
    before = [model.objects.count() for model in tables]
    unused = a_board(cast.an_event(board.event.series, 2))
    copy = taken_in(files, event=unused.event)
    assert copy.pk != unused.pk and not Board.objects.filter(pk=unused.pk).exists()
    operations.remove_imported(board=copy)
    # The one person who had only written a statement of ours is still here; nothing of the copy is.
    assert [model.objects.count() for model in tables] == before


def test_json_says_what_it_is_and_the_public_one_tells_nobody(board):
    complete = json.loads(export.json_document(board, for_public=False, chance=random.Random(1)))
    text = export.json_document(board, for_public=True, chance=random.Random(1))
    public = json.loads(text)
    assert (public["format"], public["version"], public["complete"], complete["complete"]) == (
        "skaala-board", 1, False, True
    )  # fmt: skip
    for who in Participant.objects.values_list("pk", flat=True):
        assert str(who) not in text and who.hex not in text
        assert not CurrentVote.objects.filter(participant=who).exists() or str(who) in json.dumps(complete)
    assert [s["number"] for s in public["statements"]] == [
        1,
        2,
        3,
        5,
        6,
        7,
        8,
        9,
        10,
    ]  # the hidden one is not told
    assert set(public["participants"][0]) == {"id", "perspective", "opinion_group"}
    assert {"author", "source", "small_group"}.isdisjoint(public["statements"][0])
    assert sorted(p["perspective"] for p in public["participants"]) == ["network"] * 10 + ["receiver"] * 20
    assert "day" in complete["votes"][0] and "day" not in public["votes"][0]


def test_the_workbook_holds_the_same_tables_as_the_files(board):
    from openpyxl import load_workbook

    a_statement(board, "=1+1 on kaava tässä")
    book = load_workbook(
        io.BytesIO(export.xlsx_workbook(board, for_public=False, chance=random.Random(1))), read_only=True
    )
    got = export.gather(board, for_public=False, chance=random.Random(1))
    for name, rows in [
        ("comments", export.comment_rows(got)),
        ("participants-votes", export.matrix_rows(got)),
    ]:
        sheet = [
            [cell if cell is not None else "" for cell in row]
            for row in book[name].iter_rows(values_only=True)
        ]
        assert [[str(c) for c in row] for row in sheet] == [
            [str(export._plain(c)) for c in row] for row in rows
        ]
    assert not any(cell.data_type == "f" for row in book["comments"].iter_rows() for cell in row)
    assert book.sheetnames == ["comments", "participants-votes", "votes", "perspectives", "summary"]
