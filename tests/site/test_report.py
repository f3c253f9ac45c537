"""What readers see of a report: its page in three languages, what each figure rests on, files and data."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from skaala.reports import jobs, operations, queries
from skaala.reports.models import Rendering
from skaala.reports.operations import FindingWords
from skaala.reports.presenters.supporting_statements import supporting_votes
from skaala.reports.queries import contents_of
from skaala.reports.renderers import RENDERERS
from skaala.ui.texts import Texts
from skaala.workshops.models import Board
from tests import cast
from tests.reports.voted import a_voted_series
from tests.workshops.boards import NOW, a_board

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    series, _board = a_voted_series()
    report = operations.draft_report(series=series, now=NOW)
    operations.set_published(findings=report.findings.all(), is_published=True)
    operations.publish_report(report=report, with_untranslated=True, now=NOW)
    return queries.find_version(series)


@pytest.mark.parametrize(
    ("language", "title", "quote"),
    [
        ("fi", "Mikä on yhteistä", '<span lang="sv">Ingen har tid att leta efter exempel</span>'),
        ("sv", "Det gemensamma", '<span lang="fi">Yhteinen hankinta säästää aikaa</span>'),
        ("en", "What is shared", '<span lang="fi">Yhteinen hankinta säästää aikaa</span>'),
    ],
)
def test_the_page_has_contents_charts_with_tables_and_links_to_evidence(
    client, version, language, title, quote
):
    html = client.get(f"/{language}/series/spring/report/").content.decode()
    assert title in html and quote in html
    ids = set(re.findall(r'\sid="([^"]+)"', html))
    inside = re.findall(r'href="#([^"]+)"', html)
    assert set(inside) <= ids and len(inside) > 6
    assert re.search(r'href="[^"]+/report/1/statements/#s-\d+"', html)
    contents = contents_of(version, language)
    entries = [entry for part in contents.sections for entry in part.entries]
    assert {f"finding-{entry.id}" for entry in entries} <= ids
    charts = sum(len(entry.charts) for entry in entries)
    assert html.count("<table") == charts + len(contents.tables) + len(contents.lists)
    # From each figure to its evidence: every statement stands there with its votes.
    for entry in entries:
        path, _, fragment = entry.quotes[0].address.removeprefix("http://testserver").partition("#")
        evidence = client.get(path).content.decode()
        assert f'id="{fragment}"' in evidence and entry.quotes[0].text in evidence
        for figure in entry.charts[0].figures:
            assert re.search(rf'<td class="is-number"[^>]*>{figure.votes}</td>', evidence)


def test_before_anything_is_published_there_is_nothing(client):
    series, _board = a_voted_series()
    operations.draft_report(series=series, now=NOW)
    for path in ("", "1/", "1/fi.pdf", "1/data/workshop-1/"):
        assert client.get(f"/fi/series/spring/report/{path}").status_code == 404
    assert "/report/" not in client.get("/fi/series/spring/").content.decode()


def test_a_new_version_is_seen_at_once_and_the_old_one_stays(client, version):
    old = client.get("/en/series/spring/report/").content.decode()
    assert "There is a newer version" not in old
    assert "/en/series/spring/report/</loc>" in client.get("/sitemap.xml").content.decode()
    assert 'href="/en/series/spring/report/"' in client.get("/en/series/spring/").content.decode()
    finding = version.report.findings.first()
    words = FindingWords(title=Texts(fi="Uusi", sv="Ny", en="Quite another thing"), text=finding.text)
    operations.save_finding(report=version.report, finding=finding, words=words)
    operations.publish_report(report=version.report, with_untranslated=True, now=NOW + timedelta(days=1))
    assert "Quite another thing" in client.get("/en/series/spring/report/").content.decode()
    first = client.get("/en/series/spring/report/1/").content.decode()
    assert "There is a newer version" in first and "Quite another thing" not in first
    changes = client.get("/en/series/spring/report/2/since/1/").content.decode()
    assert "<ins>Quite another thing" in changes
    assert client.get("/en/series/spring/report/1/since/2/").status_code == 404

    operations.replace_version(version=version, note=Texts(en="A note"), now=NOW, publish_anew=False)
    replaced = client.get("/en/series/spring/report/1/").content.decode()
    assert "A note" in replaced and "Yhteinen hankinta" not in replaced
    for path in ("1/en.json", "1/data/workshop-1/", "2/since/1/"):
        assert client.get(f"/en/series/spring/report/{path}").status_code == 404


def test_files_are_made_by_the_worker_and_given_whole(client, version, monkeypatch):
    assert client.get("/sv/series/spring/report/1/sv.json").status_code == 202
    for name in ("html", "json"):
        jobs.render_file(rendering_id=version.renderings.get(language="sv", format=name).pk)
    answer = client.get("/sv/series/spring/report/1/sv.json")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert answer["Content-Disposition"] == 'attachment; filename="spring-1-sv.json"'
    assert answer.json()["contents"]["version"] == 1
    html = client.get("/sv/series/spring/report/1/sv.html").content.decode()
    assert '<html lang="sv">' in html and "Det gemensamma" in html
    assert client.get("/sv/series/spring/report/1/sv.exe").status_code == 404
    assert client.get("/sv/series/spring/report/1/xx.json").status_code == 404

    # A format that fails half-way leaves nothing behind, and says so.
    monkeypatch.setitem(RENDERERS, "json", "tests.site.test_report:broken")
    waiting = version.renderings.get(language="fi", format="json")
    with pytest.raises(Exception, match="half-way"):
        jobs.render_file(rendering_id=waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.file) == (Rendering.State.FAILED, None)
    assert "could not be made" in client.get("/en/series/spring/report/1/fi.json").content.decode()


def broken(contents: object) -> bytes:
    raise RuntimeError("half-way")


def test_the_boards_data_are_published_with_the_version(client, version):
    answer = client.get("/fi/series/spring/report/1/data/workshop-1/")
    assert answer["Content-Disposition"] == 'attachment; filename="spring-workshop-1.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        # Counts of each statement by default: a row a person is the organiser's own choice.
        assert not [name for name in archive.namelist() if "votes" in name], archive.namelist()
        rows = archive.read("comments.csv").splitlines()
    assert len(rows) > 1 and b"agrees" in rows[0]


def test_the_report_begins_with_its_summary_and_the_rest_is_behind_headings(client, version):
    """A phone shows some ten screens: without a script, each finding and table opens from its heading."""
    page = client.get(f"/en/series/{version.report.series.slug}/report/").content.decode()
    assert page.index('id="summary"') < page.index('id="contents-title"') < page.index("<details")
    findings = sum(len(part["entries"]) for part in version.contents["en"]["sections"])
    assert page.count('<article class="finding"') == findings
    body = page[page.index('class="report-body"') : page.index('id="files"')]
    assert body.count("<summary><h3") == findings + sum(
        len(version.contents["en"].get(key, ())) for key in ("tables", "lists", "profiles")
    )
    assert "<details open" not in body
    assert body.count('href="#contents-title"') == 1  # one that goes along


def test_the_latest_version_leads_to_what_the_closing_event_made_of_the_next_steps(client, version):
    series = version.report.series
    board = a_board(cast.a_closing_event(series), prompt_set="closing", phase="set_up")
    address = f"/en/series/{series.slug}/report/"
    steps = f'href="/en/series/{series.slug}/{board.event.slug}/#steps"'
    assert steps not in client.get(address).content.decode()
    Board.objects.filter(pk=board.pk).update(phase="closed", results_published_at=timezone.now())
    assert steps in client.get(address).content.decode()


def test_the_statements_beneath_a_claim_are_numbered_from_one(client, version):
    (entry, *_) = [each for part in contents_of(version, "en").sections for each in part.entries]
    statement = entry.quotes[0].address.rpartition("#statement-")[2]
    ballots = version.snapshot["ballots"]
    with_claim = {**ballots, "claims": {"c" * 32: [str(UUID(statement))]}}
    version.snapshot = {**version.snapshot, "ballots": with_claim}
    quote = replace(entry.charts[0].figures[0], key=f"{entry.id}.{'c' * 32}.all.agree")
    entry = replace(entry, charts=(replace(entry.charts[0], figures=(quote,)),))
    found = supporting_votes(version, entry)
    assert [(each.number, each.is_claim) for each in found] == [(0, True), (1, False)]


def test_a_workspace_whose_votes_are_not_given_is_named_with_the_reason(client, monkeypatch):
    series, _board = a_voted_series()
    report = operations.draft_report(series=series, now=NOW)
    operations.set_published(findings=report.findings.all(), is_published=True)
    monkeypatch.setattr("skaala.reports.operations.publish._public_votes", lambda *given: None)
    operations.publish_report(report=report, with_untranslated=True, now=NOW)
    html = client.get("/en/series/spring/report/").content.decode()
    assert "it would show how a few people voted" in html


@pytest.mark.parametrize(
    ("sort", "direction", "first"),
    [("", "ascending", "1"), ("-2", "descending", "1"), ("2", "ascending", "3"), ("99", "ascending", "1")],
)
def test_all_statements_can_be_sorted_by_each_column_and_linked_to(client, version, sort, direction, first):
    html = client.get(f"/en/series/spring/report/1/statements/?sort={sort}").content.decode()
    assert re.findall(r'id="s-(\d+)"', html)[0] == first
    assert html.count(f'aria-sort="{direction}"') == 1
    assert html.count('href="?sort=') == len(contents_of(version, "en").statements.columns)
    assert '<span lang="sv">Ingen har tid att leta efter exempel</span>' in html


def test_a_version_without_a_table_of_statements_has_no_page_of_them(client, version):
    assert client.get("/en/series/spring/report/2/statements/").status_code == 404
