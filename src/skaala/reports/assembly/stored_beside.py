"""What is stored beside the contents of a version, so that every figure can be computed again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from skaala.reports.assembly.concluded import texts_to_quote
from skaala.reports.assembly.labels import APART
from skaala.reports.claims.queries import claims_of, translations
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Finding
from skaala.series.models import Series
from skaala.workshops.models import Statement


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


def rests_on(findings: Iterable[Finding]) -> list[str]:
    """Return the statements that findings rest on."""
    return sorted(
        {
            str(supporting.statement_id)
            for finding in findings
            for supporting in finding.supporting_statements.all()
        }
    )


def texts_of(snapshot: VoteSnapshot, series: Series) -> dict[str, Any]:
    """Return all that a report may quote: the statements with their translations, the names of claims, and what rooms concluded."""
    statements = {
        str(each.pk): each for each in Statement.objects.filter(pk__in=list(snapshot.kinds)).order_by("pk")
    }
    translated = translations(statements)
    return {
        "statements": {
            what: {
                "language": each.language,
                "text": each.text,
                "translations": translated.get(what, {}),
            }
            for what, each in statements.items()
        },
        "claims": {
            claim.key: {code: name for code, name in claim.names.as_dict().items() if name}
            for claim in (claims_of(series) if snapshot.claims else ())
            if claim.key in snapshot.claims
        },
        "conclusions": texts_to_quote(series),
    }
