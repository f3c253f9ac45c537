"""What was said in a call: read from the files of Teams and Zoom, without speakers, with names masked."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pytest

from skaala.announcement.files.refusals import UnreadableFile
from skaala.workshops.rules.texts import LONGEST
from skaala.workshops.rules.transcript import MOST_CANDIDATES, read_transcript, sentences, turns

TEAMS = """\ufeffWEBVTT

0f1e/12-0
00:00:03.120 --> 00:00:06.480
<v Meikäläinen Maija (Turku)>Meiltä puuttuu aikaa selvittää,</v>

0f1e/12-1
00:00:06.480 --> 00:00:09.000
<v Meikäläinen Maija (Turku)>mitä naapurikunnassa on jo tehty.</v>

00:00:10.000 --> 00:00:11.000
<v Malli, Matti>Kyllä.</v>

00:00:12.000 --> 00:00:19.000
<v Malli, Matti>Kiitos Maijalle, ja Pekka Korhosen malli toimisi myös Sallassa. Soittakaa numeroon 040 123 4567, niin autan hankinnassa.</v>
"""
ZOOM = """WEBVTT

1
00:00:03.120 --> 00:00:06.480
Maija Meikäläinen: Nobody here should have to write the same tender twice.

2
00:00:07.000 --> 00:00:09.000
Matti Malli: A shared frame would help the smallest towns most.
"""


def docx(*paragraphs: str) -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        "<w:p>"
        + "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{escape(line)}</w:t></w:r>" for line in each.split("\n"))
        + "</w:p>"
        for each in paragraphs
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
        )
    return held.getvalue()


def texts(content: str | bytes, **known: object) -> list[str]:
    data = content.encode() if isinstance(content, str) else content
    return [each.text for each in read_transcript(data, known.get("names", []), [], known.get("spared", []))]  # type: ignore[arg-type]


def test_cues_of_one_speaker_are_one_turn_and_names_and_numbers_are_masked():
    assert texts(TEAMS, spared={"salla"}) == [
        "Meiltä puuttuu aikaa selvittää, mitä naapurikunnassa on jo tehty.",
        "Kiitos […], ja […] malli toimisi myös Sallassa.",
        "Soittakaa numeroon […], niin autan hankinnassa.",
    ]


def test_no_sentence_names_a_speaker():
    for content in (TEAMS, ZOOM):
        for text in texts(content):
            assert not any(name in text for name in ("Maija", "Meikäläi", "Matti", "Malli", "Korho")), text


def test_zoom_and_both_shapes_of_a_teams_document_say_the_same():
    said = texts(ZOOM)
    assert said == [
        "Nobody here should have to write the same tender twice.",
        "A shared frame would help the smallest towns most.",
    ]
    newer = docx(
        "Workshop 2", "27 March 2026, 13:00", "1h 58m",
        "Maija Meikäläinen started transcription",
        f"Maija Meikäläinen   0:03\n{said[0]}", f"Matti Malli   1:02:09\n{said[1]}",
    )  # fmt: skip
    older = docx(
        f"0:0:3.120 --> 0:0:6.480\n<v Maija Meikäläinen>{said[0]}</v>",
        f"0:0:7.0 --> 0:0:9.0\n<v Matti Malli>{said[1]}</v>",
    )
    oldest = docx(
        f"0:0:3.120 --> 0:0:6.480\nMaija Meikäläinen\n{said[0]}",
        f"0:0:7.0 --> 0:0:9.0\nMatti Malli\n{said[1]}",
    )
    assert texts(newer) == texts(older) == texts(oldest) == said


def test_registered_people_are_masked_though_they_said_nothing():
    said = "WEBVTT\n\n00:01.000 --> 00:03.000\nTämän kokeili meillä ensin Hilkka Lampinen, ja Lampisen tapa toimi hyvin.\n"
    assert texts(said, names=["Hilkka Lampinen"]) == [
        "Tämän kokeili meillä ensin […], ja […] tapa toimi hyvin."
    ]


def test_likely_are_needs_obstacles_and_proposals_and_no_questions():
    said = sentences(turns(
        "WEBVTT\n\n00:01.000 --> 00:03.000\nMeillä pitäisi olla yhteinen malli kaikille pienille kunnille. "
        "Tänään on mukana väkeä monesta eri kunnasta. Voisiko joku jakaa nyt näytön kaikille meille? Vi borde göra det här tillsammans nästa år."
    ))  # fmt: skip
    assert [each.is_likely for each in said] == [True, False, False, True]


def test_what_nobody_could_read_in_one_breath_is_cut_between_words():
    words = [f"sana{number}" for number in range(200)]
    said = texts(f"WEBVTT\n\n00:01.000 --> 00:03.000\n{' '.join(words)}\n")
    assert len(said) > 3 and all(len(text) <= LONGEST for text in said)
    assert " ".join(said).split() == words[: len(" ".join(said).split())]


def test_three_hours_are_read_and_no_more_than_can_be_looked_at():
    cues = "\n\n".join(
        f"00:00:01.000 --> 00:00:02.000\n<v Maija Meikäläinen>Tämä on kokouksen lause numero {number} ja se pitäisi lukea.</v>"
        for number in range(MOST_CANDIDATES + 100)
    )
    assert len(texts(f"WEBVTT\n\n{cues}\n")) == MOST_CANDIDATES


@pytest.mark.parametrize("content", [b"", b"   \n", b"WEBVTT\n\n", b"\x00\x01\x02" * 50, b"PK\x03\x04 broken", b"Hei vaan kaikille"])  # fmt: skip
def test_what_is_no_transcript_is_refused(content):
    with pytest.raises(UnreadableFile):
        read_transcript(content, [], [], [])
