"""Whether a report says what its latest version says already: the same is not published twice."""

from __future__ import annotations

from skaala.reports.assembly.builder import build_in_all_languages
from skaala.reports.contents import to_data
from skaala.reports.models import Report
from skaala.reports.operations.render import fingerprint


def is_published_already(report: Report) -> bool:
    """Say whether a new version of ``report`` would say in each language what the latest one says."""
    latest = report.versions.first()
    if latest is None or latest.is_replaced:
        return False
    again = build_in_all_languages(report, now=latest.published_at, version=latest.number)
    stored = {
        language: {name: value for name, value in contents.items() if name != "labels"}
        for language, contents in latest.contents.items()
    }
    return fingerprint({language: to_data(each) for language, each in again.items()}) == fingerprint(stored)
