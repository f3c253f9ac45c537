"""What a person does with findings: her words, her own findings, their order, and which are published."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from skaala.actions.models import Bottleneck
from skaala.reports.ballots import Ballots
from skaala.reports.models import Evidence, Finding, Report
from skaala.reports.operations.draft import renew_own_figures
from skaala.ui.texts import LANGUAGES, Texts
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
    Save a finding's words; where they are those that the rule drafted, they stay the rule's.

    :param finding: None for a finding of one's own, whose ``kind`` then counts
    :param statements: what a finding of one's own rests on; None leaves it as it is
    """
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if finding is None:
        last = report.findings.aggregate(last=Max("order"))["last"] or 0
        finding = Finding(report=report, kind=kind, order=last + 1)
    finding.edited_title = _differing(words.title, finding.drafted_title)
    finding.edited_text = _differing(words.text, finding.drafted_text)
    finding.memo, finding.organisation, finding.due = words.memo, words.organisation, words.due
    finding.bottleneck = words.bottleneck
    if finding.is_own:
        finding.source = words.source
    finding.save()
    if statements is not None and finding.is_own:
        _rest_on(finding, list(statements), report)
    finding.edited_shares = finding.shares if finding.is_edited else None
    finding.save(update_fields=["edited_shares"])
    return finding


def _differing(written: Texts, drafted: Texts) -> Texts:
    kept = {}
    for code in LANGUAGES:
        own = "\n".join(getattr(written, code).splitlines()).strip()
        kept[code] = "" if own == getattr(drafted, code).strip() else own
    return Texts(**kept)


def _rest_on(finding: Finding, statements: list[uuid.UUID], report: Report) -> None:
    chosen = Statement.objects.filter(pk__in=statements, board__event__series=report.series_id)
    finding.evidence.exclude(statement__in=chosen).delete()
    for order, statement in enumerate(chosen):
        Evidence.objects.update_or_create(finding=finding, statement=statement, defaults={"order": order})
    if report.ballots:
        renew_own_figures(finding, Ballots.from_data(report.ballots))


def save_summary(*, report: Report, summary: Texts) -> None:
    """Save the summary that stands before everything; empty languages get the drafted one."""
    report.summary = summary
    report.save(update_fields=["summary"])


@transaction.atomic
def move_finding(*, finding: Finding, up: bool) -> None:
    """Let a finding change places with its neighbour of the same kind; at the end nothing happens."""
    Report.objects.select_for_update(no_key=True).get(pk=finding.report_id)
    row = list(Finding.objects.filter(report=finding.report_id, kind=finding.kind))
    place = row.index(finding)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(row):
        return
    row[place], row[other] = row[other], row[place]
    for order, each in zip(sorted(one.order for one in row), row, strict=True):
        each.order = order
    Finding.objects.bulk_update(row, ["order"])


def set_published(*, findings: Iterable[Finding], is_published: bool) -> None:
    """Have findings stand in the next version, or not."""
    Finding.objects.filter(pk__in=[each.pk for each in findings]).update(is_published=is_published)


def remove_finding(*, finding: Finding) -> None:
    """Remove a finding; one that a rule drafts comes back with the next draft."""
    finding.delete()
