"""What spreadsheets write is read, and what is no table, or would take long, is refused at once."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from openpyxl import Workbook

from skaala.tables import reading
from skaala.tables.reading import Limits, Unreadable, UnreadableTable, read_rows

LIMITS = Limits(bytes=5_000_000, rows=10_000, columns=60)


def a_workbook(*rows, before: int = 0) -> bytes:
    workbook = Workbook()
    for _ in range(before):
        workbook.create_sheet(index=0)
    for row in rows:
        workbook.worksheets[-1].append(row)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def with_part(name: str, *pieces: bytes) -> bytes:
    """A workbook one part of which is replaced."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(a_workbook(["a"]))) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for part in parts.namelist():
            if part != name:
                written.writestr(part, parts.read(part))
        with written.open(name, "w") as file:
            for piece in pieces:
                file.write(piece)
    return packed.getvalue()


def with_sheet(*pieces: bytes) -> bytes:
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return with_part("xl/worksheets/sheet1.xml", head, *pieces, b"</sheetData></worksheet>")


CSV = 'Nimi;Sähköposti\n"Öhman; Äijö";aijo@example.org\n;\nUlla\n'
ROWS = [(1, ["Nimi", "Sähköposti"]), (2, ["Öhman; Äijö", "aijo@example.org"]), (4, ["Ulla"])]
TABLE = [["Nimi", "Sähköposti"], ["Öhman; Äijö", "aijo@example.org"], [None, " "], ["Ulla", None]]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (CSV.encode(), ROWS),
        (CSV.encode("utf-8-sig"), ROWS),
        (CSV.encode("cp1252"), ROWS),
        (CSV.replace("Nimi;", "Nimi\t").replace(";aijo", "\taijo").replace("\n;", "\n\t").encode("utf-16"), ROWS),
        (CSV.replace("Nimi;", "Nimi,").replace(";aijo", ",aijo").replace("\n;", "\n,").replace("\n", "\r\n").encode(), ROWS),
        (b"sep=;\r\n" + CSV.encode(), ROWS),
        (a_workbook(*TABLE), ROWS),
        (a_workbook(*TABLE, [None], before=2), ROWS),
        (b"Osallistujat\nNimi,Kunta\n", [(1, ["Osallistujat"]), (2, ["Nimi", "Kunta"])]),
        (b'"a;b;c",d\n', [(1, ["a;b;c", "d"])]),
        (b'a;"one\r\ntwo\x07"\n', [(1, ["a", "one\ntwo"])]),
        (b"'=1+1;'tis", [(1, ["=1+1", "'tis"])]),
        (a_workbook(["a", 5.0, True, "=1+1"], [None, 1.5]), [(1, ["a", "5", "1"]), (2, ["", "1.5"])]),
    ],
)  # fmt: skip
def test_what_spreadsheets_write_is_read(content, rows):
    assert read_rows(content, LIMITS) == rows


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Unreadable.EMPTY),
        (b"\xef\xbb\xbf;;\r\n ;;", Unreadable.EMPTY),
        (a_workbook(), Unreadable.EMPTY),
        (b"\n" * 200_000 + b"a", Unreadable.EMPTY),
        (b"x" * 50_000_000, Unreadable.TOO_LARGE),
        (b"a;b\n" * 10_001, Unreadable.TOO_MANY_ROWS),
        (b";".join([b"x"] * 100_000), Unreadable.TOO_MANY_COLUMNS),
        (b"\xd0\xcf\x11\xe0 old", Unreadable.OLD_EXCEL),
        (b"PK\x03\x04 broken", Unreadable.BROKEN),
        (a_workbook(["a"], ["b"])[:900], Unreadable.BROKEN),
        (b'a;b\n"' + b"x" * 200_000 + b'";c', Unreadable.BROKEN),
        (b"%PDF-1.7 x", Unreadable.NO_TABLE),
        (b"<html><table>", Unreadable.NO_TABLE),
        (b"a\x00b;c", Unreadable.NO_TABLE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Unreadable.NO_TABLE),
    ],
    ids=range(15),
)
def test_what_is_no_table_is_refused_with_a_reason(content, reason):
    with pytest.raises(UnreadableTable) as refused:
        read_rows(content, LIMITS)
    assert refused.value.reason == reason


@pytest.mark.parametrize("content", [b"X", b"X;X"])
def test_a_single_letter_is_a_table(content):
    assert read_rows(content, LIMITS)[0][1][0] == "X"


@pytest.mark.parametrize("text", ["sep=;\na;b\n", "\nsep=,\r\na,b", "SEP=|\r\na|b\r\n"])
def test_the_line_that_names_the_separator_is_no_row(text):
    assert [cells for _number, cells in read_rows(text.encode(), LIMITS)] == [["a", "b"]]


def test_as_many_columns_as_allowed_are_read():
    limits = Limits(bytes=1_000, rows=2, columns=3)
    assert read_rows(b"a;b;c\n", limits)[0][1] == ["a", "b", "c"]
    with pytest.raises(UnreadableTable):
        read_rows(b"a;b;c;d\n", limits)


def test_a_file_of_just_the_allowed_size_is_read():
    limits = Limits(bytes=4, rows=2, columns=3)
    assert read_rows(b"a;b\n", limits) == [(1, ["a", "b"])]
    with pytest.raises(UnreadableTable):
        read_rows(b"a;bb\n", limits)


@pytest.mark.parametrize(("between", "is_read"), [(9_999, True), (10_000, False)])
def test_so_many_empty_rows_may_come_between_others(between, is_read):
    rows = read_rows(b"a;b\n" + b"\n" * between + b"c;d\n", Limits(bytes=100_000, rows=10, columns=3))
    assert (rows[-1] == (between + 2, ["c", "d"])) is is_read


def test_a_quoted_separator_says_nothing_of_the_columns():
    assert read_rows(b'"a, b"\n"x";"y, z"\n', LIMITS)[1][1] == ["x", "y, z"]


def hostile(kind: str) -> bytes:
    if kind == "unpacks to much":
        return with_sheet(*[b" " * 1_000_000] * 41)
    if kind == "many columns":
        return with_sheet(b"<row>", b"<c><v>1</v></c>" * 100_000, b"</row>")
    if kind == "millions of empty cells":
        return with_sheet(b"<row>", *[b"<c/>" * 250_000] * 36, b"</row>")
    if kind == "nothing but empty rows":
        return with_sheet(*[b"<row/>" * 100_000] * 4, b"<row><c><v>1</v></c></row>")
    if kind == "styles without end":
        return with_part("xl/styles.xml", b"<styleSheet><cellXfs>", *[b"<xf/>" * 100_000] * 20)
    if kind == "links without end":
        return with_part(
            "xl/_rels/workbook.xml.rels", b"<Relationships>", *[b"<Relationship/>" * 100_000] * 20
        )
    return with_part("[Content_Types].xml", b"no workbook")


@pytest.mark.parametrize(
    ("kind", "reason", "is_opened"),
    [
        ("unpacks to much", Unreadable.TOO_LARGE, False),
        ("many columns", Unreadable.TOO_MANY_COLUMNS, True),
        ("millions of empty cells", Unreadable.TOO_LARGE, False),
        ("nothing but empty rows", Unreadable.EMPTY, True),
        ("styles without end", Unreadable.TOO_LARGE, False),
        ("links without end", Unreadable.TOO_LARGE, False),
        ("no workbook", Unreadable.BROKEN, True),
    ],
)
def test_a_file_made_to_take_long_is_refused_before_much_of_it_is_read(kind, reason, is_opened, monkeypatch):
    opened, read = [], []
    load, text_of = openpyxl.load_workbook, reading.cell_text
    monkeypatch.setattr(openpyxl, "load_workbook", lambda *a, **k: opened.append(1) or load(*a, **k))
    monkeypatch.setattr(reading, "cell_text", lambda cell: read.append(1) or text_of(cell))
    content = hostile(kind)
    assert len(content) < LIMITS.bytes
    with pytest.raises(UnreadableTable) as refused:
        read_rows(content, LIMITS)
    assert (refused.value.reason, bool(opened)) == (reason, is_opened)
    assert len(read) <= 100_000  # one row, which the library hands over whole
