"""A number or a quotation that is not in the data is found, in whichever language it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skaala.reports import operations
from skaala.reports.figures.verify_texts import verify_texts
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.queries import contents_of, find_version
from tests.reports.voted import a_voted_series
from tests.workshops.boards import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    series, _board = a_voted_series()
    report = operations.draft_report(series=series, now=NOW)
    operations.set_published(findings=report.findings.all(), is_published=True)
    operations.publish_report(report=report, with_untranslated=True, now=NOW)
    return find_version(series)


def unknown(version, contents):
    ballots = VoteSnapshot.from_data(version.snapshot["ballots"])
    found = verify_texts(contents, ballots, version.snapshot["texts"], version.snapshot["coverage"])
    assert any(each.is_quotation for each in found) and any(not each.is_quotation for each in found)
    return [(each.place, each.what) for each in found if not each.is_known]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_the_rules_write_is_in_the_data(version, language):
    assert unknown(version, contents_of(version, language)) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("As many as 87 people agree.", "87"),
        ("“Nobody ever said this” was heard often.", "Nobody ever said this"),
        ("See also finding 9.9.", "9.9"),
        ("In all 12,593 votes.", "12593"),
        ("In all 12\u00a0593 votes.", "12593"),
    ],
)
def test_what_is_not_in_the_data_is_found(version, said, found):
    contents = contents_of(version, "en")
    titles = (*contents.summary_titles, "")
    added = replace(contents, summary=(*contents.summary, said), summary_titles=titles)
    assert unknown(version, added) == [(f"summary {len(added.summary)}", found)]


def test_a_quotation_that_was_changed_is_found(version):
    contents = contents_of(version, "en")
    section = contents.sections[0]
    entry = section.entries[0]
    changed = replace(entry, quotes=(replace(entry.quotes[0], text="Something else"),))
    sections = (replace(section, entries=(changed, *section.entries[1:])), *contents.sections[1:])
    assert unknown(version, replace(contents, sections=sections)) == [(entry.number, "Something else")]
