"""The analyst drafts, edits, orders, chooses and publishes."""

from __future__ import annotations

import pytest

from skaala.reports import jobs, operations, queries
from skaala.reports.models import Finding, Report, Version
from skaala.ui.texts import Texts
from tests import cast
from tests.desk.browser import typed
from tests.reports.voted import a_voted_series, vote

REPORT = "/en/desk/series/spring/report/"


@pytest.fixture
def voted(desk):
    return a_voted_series()


@pytest.fixture
def report(desk, voted) -> Report:
    assert "No findings yet" in desk.get(REPORT).content.decode()
    desk.post(f"{REPORT}draft/")
    report = Report.objects.get()
    assert "The findings are being drafted" in desk.get(REPORT).content.decode()
    jobs.draft_report(report_id=report.pk)
    report.refresh_from_db()
    assert (report.drafting, report.steps_done, report.steps) == ("done", 3, 3)
    return report


def press(desk, action: str) -> None:
    assert desk.post(f"{REPORT}act/", {"action": action}).status_code == 302


def test_from_the_votes_to_a_public_version(desk, report):
    assert "Choose findings for publication first" in desk.get(f"{REPORT}publish/").content.decode()
    assert "Nothing was published" in desk.post(f"{REPORT}publish/", follow=True).content.decode()
    press(desk, "choose-kind shared_view")
    bottleneck = report.findings.get(kind="difference")
    press(desk, f"choose {bottleneck.pk}")
    review = desk.get(f"{REPORT}publish/").context["review"]
    assert (review.chosen, review.is_blocked, review.has_new_votes) == (2, False, False)
    assert (
        "Version 1 is public."
        in desk.post(f"{REPORT}publish/", {"with_untranslated": "on"}, follow=True).content.decode()
    )
    kinds = [part["key"] for part in Version.objects.get().contents["en"]["sections"]]
    assert kinds == ["shared_view", "difference"]

    press(desk, f"drop {bottleneck.pk}")
    page = desk.get(f"{REPORT}publish/").content.decode()
    assert "What changes since version 1" in page and "Findings no longer there" in page


def test_a_finding_is_edited_in_three_languages_and_flagged_when_its_figures_change(desk, voted, report):
    finding = report.findings.get(kind="difference")
    address = f"{REPORT}findings/{finding.pk}/"
    form = desk.get(address).context["form"]
    sent = typed(form) | {"title_fi": "Aika puuttuu", "memo": "Kysy Liisalta"}
    desk.post(address, sent)
    finding.refresh_from_db()
    assert (finding.edited_title, finding.edited_text, finding.memo) == (Texts(fi="Aika puuttuu"), Texts(), "Kysy Liisalta")  # fmt: skip
    assert "Figures have changed" not in desk.get(address).content.decode()

    people = {}
    vote(voted[1], finding.supporting_statements.get().statement, {"network": (9, 0, 0)}, people)
    assert (
        "The votes or statements have changed since the draft"
        in desk.get(f"{REPORT}publish/").content.decode()
    )
    jobs.draft_report(report_id=report.pk)
    assert "figures have changed since you edited" in desk.get(REPORT).content.decode()
    assert "was 53 % of 32 votes, now 63 % of 41 votes" in desk.get(address).content.decode()
    desk.post(address, typed(desk.get(address).context["form"]))
    assert "figures have changed since you edited" not in desk.get(REPORT).content.decode()


def test_own_findings_are_written_moved_and_removed(desk, voted, report):
    statement = voted[1].statements.first()
    new = f"{REPORT}findings/new/"
    refused = desk.post(new, {"kind": "next_step", "due": "soon", "memo": "kept"})
    assert (refused.status_code, set(refused.context["form"].errors)) == (422, {"title", "due"})
    assert refused.context["form"]["memo"].value() == "kept"
    for word in ("Ensin", "Sitten"):
        sent = {"kind": "next_step", "title_fi": word, "statements": [statement.pk], "due": "1.6.2030", "organisation": "Liitto"}  # fmt: skip
        assert desk.post(new, sent).status_code == 302
    drafted, first, second = report.findings.filter(kind="next_step")
    assert (first.organisation, first.due.isoformat(), first.figures[0].share) == (
        "Liitto",
        "2030-06-01",
        100,
    )
    press(desk, f"up {second.pk}")
    assert list(report.findings.filter(kind="next_step")) == [drafted, second, first]
    assert "Only in Finnish" in desk.get(REPORT).content.decode()
    press(desk, f"choose {second.pk}")
    assert "Swedish, English" in desk.get(f"{REPORT}publish/").content.decode()
    desk.post(f"{REPORT}findings/{first.pk}/", {"action": "remove"})
    assert not Finding.objects.filter(pk=first.pk).exists()
    assert desk.post(f"{REPORT}act/", {"action": "up nothing"}).status_code == 404


def test_names_stop_publishing_and_a_version_can_be_withdrawn(desk, voted, report):
    series = voted[0]
    press(desk, "choose-kind next_step")
    desk.post(f"{REPORT}publish/", {"with_untranslated": "on"})
    desk.post(f"{REPORT}summary/", {"summary_fi": "Kiitos Maija Mayorille"})
    cast.a_registration(series, series.events.get())
    page = desk.get(f"{REPORT}publish/").content.decode()
    assert "the summary: <strong>Maija Mayor</strong>" in page and "Publish the report now" not in page
    desk.post(f"{REPORT}publish/", {"with_untranslated": "on"})
    assert Version.objects.count() == 1

    withdraw = f"{REPORT}versions/1/withdraw/"
    assert desk.post(withdraw, {}).status_code == 422
    assert "still name someone" in desk.post(withdraw, {"is_sure": "on"}).content.decode()
    desk.post(f"{REPORT}summary/", {"summary_fi": "Kiitos kaikille"})
    assert "Version 2 is public." in desk.post(withdraw, {"is_sure": "on"}, follow=True).content.decode()
    assert queries.find_version(series, 1).is_replaced
    assert desk.get(withdraw).status_code == 404


def test_files_of_the_draft_say_that_they_are_one_and_when_they_are_old(desk, report):
    page = f"{REPORT}files/"
    desk.post(page)
    context = desk.get(page).context
    assert (context["done"], context["waiting"]) == (0, context["total"])
    jobs.render_file(rendering_id=report.renderings.get(language="en", format="html").pk)
    assert desk.get(page).context["done"] == 1
    html = desk.get(f"{page}draft-en.html").content.decode()
    assert "Draft: not published" in html
    assert "older than the draft" not in desk.get(page).content.decode()
    press(desk, "choose-kind difference")
    assert "older than the draft" in desk.get(page).content.decode()
    assert desk.get(f"{page}draft-sv.html").status_code == 404


def test_a_file_that_could_not_be_made_is_made_again_on_a_press(desk, report):
    press(desk, "choose-kind shared_view")
    desk.post(f"{REPORT}publish/", {"with_untranslated": "on"})
    files = report.renderings.exclude(version=None)
    files.update(state="done")
    files.filter(language="sv", format="pdf").update(state="failed")
    assert "PDF (sv)" in desk.get(f"{REPORT}publish/").content.decode()

    desk.post(f"{REPORT}versions/1/files/")

    assert [(each.language, each.format) for each in files.filter(state="waiting")] == [("sv", "pdf")]
    assert "PDF (sv)" not in desk.get(f"{REPORT}publish/").content.decode()


def test_a_series_with_a_published_report_is_not_removed(desk, report):
    press(desk, "choose-kind difference")
    desk.post(f"{REPORT}publish/", {"with_untranslated": "on"})
    page = desk.post("/en/desk/series/spring/remove/", follow=True).content.decode()
    assert "cannot be removed" in page


def test_the_same_is_not_published_twice(desk, report):
    operations.set_published(findings=report.findings.all(), is_published=True)
    for number in (1, 1):
        answer = desk.post(f"{REPORT}publish/", {"with_untranslated": "on"}, follow=True)
        assert report.versions.count() == number
    assert "the latest version says the same already" in answer.content.decode()
    finding = report.findings.first()
    operations.set_published(findings=[finding], is_published=False)
    desk.post(f"{REPORT}publish/", {"with_untranslated": "on"})
    assert report.versions.count() == 2
