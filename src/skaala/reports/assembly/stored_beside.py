"""What is stored beside the contents of a version, so that every figure can be computed again."""

from __future__ import annotations

from collections.abc import Iterable

from skaala.reports.assembly.labels import APART
from skaala.reports.figures import theme_overview
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Finding, Report
from skaala.reports.themes import queries as queries_themes


def themes_in_overview(report: Report) -> list[list[str]]:
    """Return the statements of each theme in the order of the overview's rows, to compute these again from."""
    ballots = (
        VoteSnapshot.from_data(report.vote_snapshot) if report.vote_snapshot else VoteSnapshot((), {}, {}, ())
    )
    themes = [
        [member.id for member in theme.members] for theme in queries_themes.themes_of_several(report.series)
    ]
    return [
        members
        for members in themes
        if any(share is not None for share in theme_overview.mean_shares(members, ballots.names, ballots))
    ]


def gaps_of(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """Return by key the figures that are told in sentences and drawn in no chart: differences, and who are on both sides."""
    return {
        f"{finding.pk.hex}.{share.key}": {
            "share": share.share,
            "low": share.low,
            "high": share.high,
            "votes": share.votes,
        }
        for finding in findings
        for share in finding.figures
        if share.side in APART
    }
