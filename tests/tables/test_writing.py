"""What the program writes for a spreadsheet: nothing in it is calculated, and reading it gives back what was written."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from skaala.tables.characters import tidy
from skaala.tables.guard import guard, unguard
from skaala.tables.reading import Limits, read_rows
from skaala.tables.writing import Sheet, csv_for_excel, csv_for_programs, sheet_name, workbook

LIMITS = Limits(bytes=1_000_000, rows=100, columns=10)
ATTACKS = [
    "-1+cmd|' /C calc'!A0", "＝SUM(A1)", " =1+1", "\u200b=1+1", "+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u202e=1", "'=1+1", "\ufeff-2",
]  # fmt: skip
TEXTS = st.text(
    st.one_of(st.sampled_from("'=+-@＝＋＠－ \t\n\u200b\u2060aä;,\""), st.characters()), max_size=12
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_that_begins_like_a_formula_is_guarded_in_csv(attack: str):
    for text in (csv_for_programs([["x", attack]]), csv_for_excel([["x", attack]]).decode("utf-8-sig")):
        row = next(csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in text else ","))
        assert row == ["x", "'" + attack.replace("\r", "\n")]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_workbook_holds_it_as_text_without_an_apostrophe(attack: str):
    book = load_workbook(io.BytesIO(workbook([Sheet("x", [["head"], [attack]])])))
    cell = book["x"]["A2"]
    doubled = attack == "'=1+1"  # reading would take one off, as older files have it for a guard
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value == (f"'{attack}" if doubled else attack.replace("\r", "\n"))


def test_a_phone_number_in_a_workbook_has_no_apostrophe():
    book = load_workbook(io.BytesIO(workbook([Sheet("x", [["phone"], ["+358 40 123 4567"]])])))
    assert book["x"]["A2"].value == "+358 40 123 4567"


def test_numbers_stay_numbers():
    assert csv_for_programs([["n"], [-1], [0.5]]) == "n\n-1\n0.5\n"
    book = load_workbook(io.BytesIO(workbook([Sheet("x", [["n"], [-1], [0.5]])])))
    assert [row[0].value for row in book["x"].iter_rows(min_row=2)] == [-1, 0.5]


@given(TEXTS)
def test_taking_the_guard_off_is_its_exact_inverse(text: str):
    assert unguard(guard(text)) == text


@given(TEXTS.filter(lambda text: tidy(text).strip() and "\ud800" not in text))
def test_what_is_written_is_read_again(text: str):
    kept = tidy(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    if any(ord(c) in {0xFFFE, 0xFFFF} for c in text):
        return  # no file holds these
    for content in (
        csv_for_excel([["head", "x"], [text, "x"]]),
        workbook([Sheet("x", [["head", "x"], [text, "x"]])]),
    ):
        assert read_rows(content, LIMITS)[1][1] == [kept, "x"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Jyva\u0308skyla\u0308", "Jyväskylä"),
        ("Maija\u00a0Meika\u0308la\u0308inen\u200b", "Maija Meikäläinen"),
        ("\u202eevil\u202c", "evil"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ],
)
def test_texts_are_read_composed_and_without_what_cannot_be_seen(typed: str, kept: str):
    assert tidy(typed) == kept
    assert read_rows(f"a;b\n{typed};x\n".encode(), LIMITS)[1][1] == [kept, "x"]


def test_a_sheet_has_a_name_that_programs_take():
    assert sheet_name("Ketkä: [kaikki]/ei? " + "x" * 40) == ("Ketkä   kaikki  ei  " + "x" * 40)[:31]


@pytest.mark.parametrize("text", ["_x0041_", "_xD83D_", "a_x000D_b", "_x_x0041_", "_x005F_x0041_"])
def test_what_looks_like_a_code_of_excel_is_not_taken_for_one(text: str):
    content = workbook([Sheet("x", [["head"], [text]])])
    assert read_rows(content, LIMITS)[1][1] == [text]


def test_a_cell_holds_what_a_spreadsheet_can_hold_and_no_more():
    book = load_workbook(io.BytesIO(workbook([Sheet("x", [["head"], ["x" * 40_000]])])))
    assert len(book["x"]["A2"].value) == 32_767


@pytest.mark.parametrize(
    ("has_head", "columns", "first_that_scrolls"),
    [(True, 0, "A2"), (True, 2, "C2"), (False, 1, "B1"), (False, 0, None)],
)
def test_heads_and_first_columns_stay_in_sight(has_head: bool, columns: int, first_that_scrolls: str | None):
    sheet = Sheet("x", [["head", "b", "c"], ["1", "2", "3"]], has_head=has_head, frozen_columns=columns)
    assert load_workbook(io.BytesIO(workbook([sheet])))["x"].freeze_panes == first_that_scrolls


def test_heads_are_bold_and_cells_are_not():
    book = load_workbook(io.BytesIO(workbook([Sheet("x", [["head"], ["1"]])])))
    assert book["x"]["A1"].font.b
    assert not book["x"]["A2"].font.b
