"""Conversations from elsewhere: out and in again with the same groups; bad rows are named; a stop half way does no harm."""

from __future__ import annotations

import io
import json
import random
import sys
import zipfile

import pytest

from skaala.tables.writing import holdable
from skaala.workshops import operations, queries
from skaala.workshops.formats import find_format
from skaala.workshops.formats.polis_writing import tables
from skaala.workshops.models import Board, CurrentVote, Intake, Participant, Statement, Translation, Vote
from skaala.workshops.rules import Refusal, UnableToAct
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, participants, votes
from tests.workshops.formats.test_polis import WORDS, partition

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    """Two camps of fifteen on ten statements, each with a whim; one changed their mind, one statement is hidden, one translated."""
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
    operations.set_shown(board=board, statement_id=statements[3].pk, is_shown=False, now=NOW)
    operations.set_translations(board=board, statement_id=statements[0].pk, texts={"en": "The first matters"})
    operations.set_pinned(board=board, statement_id=statements[2].pk, is_pinned=True)
    operations.analyse_board(board=board, now=NOW)
    return board


def made(board, ending: str, *, for_public: bool = False) -> bytes:
    conversation = queries.conversation_of(
        board, for_public=for_public, with_rows=True, chance=random.Random(4)
    )
    return find_format(ending).write(conversation)


def files_of(board, way: str) -> dict[str, bytes]:
    if way != "separate files":
        return {f"board.{way}": made(board, way)}
    with zipfile.ZipFile(io.BytesIO(made(board, "zip"))) as archive:
        names = ["comments.csv", "participants-votes.csv", "perspectives.csv"]
        return {name: archive.read(name) for name in names}


def taken_in(files: dict[str, bytes], event=None, **ways) -> Board:
    event = event or cast.an_event(cast.a_series("elsewhere"))
    intake = operations.read_intake(event=event, files=files, source="A town far away, 2021", **ways)
    return operations.import_board(intake=intake, now=NOW)


def votes_of(board) -> list[tuple[tuple[int, int], ...]]:
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
    assert votes_of(copy) == votes_of(board)
    facts = ("number", "text", "language", "state", "prompt__kind")
    assert list(copy.statements.values_list(*facts)) == list(board.statements.values_list(*facts))
    voters = Participant.objects.filter(series=copy.event.series, votes_cast__gt=0)
    assert sorted(voters.values_list("perspective", flat=True)) == ["network"] * 10 + ["receiver"] * 20
    before, after = board.pictures.get().result, operations.analyse_board(board=copy, now=NOW).result
    assert before["is_separate"]

    def camps(picture, of) -> set[frozenset]:
        own_votes = {
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
            groups.setdefault(group, []).append(own_votes[who])
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


def test_a_stop_half_way_is_gone_on_with_and_nothing_comes_twice(board, monkeypatch):
    module = sys.modules["skaala.workshops.operations.import_board"]
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
        operations.import_board(intake=intake, now=NOW)
    half = Board.objects.get(event=event)
    assert (half.phase, Intake.objects.get().people_done) == ("set_up", 10)  # nobody sees half of it
    monkeypatch.setattr(module, "_take_some", whole)
    copy = operations.import_board(intake=Intake.objects.get(), now=NOW)
    assert votes_of(copy) == votes_of(board)
    assert copy.phase == "closed"
    # A file has the votes that count, not what somebody voted before.
    assert Vote.objects.filter(board=copy).count() == CurrentVote.objects.filter(root__board=board).count()


def test_it_never_lands_on_a_board_in_use_and_goes_again_without_a_trace(board):
    files = files_of(board, "json")
    with pytest.raises(UnableToAct, match=Refusal.ALREADY_USED.value):
        taken_in(files, event=board.event)
    with pytest.raises(UnableToAct, match=Refusal.NOT_IMPORTED.value):
        operations.remove_imported(board=board)
    tables = (Board, Statement, Participant, Vote, CurrentVote, Translation, Intake)
    before = [model.objects.count() for model in tables]
    unused = a_board(cast.an_event(board.event.series, 2))
    copy = taken_in(files, event=unused.event)
    assert copy.pk != unused.pk and not Board.objects.filter(pk=unused.pk).exists()
    operations.remove_imported(board=copy)
    # The one person who had only written a statement of ours is still here; nothing of the copy is.
    assert [model.objects.count() for model in tables] == before


def test_json_says_what_it_is_and_the_public_one_names_nobody(board):
    complete = json.loads(made(board, "json"))
    text = made(board, "json", for_public=True).decode()
    public = json.loads(text)
    assert (public["format"], public["version"], public["complete"], complete["complete"]) == (
        "skaala-board", 1, False, True
    )  # fmt: skip
    for who in Participant.objects.values_list("pk", flat=True):
        assert str(who) not in text and who.hex not in text
        assert str(who) not in json.dumps(complete)
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
    assert {"author_perspective", "source"}.isdisjoint(public["statements"][0])
    assert {p["perspective"] for p in public["participants"]} == {""}
    assert sorted(p["perspective"] for p in complete["participants"]) == ["network"] * 10 + ["receiver"] * 20
    assert "day" not in complete["votes"][0] and "author" not in complete["statements"][0]


def test_the_workbook_holds_the_same_tables_as_the_files(board):
    from openpyxl import load_workbook

    a_statement(board, "=1+1 on kaava tässä")
    conversation = queries.conversation_of(board, for_public=False, with_rows=True, chance=random.Random(1))
    workbook = find_format("xlsx")
    assert workbook is not None
    book = load_workbook(io.BytesIO(workbook.write(conversation)), read_only=True)
    for name, rows in tables(conversation).items():
        sheet = [
            [cell if cell is not None else "" for cell in row]
            for row in book[name].iter_rows(values_only=True)
        ]
        assert [[str(c) for c in row] for row in sheet] == [[holdable(str(c)) for c in row] for row in rows]
    assert not any(cell.data_type == "f" for row in book["comments"].iter_rows() for cell in row)
    assert book.sheetnames == ["comments", "participants-votes", "votes", "perspectives", "summary"]
