"""What a report lists or stores beside its findings is checked for names, and goes when a person is erased."""

from __future__ import annotations

import pytest

from skaala.reports import operations, queries
from skaala.reports.operations import NamesFound
from skaala.reports.operations.erase import erase_person
from tests import cast
from tests.reports.voted import PLAIN, SHARED, a_voted_series
from tests.workshops.boards import NOW

pytestmark = pytest.mark.django_db
NAMING = "Anna Aalto vastaa kysymyksiin"
FEW = {"receiver": (3, 0, 0)}


def drafted(votes):
    series, _board = a_voted_series({"Yhteistä": ("good_practice", SHARED), NAMING: ("bottleneck", votes)})
    report = operations.draft_report(series=series, now=NOW)
    others = [finding for finding in report.findings.all() if "Anna" not in str(finding.title.get("fi"))]
    operations.set_published(findings=others, is_published=True)
    return series, report


def test_a_name_in_a_statement_that_is_only_listed_stops_publishing():
    series, report = drafted(PLAIN)
    cast.a_registration(series, email="anna@example.org", name="Anna Aalto")
    with pytest.raises(NamesFound):
        operations.publish_report(report=report, with_untranslated=True, now=NOW)


@pytest.mark.parametrize("votes", [PLAIN, FEW])
def test_a_version_that_lists_or_only_stores_a_name_is_replaced_when_the_person_is_erased(votes):
    _series, report = drafted(votes)
    version = operations.publish_report(report=report, with_untranslated=True, now=NOW)
    assert erase_person(report=report, name="Anna Aalto", address="anna@example.org", now=NOW) == 1
    version.refresh_from_db()
    assert version.is_replaced and (version.contents, version.snapshot) == ({}, {})
    assert queries.find_version(report.series).number >= 1
