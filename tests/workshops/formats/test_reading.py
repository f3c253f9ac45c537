"""Conversations from files: rows that cannot be used are named, and files that say something else than they should are refused."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from openpyxl import Workbook

from skaala.workshops.formats import read_conversation
from skaala.workshops.formats.conversation import Fault, UnreadableConversation
from skaala.workshops.rules.board_import import prepare_import

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
    assert {who: person.latest for who, person in found.participants.items()} == {
        "7": {"0": 1},
        "8": {"0": 1, "1": -1},
    }
    # Polis numbers statements from zero, we from one; what nobody has looked at is shown where people voted on it.
    assert [(s.number, s.state) for s in prepare_import(found).statements] == [
        (1, "shown"), (2, "shown"), (3, "hidden"), (4, "pending")
    ]  # fmt: skip
    as_it_is = read_conversation(POLIS, turned=False)
    assert as_it_is.participants["8"].latest == {"0": -1, "1": 1}
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
    board = prepare_import(found)
    assert [(p.fault, p.file, p.line) for p in found.problems] == [
        ("twice", "comments.csv", 3),
        ("no_words", "comments.csv", 4),
        ("no_id", "comments.csv", 5),
        ("cells", "comments.csv", 7),
        ("no_vote", "votes.csv", 3),
        ("no_statement", "votes.csv", 4),
        ("no_id", "votes.csv", 5),
        ("shortened", "", 3),
    ]
    assert board.vote_count == 2
    assert {s.number: len(s.text) for s in board.statements} == {1: 9, 3: 280}


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
    assert {who: person.latest for who, person in found.participants.items()} == {"7": {"1": 1, "2": -1}}
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
    with pytest.raises(UnreadableConversation) as refused:
        read_conversation(files)
    assert refused.value.fault == fault


# --- As spreadsheets save them ---


def saved_by_excel(text: bytes, separator: str = ";", encoding: str = "cp1252", head: str = "") -> bytes:
    rows = list(csv.reader(io.StringIO(text.decode())))
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return (head + written.getvalue()).encode(encoding)


@pytest.mark.parametrize(
    ("separator", "encoding", "head"),
    [(";", "cp1252", ""), (";", "utf-8-sig", "sep=;\r\n"), ("\t", "utf-16", ""), (",", "utf-8", "")],
)
def test_a_set_saved_by_a_spreadsheet_is_the_same_set(separator, encoding, head):
    comments = POLIS["comments.csv"].replace(b"More trees", "Lisää mäntyjä".encode())
    votes = POLIS["votes.csv"].replace(b"\n3,", b"\n1650000000003,")
    files = {
        "comments.csv": saved_by_excel(comments, separator, encoding, head),
        "votes.csv": saved_by_excel(votes, separator, encoding, head),
    }
    found, plain = read_conversation(files), read_conversation({"comments.csv": comments, "votes.csv": votes})
    assert (found.statements, found.participants) == (plain.statements, plain.participants)
    assert found.statements["0"].text == "Lisää mäntyjä"
    assert not found.problems


def test_times_that_a_spreadsheet_has_shortened_leave_the_order_of_lines():
    votes = b"timestamp;comment-id;voter-id;vote\n1,65107E+12;0;7;1\n1,65107E+12;0;7;-1\n"
    found = read_conversation({"votes.csv": votes})
    assert found.participants["7"].latest == {"0": -1}
    assert not found.problems


# --- Exchanged columns ---


def a_set(statements: int = 12, people: int = 20) -> dict[str, list[list[str]]]:
    voted = [(s, p) for p in range(people) for s in range(statements) if (s + p) % 3]
    agrees = [sum(1 for s, p in voted if s == each and (s * p) % 4) for each in range(statements)]
    total = [sum(1 for s, p in voted if s == each) for each in range(statements)]
    return {
        "comments": [
            ["comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body", "language", "kind"],
            *(
                [str(s), "0", str(agrees[s]), str(total[s] - agrees[s]), "1", f"Ajatus numero {s} kunnista", "fi", "next_step"]
                for s in range(statements)
            ),
        ],
        "votes": [
            ["timestamp", "comment-id", "voter-id", "vote"],
            *([str(1000 * n), str(s), str(p), "1" if (s * p) % 4 else "-1"] for n, (s, p) in enumerate(voted)),
        ],
    }  # fmt: skip


def as_files(tables: dict[str, list[list[str]]]) -> dict[str, bytes]:
    return {f"{name}.csv": "\n".join(map(",".join, rows)).encode() for name, rows in tables.items()}


def with_exchanged(tables: dict[str, list[list[str]]], name: str, one: str, other: str) -> dict[str, bytes]:
    head = tables[name][0]
    exchange = {one: other, other: one}
    return as_files(tables | {name: [[exchange.get(column, column) for column in head], *tables[name][1:]]})


@pytest.mark.parametrize(
    ("table", "one", "other", "fault"),
    [
        ("votes", "vote", "comment-id", Fault.MOSTLY_LEFT_OUT),
        ("votes", "vote", "timestamp", Fault.MOSTLY_LEFT_OUT),
        ("votes", "comment-id", "voter-id", Fault.MOSTLY_LEFT_OUT),
        ("comments", "comment-body", "language", Fault.WRONG_COLUMN),
        ("comments", "comment-body", "kind", Fault.WRONG_COLUMN),
        ("comments", "moderated", "agrees", Fault.WRONG_COLUMN),
    ],
)
def test_exchanged_columns_are_refused(table, one, other, fault):
    tables = a_set(statements=24 if other != "voter-id" else 60, people=200 if other == "voter-id" else 20)
    assert not read_conversation(as_files(tables)).problems
    with pytest.raises(UnreadableConversation) as refused:
        read_conversation(with_exchanged(tables, table, one, other))
    assert (refused.value.fault, refused.value.file) == (fault, f"{table}.csv")


def test_exchanged_sums_show_in_the_samples_that_a_person_looks_at():
    tables = a_set()
    straight = prepare_import(read_conversation(as_files(tables))).samples()
    found = read_conversation(with_exchanged(tables, "comments", "agrees", "disagrees"))
    assert found.is_turned
    turned = prepare_import(found).samples()
    assert [(s.text, s.agree, s.disagree) for s in turned] == [
        (s.text, s.disagree, s.agree) for s in straight
    ]
    assert len(turned) == 3


def test_a_missing_and_a_doubled_column_are_named():
    for head, fault, detail in [
        ("comment-id,vote", Fault.MISSING_COLUMN, "voter-id"),
        ("comment-id,voter-id,vote,vote", Fault.COLUMN_TWICE, "vote"),
    ]:
        with pytest.raises(UnreadableConversation) as refused:
            read_conversation({"votes.csv": f"{head}\n1,2,1,1\n".encode()})
        assert (refused.value.fault, refused.value.detail) == (fault, detail)


def test_values_that_no_column_knows_are_named_and_not_used():
    found = read_conversation(
        POLIS | {"perspectives.csv": b"participant,perspective\n7,receiver\n8,neighbour\n"}
    )
    assert [(p.fault, p.line, p.detail, p.where) for p in found.problems] == [
        ("unknown_value", 3, "neighbour", "perspective")
    ]
    board = prepare_import(found)
    assert {who: person.perspective for who, person in board.participants.items()} == {
        "7": "receiver", "8": "everyone"
    }  # fmt: skip
