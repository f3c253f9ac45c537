"""Export files: what is read, and what is said when they are not what they should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from skaala.workshops.formats.single_files import (
    UnreadableExport,
    read_comments,
    read_labels,
    read_votes,
)


def written(folder: Path, text: str | bytes, name: str = "votes.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_wide_file_is_read(tmp_path: Path) -> None:
    header = "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,7\n"
    read = read_votes(written(tmp_path, header + "anna,,1,0,2,1,1,1,-1\nbo,,,0,1,0,0,,0\n"))
    assert read.votes.participants == ("anna", "bo")
    assert read.votes.statements == ("0", "7")
    assert read.votes.values.tolist() == [1, -1, 0]
    assert read.published_groups == {"anna": "1"}


def test_latest_vote_of_a_log_counts_whatever_the_order_of_lines(tmp_path: Path) -> None:
    text = "timestamp,datetime,comment-id,voter-id,vote\n9,,a,p,-1\n5,,a,p,1\n7,,b,p,0\n7,,b,p,1\n"
    votes = read_votes(written(tmp_path, text)).votes
    assert votes.statements == ("a", "b")
    assert votes.values.tolist() == [-1, 1]


def test_floats_byte_order_mark_and_blank_lines_are_read(tmp_path: Path) -> None:
    votes = read_votes(written(tmp_path, "\ufeffparticipant,s\r\np,1.0\r\n\r\nq,-1.0\r\n")).votes
    assert votes.values.tolist() == [1, -1]


@pytest.mark.parametrize(
    "content",
    [
        "participant;s;t\npäivi;1;\nq;;-1\n".encode("utf-8-sig"),
        "sep=;\r\nparticipant;s;t\r\npäivi;1\r\nq;;-1\r\n".encode("cp1252"),
        "participant\ts\tt\npäivi\t1\t\nq\t\t-1\n".encode("utf-16"),
    ],
)
def test_files_saved_by_spreadsheets_are_read(tmp_path: Path, content: bytes) -> None:
    votes = read_votes(written(tmp_path, content)).votes
    assert (votes.participants, votes.statements) == (("päivi", "q"), ("s", "t"))
    assert votes.values.tolist() == [1, -1]


def test_file_without_votes_or_people_is_read(tmp_path: Path) -> None:
    assert read_votes(written(tmp_path, "participant,s\n")).votes.participants == ()
    assert read_votes(written(tmp_path, "participant,s\np,\n")).votes.values.tolist() == []
    assert read_votes(written(tmp_path, "comment-id,voter-id,vote\n")).votes.statements == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("\n", "is empty"),
        ("a,b\n1,2\n", "expected the columns of participants-votes.csv"),
        ("comment-id,vote\n1,1\n", "missing 'voter-id'"),
        ("participant,group-id\np,1\n", "no column for any statement"),
        (
            "participant,s\np,2\n",
            "line 2, statement 's': a vote is 1 (agree), 0 (pass) or -1 (disagree), not '2'",
        ),
        ("participant,s\np,yes\n", "not 'yes'"),
        ("participant,s\np,nan\n", "not 'nan'"),
        ("participant,s\np,1\nq,0\np,1\n", "line 4: participant 'p' stands twice (first on line 2)"),
        ("participant,s,s\np,1,1\n", "these columns stand twice: 's'"),
        ("participant,s\np,1,1\n", "line 2: 3 cells, but the first line names 2 columns"),
        ("participant,s\n,1\n", "line 2: the participant has no id"),
        ("comment-id,voter-id,vote\n1,p,\n", "not ''"),
        ("comment-id,voter-id,vote\n1,p,5\n", "line 2, statement '1'"),
        ("comment-id,voter-id,vote\n,p,1\n", "a vote needs a voter-id and a comment-id"),
        ("timestamp,comment-id,voter-id,vote\nsoon,1,p,1\n", "the timestamp 'soon' is not a number"),
        (b"participant,s\n\x00,1\n", "cannot be read as a table"),
        (b'participant,s\n"p' + b"x" * 140_000 + b'",1\n', "not a CSV file"),
    ],
)
def test_bad_files_are_named_with_what_is_wrong(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(UnreadableExport) as refusal:
        read_votes(written(tmp_path, text))
    assert said in str(refusal.value)
    assert str(refusal.value).startswith("votes.csv")


def test_comments_have_words_and_moderation(tmp_path: Path) -> None:
    text = (
        'comment-id,moderated,comment-body,is-meta\n1,1,"Yes, and",f\n2,-1,No,f\n3,0,I live in a town,true\n'
    )
    about = read_comments(written(tmp_path, text))
    assert about.texts == {"1": "Yes, and", "2": "No", "3": "I live in a town"}
    assert about.moderation.rejected == {"2"}
    assert about.moderation.metadata == {"3"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("comment-id,comment-body\n1,x\n", "missing 'moderated'"),
        ("comment-id,moderated\n1,1\n1,1\n", "statement '1' stands twice"),
        ("comment-id,moderated\n1,perhaps\n", "not 'perhaps'"),
    ],
)
def test_bad_comments_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UnreadableExport) as refusal:
        read_comments(written(tmp_path, text))
    assert said in str(refusal.value)


def test_labels_are_read_and_shown_once(tmp_path: Path) -> None:
    assert read_labels(written(tmp_path, "participant,perspective\np,pioneer\nq,\n")) == {"p": "pioneer"}
    with pytest.raises(UnreadableExport, match="stands twice"):
        read_labels(written(tmp_path, "participant,perspective\np,a\np,b\n"))
