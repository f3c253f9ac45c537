"""Reading reports: what is being written, what has been published, and the votes they come from."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from skaala.places.models import Municipality, Network, Region
from skaala.registration import queries as registrations
from skaala.registration.models import Registration
from skaala.reports.ballots import Ballots, BoardHeld
from skaala.reports.coverage import tell
from skaala.reports.models import Appendix, Evidence, Finding, Rendering, Report, Version
from skaala.series.models import Series
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Vote


def find_report(series: Series) -> Report | None:
    """Return the report of ``series``, if anybody has begun one."""
    return Report.objects.filter(series=series).first()


def findings(report: Report) -> QuerySet[Finding]:
    """Return the findings in their order, with their statements."""
    evidence = Evidence.objects.select_related("statement")
    return report.findings.select_related("bottleneck").prefetch_related(Prefetch("evidence", evidence))


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


def published_ballots(report: Report) -> list[Ballots]:
    """
    Return the votes of all that has been published, the latest first.

    Those of a withdrawn version are gone; the draft's, from which it was made or which were settled beside it, stand for them.
    """
    snapshots = report.versions.filter(replaced_at=None).values_list("snapshot__ballots", flat=True)
    found = [Ballots.from_data(data) for data in snapshots]
    if report.ballots and report.versions.exclude(replaced_at=None).exists():
        found.append(Ballots.from_data(report.ballots))
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


def find_version(series: Series, number: int | None = None) -> Version | None:
    """Return one version of the report, the latest if no number is given."""
    found = Version.objects.filter(report__series=series).select_related("report")
    return found.filter(number=number).first() if number is not None else found.first()


def appendices(version: Version) -> list[Appendix]:
    """Return the boards whose public votes were published with ``version``."""
    return list(version.appendices.defer("archive"))


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


def names_of_people(series: Series) -> tuple[list[str], list[str]]:
    """Return the names and the e-mail addresses of all who have registered for ``series`` and are still known."""
    rows = list(Registration.objects.filter(series=series).values_list("name", "email"))
    return [name for name, _ in rows], [email for _, email in rows]


def boards_of(series: Series) -> list[Board]:
    """Return the boards of ``series`` in the order of their events; a rehearsal is none."""
    boards = Board.objects.filter(event__series=series, is_rehearsal=False).select_related("event__series")
    return list(boards.order_by("event__start", "event_id"))


def read_ballots(series: Series) -> Ballots:
    """Return the votes on all that stands on the boards of ``series``, by pseudonym and root."""
    boards = boards_of(series)
    place = {board.pk: number for number, board in enumerate(boards)}
    standing = list(
        Statement.objects.filter(board__in=boards, state=Statement.State.SHOWN)
        .order_by("board__event__start", "number")
        .values_list("board", "root", "pk", "prompt__kind")
    )
    kinds = {str(root): kind for _, root, _, kind in reversed(standing)}
    roots = [UUID(root) for root in kinds]
    held = set(CurrentVote.objects.filter(root__in=roots).values_list("participant", "root"))
    rows = (
        Vote.objects.filter(root__in=roots, board__in=boards, value__isnull=False)
        .order_by("participant", "number")
        .values_list("participant", "root", "board", "value")
    )
    votes = tuple(
        (str(who), str(root), place[board], value or 0)
        for who, root, board, value in rows
        if (who, root) in held
    )
    voters = {who for who, *_ in votes}
    people = [
        row
        for row in Participant.objects.filter(series=series).values_list("pk", "perspective", "size_class")
        if str(row[0]) in voters
    ]
    return Ballots(
        votes=votes,
        perspectives={str(who): perspective for who, perspective, _ in people},
        kinds=kinds,
        boards=tuple(_held(board, standing) for board in boards),
        sizes=dict(Counter(size for _, _, size in people)),
    )


def _held(board: Board, standing: list[Any]) -> BoardHeld:
    here = [(str(root), root == own) for on, root, own, _ in standing if on == board.pk]
    picture = board.pictures.first()
    result = picture.result if picture is not None and picture.result["is_separate"] else {}
    return BoardHeld(
        event=board.event_id,
        perspective=board.event.perspective,
        shown=tuple(root for root, _ in here),
        new=tuple(root for root, is_own in here if is_own),
        grade=result.get("firmness") or "",
        leanings=result.get("leanings", {}),
    )


def read_coverage(series: Series) -> dict[str, Any]:
    """Return who registered, by region, size class and network, in numbers that may be told."""
    people = list(registrations.active_registrations(series))
    towns = {person.municipality_id: person.municipality for person in people if person.municipality}
    by_region = Counter(person.municipality.region_id if person.municipality else "" for person in people)
    by_size = Counter(person.municipality.size_class if person.municipality else "" for person in people)
    by_network = Counter(person.network.slug if person.network else "" for person in people)
    regions = {region.pk: region.name.as_dict() for region in Region.objects.filter(pk__in=by_region)}
    networks = {net.slug: net.name.as_dict() for net in Network.objects.filter(slug__in=by_network)}
    enough = len(people) >= 5
    return {
        "people": len(people) if enough else 0,
        "municipalities": len(towns) if enough else 0,
        "all_municipalities": Municipality.objects.filter(valid_until=None).count(),
        "regions_reached": len([code for code in by_region if code]) if enough else 0,
        "all_regions": Region.objects.count(),
        "regions": _told(by_region, regions),
        "sizes": _told(by_size, {}),
        "networks": _told(by_network, networks),
    }


def _told(counts: Counter[str], names: dict[str, dict[str, str]]) -> dict[str, Any]:
    told = dataclasses.asdict(tell(counts))
    return {**told, "rows": [[key, names.get(key, {}), count] for key, count in told["rows"]]}
