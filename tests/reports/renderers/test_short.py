"""The brief keeps to two pages and the deck to ten slides, whatever is in the report; what is shown is whole."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest
from pptx import Presentation

from skaala.reports.contents import Contents, Table
from skaala.reports.renderers import file_name, render
from skaala.reports.renderers.texts import clean
from tests.reports.renderers.test_renderers import made

LONG = (
    "Jokaisesta teosta kirjataan, mitä se vaati: tunnit, eurot, luvat ja ihmiset, joilta voi kysyä lisää " * 3
)
HEADS = ("Väittämä", "Nro", "Samaa mieltä, %", "Eri mieltä, %", "Ei kantaa, %", "Kannanotot")


def a_report(text: str, rows: int, paragraphs: int) -> Contents:
    contents, _files = made("fi")
    table = Table("agreed", "Mistä ollaan samaa mieltä", "", HEADS, ((text, 1, 84, 14, 2, 37),) * rows)
    return replace(
        contents,
        summary=(text,) * paragraphs,
        summary_titles=("Mitä kuulimme", "", "Mikä erottaa", "", "Seuraavaksi", "")[:paragraphs],
        lists=(table, replace(table, key="divisive"), replace(table, key="uncertain")),
    )


@pytest.mark.parametrize(("text", "rows", "paragraphs"), [("Lyhyt", 2, 3), (LONG, 10, 6), (LONG * 9, 10, 6)])
def test_the_brief_has_two_pages_and_the_deck_ten_slides_and_nothing_is_cut(text, rows, paragraphs):
    contents = a_report(text, rows, paragraphs)
    pages = pypdf.PdfReader(io.BytesIO(render(contents, "brief"))).pages
    assert len(pages) <= 2
    slides = Presentation(io.BytesIO(render(contents, "deck"))).slides
    assert len(slides) <= 10
    shown = [
        paragraph.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_text_frame and shape != slide.shapes.title
        for paragraph in shape.text_frame.paragraphs
    ]
    stated = [each for each in shown if each.startswith(text[:20])]
    assert all(each.startswith(clean(text)) for each in stated)
    if len(text) < 1000:
        assert any("samaa mieltä 84" in each and each.endswith("n = 37") for each in stated)
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide]
    assert any(clean(text) in each for each in notes)


def test_shorter_forms_say_in_their_name_what_they_are():
    assert file_name("spring-1-fi", "deck") == "spring-1-fi-deck.pptx"
