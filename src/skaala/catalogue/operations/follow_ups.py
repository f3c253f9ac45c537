"""Beginning, asking, answering, stopping and forgetting follow-ups."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from skaala.catalogue.models import Action, AdoptionReport, CatalogueEmail, FollowUp, FollowUpQuestion
from skaala.catalogue.operations.adoptions import StageReport, report_adoption
from skaala.catalogue.queries.steps import action_of
from skaala.catalogue.rules import follow_ups as rules
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.catalogue.rules.reporting import Refusal, UnableToReport
from skaala.evidence.models import Bottleneck
from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from skaala.people.operations import hit
from skaala.places.models import Municipality
from skaala.workshops.models import Statement

CONFIRM = "catalogue.follow_up_confirm"
ASK = "catalogue.follow_up"
AT_ONCE = 200
MOST_REQUESTS, WITHIN = 3, timedelta(days=1)
"""So many requests may be made in the name of one address."""


class TooManyFollowUps(Exception):
    """The address has been given too often; its owner gets no more emails. ``wait``: seconds until it may be given again."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


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
    """
    Keep an address for follow-up alone, and ask its owner by email whether they agree; nothing else is sent before.

    Of a step that has become an action, the action is followed. An address that is followed already in this matter is not asked twice: whoever types it makes no second email of it.

    :raises TooManyFollowUps: if the address has been given too often; nothing is kept
    """
    if action is None and step is not None:
        action = action_of(step)
    if action is not None:  # of two presses at once the second finds what the first has kept
        Action.objects.select_for_update(no_key=True).get(pk=action.pk)
    held = FollowUp.objects.filter(email__iexact=email, action=action, step=step, ended_on__isnull=True)
    if (found := held.order_by("asked_for_at").first()) is not None:
        return found
    if wait := hit(
        purpose="follow-up-to", caller=email.casefold(), limit=MOST_REQUESTS, within=WITHIN, now=now
    ):
        raise TooManyFollowUps(wait)
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
    Note what became of it. A stage of somebody else's action becomes a report, which an editor confirms; until then a later
    press corrects it.

    :raises UnableToReport: if it cannot be true; nothing is noted
    """
    follow_up = FollowUp.objects.select_for_update(of=("self",)).get(pk=question.follow_up_id)
    question = follow_up.questions.get(pk=question.pk)
    today = timezone.localdate(now)
    _take_back(question)
    question.report = _report(follow_up, stage, reason, today=today, now=now)
    question.answer, question.answered_on = stage, today
    question.save(update_fields=["answer", "answered_on", "report"])
    follow_up.unanswered = 0
    if follow_up.ask_on is None and follow_up.consented_on is not None:  # silence had ended the questions
        follow_up.ask_on = rules.ask_on(follow_up.consented_on, follow_up.questions.count())
    follow_up.save(update_fields=["unanswered", "ask_on"])
    return question.report


@transaction.atomic
def stop(*, follow_up: FollowUp, now: datetime) -> None:
    """End a follow-up and delete name, address and emails; what was answered stays."""
    _end(follow_up, timezone.localdate(now))


@transaction.atomic
def forget_follow_ups(*, now: datetime) -> int:
    """Delete the names and addresses whose time is over, and requests that nobody confirmed; returns how many."""
    today = timezone.localdate(now)
    stale = never_confirmed(now)
    Email.objects.filter(catalogue_email__follow_up__in=stale).delete()
    forgotten = stale.delete()[1].get("catalogue.FollowUp", 0)
    for follow_up in due_to_be_forgotten(today):
        _end(follow_up, today)
        forgotten += 1
    return forgotten


def never_confirmed(now: datetime) -> QuerySet[FollowUp]:
    """Return the requests that go now, since nobody has agreed to them in time."""
    latest = now - timedelta(days=rules.UNCONFIRMED_DAYS)
    return FollowUp.objects.filter(consented_on__isnull=True, asked_for_at__lt=latest, ended_on__isnull=True)


def due_to_be_forgotten(today: date) -> list[FollowUp]:
    """Return the follow-ups whose name and address go today."""
    held = FollowUp.objects.filter(ended_on__isnull=True).filter(
        Q(ends_on__lte=today) | Q(unanswered__gte=rules.MOST_UNANSWERED)
    )
    return [one for one in held.prefetch_related("questions") if _is_forgotten(one, today)]


def becomes_report(follow_up: FollowUp) -> bool:
    """Say whether a stage that is answered becomes a report, for which an end needs a reason."""
    action, place = follow_up.action, follow_up.municipality_id
    return action is not None and place is not None and action.owner_id != place


def _take_back(question: FollowUpQuestion) -> None:
    """Take back what an earlier press said, as long as no editor has looked at it."""
    if question.report_id is not None:
        AdoptionReport.objects.filter(pk=question.report_id, state=AdoptionReport.State.WAITING).delete()


def _report(
    follow_up: FollowUp, stage: str, reason: Bottleneck | None, *, today: date, now: datetime
) -> AdoptionReport | None:
    """Report a stage; of no action, of an action's owner and of what has been reported already there is nothing to report."""
    action, place = follow_up.action, follow_up.municipality
    if action is None or place is None or stage == "not_yet" or not becomes_report(follow_up):
        return None
    report = StageReport(stage=stage, when=InexactDate(today, "day"), reason=reason)
    source = AdoptionReport.Source.FOLLOW_UP
    try:
        with transaction.atomic():
            return report_adoption(action=action, municipality=place, report=report, source=source, now=now)
    except UnableToReport as problem:
        if problem.refusal != Refusal.SAID_ALREADY:
            raise
        return None


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
