"""Reading reports: what is being written, what has been published, and the votes they come from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from skaala.reports.contents import Contents, from_data
from skaala.reports.figures.vote_snapshot import FIRST_RULE, RULE, VoteSnapshot
from skaala.reports.models import Appendix, Finding, Rendering, Report, SupportingStatement, Version
from skaala.series.models import Event, Series
from skaala.ui.languages import LANGUAGES
from skaala.workshops.models import Board, Statement


def find_report(series: Series) -> Report | None:
    """Return the report of ``series``, if anybody has begun one."""
    return Report.objects.filter(series=series).first()


def findings(report: Report) -> QuerySet[Finding]:
    """Return the findings in their order, with their statements."""
    supporting = SupportingStatement.objects.select_related("statement")
    return report.findings.select_related("bottleneck", "board__event__series").prefetch_related(
        Prefetch("supporting_statements", supporting)
    )


def find_finding(report: Report, finding_id: UUID) -> Finding | None:
    """Return one finding of ``report``."""
    return findings(report).filter(pk=finding_id).first()


def versions(series: Series) -> list[Version]:
    """Return what has been published of ``series``, the latest first."""
    return list(Version.objects.filter(report__series=series).defer("contents", "snapshot"))


def latest_version(series: Series) -> Version | None:
    """Return what was published of ``series`` last, without what is in it."""
    return Version.objects.filter(report__series=series).defer("contents", "snapshot").first()


def latest_versions(among: Iterable[Series]) -> list[Version]:
    """Return the latest version of each of these series that has any, with its series."""
    found = Version.objects.filter(report__series__in=list(among)).select_related("report__series")
    return list(found.defer("contents", "snapshot").order_by("report", "-number").distinct("report"))


def published_ballots(report: Report) -> list[VoteSnapshot]:
    """
    Return the votes of all that has been published, the latest first.

    Those of a withdrawn version are gone; the draft's, from which it was made or which were settled beside it, stand for them.
    """
    snapshots = report.versions.filter(replaced_at=None).values_list("snapshot__ballots", flat=True)
    found = [VoteSnapshot.from_data(data) for data in snapshots]
    if report.vote_snapshot and report.versions.exclude(replaced_at=None).exists():
        found.append(VoteSnapshot.from_data(report.vote_snapshot))
    return found


def published_coverage(report: Report) -> list[dict[str, Any]]:
    """Return who had registered, in numbers, as it has been published, the latest first; see :func:`published_ballots`."""
    snapshots = report.versions.filter(replaced_at=None).values_list("snapshot__coverage", flat=True)
    found = [data for data in snapshots if data]
    if report.coverage and report.versions.exclude(replaced_at=None).exists():
        found.append(report.coverage)
    return found


def published_votes(report: Report, board: Board) -> list[bytes]:
    """Return the public votes of ``board`` that have been published with the report, the latest first."""
    found = Appendix.objects.filter(version__report=report, event=board.event.slug)
    return [
        bytes(archive) for archive in found.order_by("-version__number").values_list("archive", flat=True)
    ]


def is_under_earlier_rule(report: Report) -> bool:
    """Say whether the draft tells shares by an earlier rule about small numbers, and so may not be published any more."""
    votes = report.vote_snapshot
    return votes is not None and bool(votes) and votes.get("rule", FIRST_RULE) != RULE


def next_number(report: Report) -> int:
    """Return the number that the next version of ``report`` gets."""
    latest = report.versions.first()
    return latest.number + 1 if latest else 1


def find_version(series: Series, number: int | None = None) -> Version | None:
    """Return one version of the report, the latest if no number is given."""
    found = Version.objects.filter(report__series=series).select_related("report")
    return found.filter(number=number).first() if number is not None else found.first()


def contents_of(version: Version, language: str) -> Contents:
    """
    Return what ``version`` says in ``language``, as it was published; in another language where it was not published in this one.

    :raises KeyError: if a note has taken its place
    """
    published = version.contents
    wanted = next((code for code in (language, *LANGUAGES, *published) if code in published), language)
    return from_data(published[wanted])


def appendices(version: Version) -> list[Appendix]:
    """Return the boards whose public votes were published with ``version``."""
    return list(version.appendices.defer("archive"))


def events_without_votes(version: Version) -> list[Event]:
    """Return the events whose boards are in ``version`` but whose public votes are not: beside its figures they would tell too much."""
    events = [board["event"] for board in version.snapshot["ballots"]["boards"]]
    published = version.appendices.values_list("event", flat=True)
    return list(Event.objects.filter(pk__in=events).exclude(slug__in=published).order_by("start"))


def renderings(report: Report, version: Version | None) -> list[Rendering]:
    """Return the files of a version, or of the draft, without what is in them."""
    return list(report.renderings.filter(version=version).defer("file").order_by("format", "language"))


def files_not_made(report: Report) -> dict[int, list[str]]:
    """Return the published versions of which files could not be made, each with their formats and languages."""
    failed = report.renderings.filter(state=Rendering.State.FAILED, version__isnull=False)
    found: dict[int, list[str]] = {}
    for number, format_, language in failed.order_by("version__number", "format", "language").values_list(
        "version__number", "format", "language"
    ):
        found.setdefault(number, []).append(f"{format_.upper()} ({language})")
    return found


def statements_to_rest_on(report: Report) -> QuerySet[Statement]:
    """Return the root statements that a person may choose as evidence, most recent board last."""
    shown = Statement.objects.filter(
        board__event__series=report.series_id, board__is_rehearsal=False, state=Statement.State.SHOWN
    )
    return (
        Statement.objects.filter(pk__in=shown.values("root"))
        .select_related("board__event", "prompt")
        .order_by("board__event__start", "number")
    )


def steps_to_import(series: Series) -> list[Finding]:
    """Return the report's findings of kind next step: those chosen for publication, or all that hold while none is."""
    found = list(
        Finding.objects.filter(report__series=series, kind=Finding.Kind.NEXT_STEP)
        .prefetch_related("supporting_statements")
        .order_by("order", "id")
    )
    return [finding for finding in found if finding.is_published] or [
        finding for finding in found if finding.is_supported
    ]
