"""Text is taken out of files by their content; what cannot be read is refused in one clear sentence."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from skaala.announcement.files import UnreadableFile, extract_text
from skaala.config.commands.draft import command

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
    return file.getvalue()


def pdf(words: str) -> bytes:
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << "
        b"/F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


def test_text_is_taken_as_it_is() -> None:
    assert extract_text("Työpaja 27.3.\r\nklo 13".encode()) == "Työpaja 27.3.\nklo 13"


def test_old_letters_are_understood() -> None:
    assert extract_text("Työpaja på distans – välkommen".encode("cp1252")) == "Työpaja på distans – välkommen"


def test_html_shows_what_a_browser_shows() -> None:
    page = (
        b"<!doctype html><html><head><title>T</title><style>p{}</style></head><body>"
        b"<script>var d='27.4.2023'</script><h1>Ty&ouml;paja</h1><p>27.3.2023\n klo&nbsp;13&ndash;15</p>"
        b"<ul><li>Teams</li></ul><table><tr><td>a</td><td>b</td></tr></table></body></html>"
    )
    assert extract_text(page) == "Työpaja\n\n27.3.2023 klo 13–15\n\n- Teams\n\na | b"


def test_docx_gives_paragraphs_and_rows() -> None:
    row = "".join(f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in ("27.3.", "Teams"))
    body = f"<w:p><w:r><w:t>Ty</w:t></w:r><w:r><w:t>öpaja</w:t></w:r></w:p><w:tbl><w:tr>{row}</w:tr></w:tbl>"
    assert extract_text(docx(body)) == "Työpaja\n\n27.3. | Teams\n"


def test_pdf_gives_its_words() -> None:
    assert extract_text(pdf("Workshop 27 March 2023, 1-3 pm")) == "Workshop 27 March 2023, 1-3 pm"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (bytes(range(256)) * 20, "neither text, HTML, DOCX nor PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "neither text, HTML, DOCX nor PDF"),
        (b"a " * 2_500_000, "is not read"),
        (b"a" * 10_000_001, "at most 10.0 MB"),
        (b"%PDF-1.4 broken", "broken or locked"),
        (b"PK\x03\x04 broken", "broken or locked"),
        (docx("<w:p>"), "broken or locked"),
        (b"<html><script>27.3.2023</script></html>", "no text"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        extract_text(content)


def test_entities_that_grow_without_end_are_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document '
            f"{WORD}><w:body>&b;</w:body></w:document>",
        )
    with pytest.raises(UnreadableFile, match="broken or locked"):
        extract_text(bomb.getvalue())


def test_the_command_prints_the_draft(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Työpaja 27.3. klo 13–15 (Teams)", encoding="utf-8")
    result = CliRunner().invoke(command, [str(file), "--published", "2023-03-06", "--json"])
    assert result.exit_code == 0
    draft = json.loads(result.stdout)
    assert list(draft)[:5] == ["title", "language", "published", "organiser", "events"]
    assert draft["events"][0]["start"] == "2023-03-27T13:00"


def test_the_command_shows_a_draft_to_people(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Työpaja 27.3. klo 13–15 (Teams)", encoding="utf-8")
    result = CliRunner().invoke(command, [str(file)])
    assert "Event 1 has no start: The year is not stated" in result.stderr
    assert "mode                   online" in result.stdout


def test_the_command_says_that_there_is_no_event(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Raportti on julkaistu.", encoding="utf-8")
    result = CliRunner().invoke(command, [str(file), "--json"])
    assert (result.exit_code, json.loads(result.stdout)["events"]) == (0, [])
    assert "No dated event was found" in result.stderr


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 20, b"a " * 2_500_000])
def test_the_command_refuses_without_a_traceback(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    result = CliRunner().invoke(command, [str(file), "--json"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: The ")


def test_the_command_refuses_what_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(tmp_path / "missing.txt")])
    assert (result.exit_code, "cannot be read" in result.stderr) == (1, True)
    assert CliRunner().invoke(command, [str(tmp_path)]).exit_code == 1
