"""Reporting adoptions, confirming and refusing reports; the history is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from skaala.catalogue.models import Action, Adoption, AdoptionReport
from skaala.catalogue.operations.suggestions import request_suggestions
from skaala.catalogue.queries.adoptions import by_others, spread_counts
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.catalogue.rules.reporting import REPORTER_KEPT_DAYS, Reported, check_report, check_teacher
from skaala.catalogue.rules.stages import RUNNING, since
from skaala.evidence.models import Bottleneck
from skaala.people.models import Account
from skaala.places.models import Municipality
from skaala.ui.texts import Texts

State = AdoptionReport.State


@dataclass(frozen=True)
class StageReport:
    """What is reported about one municipality and one action."""

    stage: str
    when: InexactDate
    learned_from: Municipality | None = None
    adapted: Texts = field(default_factory=Texts)
    note: Texts = field(default_factory=Texts)
    reason: Bottleneck | None = None
    evidence_url: str = ""
    units_reached: int | None = None
    units_total: int | None = None
    units: str = ""
    reporter_email: str = ""


@transaction.atomic
def report_adoption(
    *,
    action: Action,
    municipality: Municipality,
    report: StageReport,
    source: str,
    now: datetime,
    account: Account | None = None,
    is_simulated: bool = False,
) -> AdoptionReport:
    """
    Add what is said to the history. What an editor says is confirmed at once; what others say waits.

    :raises UnableToReport: if it cannot be true; nothing is saved
    """
    Action.objects.select_for_update(no_key=True).get(pk=action.pk)
    adoption, _created = Adoption.objects.get_or_create(
        action=action, municipality=municipality, defaults={"is_simulated": is_simulated}
    )
    _check(adoption, report, now=now)
    saved = _new_report(adoption, report, source=source, now=now, account=account)
    saved.save()
    if saved.state == State.CONFIRMED:
        _count_again(adoption)
        _count_adopters(action)
    return saved


@transaction.atomic
def record_history(
    *,
    action: Action,
    municipality: Municipality,
    reports: Sequence[StageReport],
    now: datetime,
    is_simulated: bool,
) -> Adoption:
    """
    Add a whole history that an editor vouches for, in one go; the action's counters follow by :func:`count_adopters`.

    :raises UnableToReport: if one of it cannot be true; nothing is saved
    """
    adoption, _created = Adoption.objects.get_or_create(
        action=action, municipality=municipality, defaults={"is_simulated": is_simulated}
    )
    for report in reports:
        _check(adoption, report, now=now)
    AdoptionReport.objects.bulk_create(
        _new_report(adoption, report, source=AdoptionReport.Source.EDITOR, now=now) for report in reports
    )
    _count_again(adoption)
    return adoption


@transaction.atomic
def confirm_report(*, report: AdoptionReport, account: Account, now: datetime) -> None:
    """
    Confirm a report that waits; from now on it counts and is public. The reporter's address goes.

    :raises UnableToReport: if the teacher is said to have learned from the pupil since it was reported; nothing is changed
    """
    action, place, teacher = report.adoption.action, report.adoption.municipality_id, report.learned_from_id
    Action.objects.select_for_update(no_key=True).get(pk=action.pk)
    if teacher:
        check_teacher(place, teacher, _teachers(action))
    _look_at(report, State.CONFIRMED, account, now)


@transaction.atomic
def refuse_report(*, report: AdoptionReport, account: Account, now: datetime) -> None:
    """Refuse a report; it stays in the history for editors and is never public. The reporter's address goes."""
    _look_at(report, State.REFUSED, account, now)


def count_adopters(*, action: Action) -> None:
    """Count again what lists of actions are sorted by."""
    _count_adopters(action)


def forget_reporters(*, now: datetime) -> int:
    """Delete the addresses of reporters whose time is over; returns how many."""
    return reporters_past_their_date(now).update(reporter_email="", keep_until=None)


def reporters_past_their_date(now: datetime) -> QuerySet[AdoptionReport]:
    """Return the reports whose address goes today."""
    return AdoptionReport.objects.filter(keep_until__lt=timezone.localdate(now)).exclude(reporter_email="")


def _check(adoption: Adoption, report: StageReport, *, now: datetime) -> None:
    action, place = adoption.action, adoption.municipality
    before = adoption.reports.exclude(state=State.REFUSED).values_list("stage", "on", "precision")
    began = InexactDate(action.began_on, action.began_precision) if action.began_on else None  # type: ignore[arg-type]
    check_report(
        Reported(
            municipality=place.pk,
            stage=report.stage,
            when=report.when,
            learned_from=report.learned_from.pk if report.learned_from else "",
            reason=report.reason.slug if report.reason else "",
            units_reached=report.units_reached,
            units_total=report.units_total,
        ),
        owner=action.owner_id or "",
        began=began,
        municipality_until=place.valid_until,
        teachers=_teachers(action),
        history=[(stage, InexactDate(on, precision)) for stage, on, precision in before],  # type: ignore[arg-type]
        today=timezone.localdate(now),
    )


def _teachers(action: Action) -> dict[str, str]:
    """Return from whom each municipality has learned an action, as far as it is confirmed."""
    known = Adoption.objects.filter(action=action, learned_from__isnull=False)
    return {pupil: teacher or "" for pupil, teacher in known.values_list("municipality", "learned_from")}


def _new_report(
    adoption: Adoption, report: StageReport, *, source: str, now: datetime, account: Account | None = None
) -> AdoptionReport:
    waits = source in {AdoptionReport.Source.FORM, AdoptionReport.Source.FOLLOW_UP}
    keeps_address = waits and report.reporter_email
    return AdoptionReport(
        adoption=adoption,
        stage=report.stage,
        on=report.when.first,
        precision=report.when.precision,
        learned_from=report.learned_from,
        adapted=report.adapted,
        note=report.note,
        reason=report.reason,
        evidence_url=report.evidence_url,
        units_reached=report.units_reached,
        units_total=report.units_total,
        units=report.units,
        source=source,
        state=State.WAITING if waits else State.CONFIRMED,
        reported_at=now,
        looked_at=None if waits else now,
        looked_at_by=account,
        reporter_email=report.reporter_email if keeps_address else "",
        keep_until=timezone.localdate(now) + timedelta(days=REPORTER_KEPT_DAYS) if keeps_address else None,
    )


def _look_at(report: AdoptionReport, state: str, account: Account, now: datetime) -> None:
    AdoptionReport.objects.select_for_update().get(pk=report.pk)
    report.state, report.looked_at, report.looked_at_by = state, now, account
    report.reporter_email, report.keep_until = "", None
    report.save(update_fields=["state", "looked_at", "looked_at_by", "reporter_email", "keep_until"])
    _count_again(report.adoption)
    _count_adopters(report.adoption.action)


def _count_again(adoption: Adoption) -> None:
    """Write on the adoption what its confirmed history says."""
    confirmed = list(adoption.reports.filter(state=State.CONFIRMED))
    adoption.stage, adoption.since, adoption.learned_from, adoption.running_since = "", None, None, None
    if confirmed:
        first = confirmed[since([one.stage for one in confirmed])]
        adoption.stage, adoption.since, adoption.precision = first.stage, first.on, first.precision
        adoption.learned_from = next(
            (one.learned_from for one in reversed(confirmed) if one.learned_from), None
        )
        adoption.running_since = next((one.on for one in confirmed if one.stage in RUNNING), None)
    adoption.save()


def _count_adopters(action: Action) -> None:
    action.adopters = spread_counts([action])[action.pk].doing
    action.last_adopted_on = (
        by_others().filter(action=action, stage__in=RUNNING).aggregate(last=Max("running_since"))["last"]
    )
    action.save(update_fields=["adopters", "last_adopted_on"])
    request_suggestions()
