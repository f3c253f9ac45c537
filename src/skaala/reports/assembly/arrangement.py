"""How a report is arranged: its themes, which findings are in which section, and by which numbers they are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from skaala.reports.assembly import sections, study
from skaala.reports.models import Finding
from skaala.reports.themes import queries as queries_themes
from skaala.series.models import Series


def themes_of(series: Series, language: str) -> list[tuple[str, list[str]]]:
    """Return the name of each theme with its statements."""
    return [
        (
            str(queries_themes.theme_name(theme).names.for_reader(language)),
            [member.id for member in theme.members],
        )
        for theme in queries_themes.themes_of_several(series)
    ]


def differing(findings: Iterable[Finding]) -> dict[str, tuple[str, str]]:
    """Return by statement which perspective agrees more often than which, where a finding says so."""
    return {
        str(supporting.statement_id): (finding.facts["more"], finding.facts["less"])
        for finding in findings
        if finding.facts.get("rule") == "difference"
        for supporting in finding.supporting_statements.all()
    }


def by_section(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Return the findings of each section that has any, in the order of the sections."""
    places = {finding.pk: finding.kind for finding in findings} | study.sections_of(findings)
    found = {key: [finding for finding in findings if places[finding.pk] == key] for key in sections.ORDER}
    return {key: own for key, own in found.items() if own}


def numbered(by_section: Mapping[str, Sequence[Finding]]) -> dict[UUID, str]:
    """Return the number of each finding: that of its section, and its place there."""
    return {
        finding.pk: f"{number}.{at}"
        for number, findings in enumerate(by_section.values(), 1)
        for at, finding in enumerate(findings, 1)
    }
