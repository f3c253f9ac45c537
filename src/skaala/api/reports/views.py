"""Reading published reports."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from skaala.api.http.caller import series_or_problem
from skaala.api.http.problems import Problem
from skaala.api.http.schemas import addresses, words
from skaala.api.reports import schemas
from skaala.reports import queries
from skaala.reports.models import Version
from skaala.series.models import Series
from skaala.ui.languages import reader_language

router = Router(tags=["reports"])
HERE = "/series/{slug:series}/report"
Number = Annotated[
    int | None,
    Query(),
    Field(ge=1, le=2_000_000_000, description="Of the version; the latest if it is left out."),
]


@router.get(HERE, response=schemas.ReportOut, operation_id="get_report")
def get_report(request: HttpRequest, series: str, version: Number = None) -> schemas.ReportOut:
    found, of_series = _version(request, series, version)
    return schemas.ReportOut(
        version=_version_out(of_series, found),
        contents=None if found.is_replaced else queries.contents_of(found, reader_language()),
    )


@router.get(HERE + "/findings", response=schemas.FindingList, operation_id="list_findings")
def list_findings(request: HttpRequest, series: str, version: Number = None) -> schemas.FindingList:
    found, _series = _version(request, series, version)
    if found.is_replaced:
        return schemas.FindingList(version=found.number, language=reader_language(), items=[])
    contents = queries.contents_of(found, reader_language())
    return schemas.FindingList(
        version=found.number,
        language=contents.language,
        items=[
            schemas.FindingOut(section=section.key, finding=entry)
            for section in contents.sections
            for entry in section.entries
        ],
    )


@router.get(HERE + "/versions", response=schemas.VersionList, operation_id="list_report_versions")
def list_report_versions(request: HttpRequest, series: str) -> schemas.VersionList:
    found = series_or_problem(request, series)
    return schemas.VersionList(items=[_version_out(found, one) for one in queries.versions(found)])


def _version(request: HttpRequest, slug: str, number: int | None) -> tuple[Version, Series]:
    series = series_or_problem(request, slug)
    found = queries.find_version(series, number)
    if found is None:
        raise Problem("not-found")
    return found, series


def _version_out(series: Series, version: Version) -> schemas.VersionOut:
    return schemas.VersionOut(
        number=version.number,
        published_at=version.published_at,
        is_simulated=version.is_simulated,
        replaced_at=version.replaced_at,
        replaced_note=words(version.replaced_note),
        pages=addresses(
            "site:report-version",
            series.slug,
            version.number,
            tenant=series.tenant,
            languages=series.offered,
        ),
    )
