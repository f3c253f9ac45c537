"""Beginning, asking, answering, stopping and forgetting follow-ups."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from skaala.catalogue.models import Action, AdoptionReport, CatalogueEmail, FollowUp, FollowUpQuestion
from skaala.catalogue.operations.adoptions import StageReport, report_adoption
from skaala.catalogue.rules import follow_ups as rules
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.evidence.models import Bottleneck
from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from skaala.places.models import Municipality
from skaala.workshops.models import Statement

CONFIRM = "catalogue.follow_up_confirm"
ASK = "catalogue.follow_up"
AT_ONCE = 200


@transaction.atomic
def begin_follow_up(
    *,
    kind: str,
    email: str,
    language: str,
    now: datetime,
    action: Action | None = None,
    step: Statement | None = None,
    municipality: Municipality | None = None,
    name: str = "",
) -> FollowUp:
    """Keep an address for follow-up alone, and ask its owner by email whether they agree; nothing else is sent before."""
    follow_up = FollowUp.objects.create(
        kind=kind,
        action=action,
        step=step,
        municipality=municipality,
        name=name,
        email=email,
        language=language,
        asked_for_at=now,
    )
    _queue(follow_up, CONFIRM, now=now, is_unconfirmed=True)
    return follow_up


@transaction.atomic
def agree(*, follow_up: FollowUp, now: datetime) -> None:
    """Note the consent of the address's owner; from now on they are asked at 3, 6 and 12 months."""
    held = FollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up.pk)
    if held.consented_on is not None or held.ended_on is not None:
        return
    today = timezone.localdate(now)
    held.consented_on, held.ask_on, held.ends_on = today, rules.ask_on(today, 0), rules.ends_on(today)
    held.save(update_fields=["consented_on", "ask_on", "ends_on"])


def ask_due(*, now: datetime) -> int:
    """Queue the questions that are due; returns how many."""
    today = timezone.localdate(now)
    due = FollowUp.objects.filter(ask_on__lte=today, ended_on__isnull=True).order_by("ask_on", "pk")
    return sum(_ask(pk, today, now) for pk in due.values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def answer(
    *, question: FollowUpQuestion, stage: str, now: datetime, reason: Bottleneck | None = None
) -> AdoptionReport | None:
    """
    Note what became of it; a later press corrects an earlier one. A stage of an action becomes a report, which an editor confirms.

    :raises UnableToReport: if it cannot be true; nothing is noted
    """
    follow_up = FollowUp.objects.select_for_update(of=("self",)).get(pk=question.follow_up_id)
    today = timezone.localdate(now)
    question.answer, question.answered_on = stage, today
    question.save(update_fields=["answer", "answered_on"])
    follow_up.unanswered = 0
    if follow_up.ask_on is None and follow_up.consented_on is not None:  # silence had ended the questions
        follow_up.ask_on = rules.ask_on(follow_up.consented_on, follow_up.questions.count())
    follow_up.save(update_fields=["unanswered", "ask_on"])
    if follow_up.action is None or follow_up.municipality is None or stage == "not_yet":
        return None
    report = StageReport(stage=stage, when=InexactDate(today, "day"), reason=reason)
    return report_adoption(
        action=follow_up.action,
        municipality=follow_up.municipality,
        report=report,
        source=AdoptionReport.Source.FOLLOW_UP,
        now=now,
    )


@transaction.atomic
def stop(*, follow_up: FollowUp, now: datetime) -> None:
    """End a follow-up and delete name, address and emails; what was answered stays."""
    _end(follow_up, timezone.localdate(now))


@transaction.atomic
def forget_follow_ups(*, now: datetime) -> int:
    """Delete the names and addresses whose time is over, and requests that nobody confirmed; returns how many."""
    today = timezone.localdate(now)
    stale = FollowUp.objects.filter(
        consented_on__isnull=True,
        asked_for_at__lt=now - timedelta(days=rules.UNCONFIRMED_DAYS),
        ended_on__isnull=True,
    )
    Email.objects.filter(catalogue_email__follow_up__in=stale).delete()
    forgotten = stale.delete()[1].get("catalogue.FollowUp", 0)
    for follow_up in due_to_be_forgotten(today):
        _end(follow_up, today)
        forgotten += 1
    return forgotten


def due_to_be_forgotten(today: date) -> list[FollowUp]:
    """Return the follow-ups whose name and address go today."""
    held = FollowUp.objects.filter(ended_on__isnull=True).filter(
        Q(ends_on__lte=today) | Q(unanswered__gte=rules.MOST_UNANSWERED)
    )
    return [one for one in held.prefetch_related("questions") if _is_forgotten(one, today)]


def _is_forgotten(follow_up: FollowUp, today: date) -> bool:
    asked = [question.asked_on for question in follow_up.questions.all()]
    return rules.is_forgotten(
        unanswered=follow_up.unanswered,
        last_asked=max(asked, default=None),
        ends_on=follow_up.ends_on,
        today=today,
    )


@transaction.atomic
def _ask(pk: UUID, today: date, now: datetime) -> bool:
    follow_up = FollowUp.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
    if follow_up is None or follow_up.ask_on is None or follow_up.ask_on > today:
        return False
    if follow_up.consented_on is None:
        return False
    number = follow_up.questions.count()
    question = FollowUpQuestion.objects.create(follow_up=follow_up, number=number + 1, asked_on=today)
    follow_up.unanswered += 1
    is_over = follow_up.unanswered >= rules.MOST_UNANSWERED
    follow_up.ask_on = None if is_over else rules.ask_on(follow_up.consented_on, number + 1)
    follow_up.save(update_fields=["ask_on", "unanswered"])
    _queue(follow_up, ASK, now=now, question=question)
    return True


def _queue(
    follow_up: FollowUp,
    kind: str,
    *,
    now: datetime,
    question: FollowUpQuestion | None = None,
    is_unconfirmed: bool = False,
) -> None:
    email = queue_email(
        kind=kind,
        to_address=follow_up.email,
        to_name="" if is_unconfirmed else follow_up.name,
        language=follow_up.language,
        now=now,
        is_unconfirmed=is_unconfirmed,
    )
    CatalogueEmail.objects.create(email=email, follow_up=follow_up, question=question)


def _end(follow_up: FollowUp, today: date) -> None:
    Email.objects.filter(catalogue_email__follow_up=follow_up).delete()
    FollowUp.objects.filter(pk=follow_up.pk).update(name="", email="", ask_on=None, ended_on=today)
