"""Quotations in the reader's language with the original beside them, and languages that lag behind."""

from __future__ import annotations

import pytest

from skaala.reports import operations
from skaala.reports.assembly.builder import build_contents
from skaala.reports.models import Version
from skaala.reports.operations import FindingWords, QuotationsUntranslated
from skaala.reports.renderers import render
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement, Translation
from tests import cast
from tests.desk.browser import typed
from tests.reports.voted import SHARED, a_voted_series

SAID = "Yhteinen hankinta säästää aikaa"
SWEDISH, ENGLISH = "Gemensam upphandling sparar tid", "Procuring together saves time"
PUBLISH = "/en/desk/series/spring/report/publish/"


@pytest.fixture
def report(db):
    series, _board = a_voted_series({SAID: ("good_practice", SHARED)})
    made = operations.draft_report(series=series, now=cast.TODAY)
    operations.set_published(findings=list(made.findings.all()), is_published=True)
    return made


def translate(**texts: str) -> None:
    root = Statement.objects.get(text=SAID)
    for language, text in texts.items():
        Translation.objects.create(root=root, language=language, text=text, is_by_machine=language == "en")


def test_untranslated_quotations_are_published_only_with_a_tick(desk, report):
    with pytest.raises(QuotationsUntranslated):
        operations.publish_report(report=report, now=cast.TODAY)
    page = desk.get(PUBLISH).content.decode()
    assert "Quotations without a translation" in page
    assert "Nothing was published" in desk.post(PUBLISH, follow=True).content.decode()
    assert not Version.objects.exists()
    assert (
        "Version 1 is public."
        in desk.post(PUBLISH, {"with_untranslated": "on"}, follow=True).content.decode()
    )


def test_what_is_translated_stands_in_the_readers_language_with_the_original_beside_it(desk, report):
    translate(sv=SWEDISH, en=ENGLISH)
    assert "Quotations without" not in desk.get(PUBLISH).content.decode()
    report = operations.draft_report(series=report.series, now=cast.TODAY)
    contents = build_contents(report, "sv", now=cast.TODAY)
    entry = contents.sections[0].entries[0]
    assert SWEDISH in entry.title
    assert [(each.text, each.language, each.translation) for each in entry.quotes] == [(SAID, "fi", SWEDISH)]
    assert f'lang="fi">{SAID}</q>' in render(contents, "html").decode()
    english = build_contents(report, "en", now=cast.TODAY).sections[0].entries[0].quotes[0]
    assert (english.translation, english.note) == (ENGLISH, "translated by machine")
    finnish = build_contents(report, "fi", now=cast.TODAY).sections[0].entries[0].quotes[0]
    assert (finnish.text, finnish.translation, finnish.note) == (SAID, "", "")
    for name in ("pdf", "pptx", "xlsx"):
        assert render(contents, name)


def test_a_language_that_was_not_edited_with_another_is_flagged_until_somebody_has_read_it(desk, report):
    finding = report.findings.get()
    address = f"/en/desk/series/spring/report/findings/{finding.pk}/"
    desk.post(address, typed(desk.get(address).context["form"]) | {"title_fi": "Hankitaan yhdessä"})
    finding.refresh_from_db()
    assert finding.behind == ["sv", "en"]
    assert "The other languages may say something else now" in desk.get(address).content.decode()
    assert "Other languages not edited" in desk.get("/en/desk/series/spring/report/").content.decode()
    assert "Languages that may say something else" in desk.get(PUBLISH).content.decode()
    desk.post(address, typed(desk.get(address).context["form"]) | {"title_sv": "Vi upphandlar tillsammans"})
    finding.refresh_from_db()
    assert finding.behind == ["en"]
    desk.post(address, typed(desk.get(address).context["form"]) | {"others_hold": "on"})
    finding.refresh_from_db()
    assert finding.behind == []


def test_a_finding_that_is_written_for_the_first_time_leaves_none_behind(report):
    words = FindingWords(title=Texts(fi="Oma havainto"), text=Texts())
    assert operations.save_finding(report=report, kind="next_step", words=words).behind == []
