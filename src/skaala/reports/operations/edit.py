"""What a person does with findings: editing texts, adding findings, ordering them, choosing which are published."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from skaala.evidence.models import Bottleneck
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Finding, Report, SupportingStatement
from skaala.reports.operations.draft import renew_own_figures
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement


@dataclass(frozen=True)
class FindingWords:
    """All that a person writes of a finding."""

    title: Texts
    text: Texts
    memo: str = ""
    organisation: str = ""
    due: date | None = None
    source: str = ""
    bottleneck: Bottleneck | None = None
    others_hold: bool = False
    """The languages that were not edited now say the same as those that were."""


@transaction.atomic
def save_finding(
    *,
    report: Report,
    words: FindingWords,
    finding: Finding | None = None,
    kind: str = "",
    statements: Iterable[uuid.UUID] | None = None,
) -> Finding:
    """
    Save a finding's texts; those equal to what the rule drafted stay the rule's.

    :param finding: None for a new finding, of ``kind``
    :param statements: what supports a finding that a person wrote; None leaves it unchanged
    """
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if finding is None:
        last = report.findings.aggregate(last=Max("order"))["last"] or 0
        finding = Finding(report=report, kind=kind, order=last + 1)
    before = {code: (finding.title.get(code), finding.text.get(code)) for code in LANGUAGES}
    finding.edited_title = _differing(words.title, finding.drafted_title)
    finding.edited_text = _differing(words.text, finding.drafted_text)
    finding.memo, finding.organisation, finding.due = words.memo, words.organisation, words.due
    finding.bottleneck = words.bottleneck
    finding.behind = [] if words.others_hold else _behind(finding, before)
    if finding.is_own:
        finding.source = words.source
    finding.save()
    if statements is not None and finding.is_own:
        _set_supporting(finding, list(statements), report)
    finding.edited_shares = finding.shares if finding.is_edited else None
    finding.save(update_fields=["edited_shares"])
    return finding


def _behind(finding: Finding, before: Mapping[str, tuple[str, str]]) -> list[str]:
    """Return the languages whose words are older than those of another; a language that catches up leaves the list."""
    now = {code: (finding.title.get(code), finding.text.get(code)) for code in LANGUAGES}
    changed = {code for code in LANGUAGES if now[code] != before[code]}
    if changed <= set(finding.behind):
        return [code for code in finding.behind if code not in changed]
    if not any(any(words) for words in before.values()):
        return []  # written for the first time
    return [code for code in LANGUAGES if code not in changed and any(now[code])]


def _differing(written: Texts, drafted: Texts) -> Texts:
    edited = {}
    for code in LANGUAGES:
        own = "\n".join(written.get(code).splitlines()).strip()
        edited[code] = "" if own == drafted.get(code).strip() else own
    return Texts(**edited)


def _set_supporting(finding: Finding, statements: list[uuid.UUID], report: Report) -> None:
    chosen = Statement.objects.filter(pk__in=statements, board__event__series=report.series_id)
    finding.supporting_statements.exclude(statement__in=chosen).delete()
    for order, statement in enumerate(chosen):
        SupportingStatement.objects.update_or_create(
            finding=finding, statement=statement, defaults={"order": order}
        )
    if report.vote_snapshot:
        renew_own_figures(finding, VoteSnapshot.from_data(report.vote_snapshot))


def save_summary(*, report: Report, summary: Texts) -> None:
    """Save the summary at the beginning of the report; in an empty language the drafted one is used."""
    report.summary = summary
    report.save(update_fields=["summary"])


@transaction.atomic
def move_finding(*, finding: Finding, up: bool) -> None:
    """Swap a finding with its neighbour of the same kind; the first and the last have one neighbour only."""
    Report.objects.select_for_update(no_key=True).get(pk=finding.report_id)
    findings = list(Finding.objects.filter(report=finding.report_id, kind=finding.kind))
    place = findings.index(finding)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(findings):
        return
    findings[place], findings[other] = findings[other], findings[place]
    orders = sorted(each.order for each in findings)
    for order, each in zip(orders, findings, strict=True):
        each.order = order
    Finding.objects.bulk_update(findings, ["order"])


def set_published(*, findings: Iterable[Finding], is_published: bool) -> None:
    """Choose findings for the next version, or leave them out of it."""
    Finding.objects.filter(pk__in=[each.pk for each in findings]).update(is_published=is_published)


def remove_finding(*, finding: Finding) -> None:
    """Remove a finding; if a rule drafts it, it comes back with the next draft."""
    finding.delete()
