"""From one finding to another: those of a kind that stand in other sections, and those that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from skaala.insight.disclosure import Majority
from skaala.reports.figures.vote_snapshot import ALL, VoteSnapshot
from skaala.reports.models import Finding

OPPOSITE = {Majority.AGREE: Majority.DISAGREE, Majority.DISAGREE: Majority.AGREE}


def of_kind_elsewhere(kind: str, findings: Iterable[Finding], numbers: Mapping[UUID, str]) -> list[str]:
    """Say which findings of other sections are good practices or bottlenecks too, since each is told once."""
    elsewhere = [
        numbers[finding.pk]
        for finding in findings
        if finding.facts.get("of_kind") == kind and finding.kind != kind
    ]
    if not elsewhere:
        return []
    return [_("More of them are in other sections: %(numbers)s.") % {"numbers": ", ".join(elsewhere)}]


def opposed(
    findings: Sequence[Finding], ballots: VoteSnapshot, near: Iterable[tuple[str, str]]
) -> dict[UUID, list[UUID]]:
    """Return by finding those whose statements say nearly the same and on which most are of the opposite opinion."""
    finding_of = {
        str(supporting.statement_id): finding.pk
        for finding in findings
        for supporting in finding.supporting_statements.all()
    }
    found: dict[UUID, list[UUID]] = {}
    for first, second in near:
        here, there = finding_of.get(first), finding_of.get(second)
        if here is None or there is None or here == there:
            continue
        most = ballots.majority(first, ALL)
        if most in OPPOSITE and ballots.majority(second, ALL) == OPPOSITE[most]:
            found.setdefault(here, []).append(there)
            found.setdefault(there, []).append(here)
    return {pk: list(dict.fromkeys(others)) for pk, others in found.items()}


def opposition(others: Sequence[UUID], numbers: Mapping[UUID, str]) -> list[str]:
    """Point to the findings that contradict one."""
    if not others:
        return []
    said = ", ".join(sorted(numbers[other] for other in others))
    return [
        _("Compare with %(numbers)s: a statement that is close to this one gets the opposite answer.")
        % {"numbers": said}
    ]
