"""The picture of perspectives is drawn in page, PDF and deck, from what the table behind it says; what is long stays inside."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree

import pypdf
import pytest
from django.utils import translation
from pptx import Presentation

from skaala.reports import operations
from skaala.reports.assembly.builder import build_contents
from skaala.reports.contents import Alignment, AlignmentRow, Contents, Mark, from_data, to_data
from skaala.reports.figures.verify_texts import verify_texts
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.queries import contents_of, find_version
from skaala.reports.renderers import render
from skaala.reports.renderers.alignment import LETTERS, WIDE, picture, svg
from skaala.reports.themes.models import Placement, Theme
from skaala.workshops.models import Statement
from tests.reports.renderers.test_renderers import made
from tests.reports.voted import a_voted_series
from tests.workshops.boards import NOW

LONG = "Vastaanottavien kuntien kestävyystoimien levittämisen verkostojen yhteinen näkökulma " * 2
MARKS = (Mark(5, "≥ 71 % [5]", 71, "at_least"), Mark(16, "60 % [16]", 60), Mark(7, "yli puolet [7]"), None)


def alignment(rows: int, name: str = "Verkostot", theme: str = "Aika & raha") -> Alignment:
    row = AlignmentRow(theme, MARKS, "Ero väittämässä [46]: verkostot useammin kuin edelläkävijät.")
    return Alignment("Missä ollaan samaa mieltä", "Osuudet", (name,) * 4, (row,) * rows)


def test_bars_are_as_long_as_their_shares_and_words_have_none():
    drawn = picture(alignment(1))
    widths = [bar.wide for bar in drawn.bars]
    assert widths == [pytest.approx(250 * 0.71), 150, None, None]
    assert [bar.is_bound for bar in drawn.bars] == [True, False, False, False]
    assert {"≥ 71 % [5]", "60 % [16]", "yli puolet [7]", "–"} <= {each.text for each in drawn.words}


@pytest.mark.parametrize(("rows", "name"), [(1, "Verkostot"), (12, LONG), (8, "Å" * 200)])
def test_long_names_are_broken_and_the_file_is_well_formed(rows, name):
    drawn = picture(alignment(rows, name, name))
    assert max(len(each.text) for each in drawn.words) <= LETTERS
    root = ElementTree.fromstring(svg(alignment(rows, name, name)))
    assert root.attrib["viewBox"].startswith(f"0 0 {WIDE} ")


def with_picture(rows: int) -> Contents:
    contents, _files = made("fi")
    return replace(contents, alignment=alignment(rows))


def test_it_is_in_the_pdf_with_its_words_and_on_one_slide_of_the_deck():
    contents = with_picture(8)
    pages = pypdf.PdfReader(io.BytesIO(render(contents, "pdf"))).pages
    assert any(contents.alignment.title in " ".join(page.extract_text().split()) for page in pages)
    for form in ("deck", "pptx"):
        slides = Presentation(io.BytesIO(render(contents, form))).slides
        ours = [slide for slide in slides if slide.shapes.title.text == contents.alignment.title]
        assert len(ours) == 1
        notes = ours[0].notes_slide.notes_text_frame.text
        words = [shape.text_frame.text for shape in ours[0].shapes if shape.has_text_frame]
        assert "yli puolet [7]" in words and not any("…" in each for each in words)
        assert "Aika & raha: Verkostot ≥ 71 % [5];" in notes and "Ero väittämässä [46]" in notes
        if form == "deck":
            assert len(slides) <= 10


def test_many_themes_stay_above_the_foot_of_their_slide():
    slides = Presentation(io.BytesIO(render(with_picture(40), "deck"))).slides
    (ours,) = [slide for slide in slides if slide.shapes.title.text == "Missä ollaan samaa mieltä"]
    foot = max(shape.top + shape.height for shape in ours.shapes)
    assert foot <= Presentation(io.BytesIO(render(with_picture(1), "deck"))).slide_height


@pytest.mark.django_db
def test_a_version_has_the_picture_and_its_figures_are_verified():
    series, _board = a_voted_series()
    theme = Theme.objects.create(
        series=series, key="t", words={}, headings={"fi": "Aika", "sv": "Tid", "en": "Time"}
    )
    for statement in Statement.objects.filter(board__event__series=series):
        Placement.objects.create(series=series, theme=theme, statement_id=statement.root_id, strength=1)
    report = operations.draft_report(series=series, now=NOW)
    operations.set_published(findings=report.findings.all(), is_published=True)
    operations.publish_report(report=report, with_untranslated=True, now=NOW)
    version = find_version(series)
    contents = contents_of(version, "en")
    assert contents.alignment is not None
    assert contents.alignment.rows[0].theme == "Time"
    assert contents == from_data(to_data(contents))
    page = render(contents, "html").decode()
    assert '<figure class="alignment"><svg' in page and contents.alignment.alternative in page

    def unknown(one: Contents) -> list[str]:
        found = verify_texts(
            one, VoteSnapshot.from_data(version.snapshot["ballots"]), version.snapshot["texts"]
        )
        return [each.what for each in found if each.place == "alignment" and not each.is_known]

    assert unknown(contents) == []
    wrong = AlignmentRow("Time", (Mark(1, "87% [1]", 87),))
    assert unknown(replace(contents, alignment=replace(contents.alignment, rows=(wrong,)))) == ["87"]


@pytest.mark.django_db
def test_the_same_is_not_published_twice():
    series, _board = a_voted_series()
    report = operations.draft_report(series=series, now=NOW)
    operations.set_published(findings=report.findings.all(), is_published=True)
    operations.publish_report(report=report, with_untranslated=True, now=NOW)
    with pytest.raises(operations.PublishedAlready):
        operations.publish_report(report=report, with_untranslated=True, now=NOW)
    assert report.versions.count() == 1


def test_a_statement_in_another_language_says_so_on_a_slide():
    contents, _files = made("fi")
    said = "Ingen har tid"
    contents = replace(
        contents,
        summary=(f"Useimmat sanovat: ”{said}” (1.1).",),
        summary_titles=("Mitä kuulimme",),
        spoken=((said, "sv"),),
    )
    with translation.override("fi"):
        slides = Presentation(io.BytesIO(render(contents, "deck"))).slides
    languages = {
        run.text: run._r.get_or_add_rPr().get("lang")
        for slide in slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert languages[said] == "sv-FI"
    assert languages["Useimmat sanovat: ”"] == "fi-FI"


@pytest.mark.django_db
def test_brackets_are_explained_once():
    series, _board = a_voted_series()
    report = operations.draft_report(series=series, now=NOW)
    leads = [part.lead for part in build_contents(report, "en", now=NOW).sections]
    assert sum("In brackets after a share" in lead for lead in leads) == 1
