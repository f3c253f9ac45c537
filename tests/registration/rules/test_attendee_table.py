"""Reading a table of people: rows keep the numbers people see, and columns are found by their heads or by addresses."""

from __future__ import annotations

import pytest

from skaala.registration.rules.attendee_table import guess_columns, read_people
from skaala.tables.reading import Unreadable, UnreadableTable


def test_a_rows_place_is_the_number_people_see():
    rows = read_people("Nimi;Sähköposti\n\n\nMaija \u200b Mäkinen;maija@example.org\n".encode())
    assert rows == [["Nimi", "Sähköposti"], [], [], ["Maija Mäkinen", "maija@example.org"]]


def test_a_cell_is_cut_at_a_thousand_characters():
    ((cell,),) = read_people(b"x" * 1_001)
    assert len(cell) == 1_000
    ((cell,),) = read_people(b"x" * 1_000)
    assert len(cell) == 1_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"x;" * 60 + b"x", Unreadable.TOO_MANY_COLUMNS),
        (b"x\n" * 10_001, Unreadable.TOO_MANY_ROWS),
        (b"x" * 5_000_001, Unreadable.TOO_LARGE),
    ],
)
def test_a_table_beyond_the_limits_is_refused(content, reason):
    with pytest.raises(UnreadableTable) as refused:
        read_people(content)
    assert refused.value.reason == reason


def test_the_largest_table_is_read():
    assert len(read_people(b"x\n" * 10_000)) == 10_000
    assert len(read_people(b"x;" * 59 + b"x")[0]) == 60


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (["Nimi", "Sähköposti", "Kunta"], {"name": 0, "email": 1, "municipality": 2}),
        (["FÖRNAMN", "efternamn:", "E-post *"], {"first_name": 0, "last_name": 1, "email": 2}),
        (["Email", "Full name", "Job title", "Language"], {"email": 0, "name": 1, "role": 2, "language": 3}),
        (["Tunnus", "Organisaatio", "Nimi"], {"organisation": 1, "name": 2}),
        (["Nimi", "Namn", "Email"], {"name": 0, "email": 2}),  # the first of two that say the same
    ],
)
def test_columns_are_found_by_their_heads(heads, columns):
    rows = [heads, ["a", "b", "c", "d"]]
    assert guess_columns(rows) == {**columns, "start": 1}


def test_a_title_above_the_heads_is_passed_over():
    rows = [[], ["Osallistujat"], ["27.3.2030"], ["Nimi", "Sähköposti"], ["Maija", "maija@example.org"]]
    assert guess_columns(rows) == {"name": 0, "email": 1, "start": 4}


def test_heads_are_looked_for_in_ten_rows():
    def found_below(titles: int) -> dict[str, int]:
        return guess_columns([*([["x"]] * titles), ["Nimi", "Sähköposti"], ["Maija", "m@example.org"]])

    assert found_below(9) == {"name": 0, "email": 1, "start": 10}
    assert found_below(10)["start"] == 1


def test_a_head_alone_below_a_title_does_not_count_as_heads():
    rows = [["Osallistujat"], ["Nimi"], ["Maija"]]
    assert guess_columns(rows) == {"start": 1}


def test_without_heads_the_column_with_most_addresses_is_that_of_addresses():
    rows = [["Maija", "m@example.org"], ["Aino", "a@example.org"], ["b@example.org", "x"]]
    assert guess_columns(rows) == {"email": 1, "start": 0}


def test_addresses_below_heads_that_say_nothing_are_found():
    rows = [["A", "B"], ["Maija", "m@example.org"]]
    assert guess_columns(rows) == {"email": 1, "start": 1}
    rows = [["Nimi", "Muu"], ["Maija", "m@example.org"]]
    assert guess_columns(rows) == {"name": 0, "email": 1, "start": 1}


def test_people_above_what_looks_like_heads_are_people():
    rows = [["Maija", "m@example.org"], ["Nimi", "Sähköposti"]]
    assert guess_columns(rows) == {"email": 1, "start": 0}


def test_a_table_without_addresses_has_no_column_of_them():
    assert guess_columns([["A", "B"], ["x", "y"]]) == {"start": 1}
    assert guess_columns([["A", "B"]]) == {"start": 1}


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Osallistuja", "name"), ("För- och efternamn", "name"), ("Attendee", "name"), ("Etunimi", "first_name"), ("Forename", "first_name"),
        ("Surname:", "last_name"), ("Sukunimi", "last_name"), ("Sposti", "email"), ("E-postadress", "email"), ("Mail", "email"),
        ("Kotikunta", "municipality"), ("Stad", "municipality"), ("Town", "municipality"), ("Taho", "organisation"), ("Enhet", "organisation"),
        ("Affiliation", "organisation"), ("Arbetsplats", "organisation"), ("Titteli", "role"), ("Befattning", "role"), ("Position", "role"),
        ("Asiointikieli", "language"), ("Språk", "language"), ("Language", "language"),
    ],
)  # fmt: skip
def test_columns_are_known_by_the_heads_people_write(head, field):
    assert guess_columns([["#", head, "Muuta"], ["1", "x", "y"]]).get(field) == 1
