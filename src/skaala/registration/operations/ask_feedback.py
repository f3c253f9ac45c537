"""Asking for feedback: the questions about an event, the email that asks, and closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from skaala.registration.models import Attendance, FeedbackQuestion, FeedbackSurvey, Mailing
from skaala.registration.operations.queue_emails import queue_mailing_once
from skaala.registration.queries.arrivals import expected, has_come, presences
from skaala.registration.queries.feedback import state_of
from skaala.registration.rules import feedback as rules
from skaala.registration.rules.check_in import Presence
from skaala.series.models import Event, Series
from skaala.ui.texts import Texts


class UnableToSetQuestions(Exception):
    """Somebody has answered; the questions must stay as they were put to them."""


@dataclass(frozen=True)
class QuestionDraft:
    """One question as an organiser writes it."""

    kind: str
    text: Texts
    options: Texts


@transaction.atomic
def set_questions(
    *,
    event: Event,
    introduction: Texts,
    days: int,
    sends_email: bool,
    questions: Sequence[QuestionDraft],
) -> FeedbackSurvey:
    """
    Set what those who were at ``event`` are asked, in this order, and for how many days.

    :raises HasAnswers: if other questions are asked for than somebody has answered, or the survey has been closed
    """
    survey, _is_new = FeedbackSurvey.objects.get_or_create(event=event)
    survey = FeedbackSurvey.objects.select_for_update().get(pk=survey.pk)
    before = [QuestionDraft(one.kind, one.text, one.options) for one in survey.questions.all()]
    if survey.closed_at is not None or (survey.answers and before != list(questions)):
        raise UnableToSetQuestions
    survey.introduction, survey.days, survey.sends_email = introduction, days, sends_email
    survey.save(update_fields=["introduction", "days", "sends_email"])
    if before != list(questions):
        survey.questions.all().delete()
        FeedbackQuestion.objects.bulk_create(
            FeedbackQuestion(
                survey=survey, position=position, kind=one.kind, text=one.text, options=one.options
            )
            for position, one in enumerate(questions)
        )
    return survey


def copy_feedback(*, series: Series, into: Series) -> None:
    """Ask about the events of a copy what was asked about the originals, within the caller's transaction."""
    events = {event.slug: event for event in into.events.all()}
    surveys = FeedbackSurvey.objects.filter(event__series=series).select_related("event")
    for survey in surveys.prefetch_related("questions"):
        drafts = [QuestionDraft(one.kind, one.text, one.options) for one in survey.questions.all()]
        set_questions(
            event=events[survey.event.slug],
            introduction=survey.introduction,
            days=survey.days,
            sends_email=survey.sends_email,
            questions=drafts,
        )


def close_due_surveys(*, now: datetime) -> int:
    """Close, for good, the surveys whose days are over; who has answered them is forgotten. Returns how many."""
    count = 0
    for survey in FeedbackSurvey.objects.filter(closed_at=None, event__end__lte=now).select_related("event"):
        if now >= rules.closes_at(survey.event.end, survey.days):
            count += FeedbackSurvey.objects.filter(pk=survey.pk, closed_at=None).update(
                closed_at=now, spent=[]
            )
    return count


def queue_due_requests(*, now: datetime) -> int:
    """
    Queue the emails that ask for feedback: to who came, and where coming was not noted, to who had a place.

    Nobody gets two; who is noted as come afterwards, as from the list of a call, gets theirs then.

    :returns: how many emails were queued
    """
    surveys = FeedbackSurvey.objects.filter(
        Q(sends_email=True, closed_at=None, event__end__lte=now - rules.EMAIL_AFTER)
        & Q(event__end__gt=now - timedelta(days=rules.LONGEST))
        & ~Q(event__mailings__kind=Mailing.Kind.FEEDBACK)
        & Q(questions__isnull=False)
    )
    asked = sum(_ask(survey, now=now) for survey in surveys.select_related("event__series").distinct())
    return asked + sum(_ask_the_others(mailing, now=now) for mailing in _requests_under_way(now))


def _requests_under_way(now: datetime) -> list[Mailing]:
    """Return the requests about events whose questions are open, and to whose emails some have come to be added."""
    came = Attendance.objects.filter(
        has_come(),
        event=OuterRef("event"),
        registration__cancelled_at__isnull=True,
        registration__no_messages_since=None,
    ).exclude(registration__registration_emails__mailing=OuterRef("pk"))
    found = Mailing.objects.filter(
        Exists(came),
        kind=Mailing.Kind.FEEDBACK,
        event__feedback_survey__sends_email=True,
        event__feedback_survey__closed_at=None,
        event__end__gt=now - timedelta(days=rules.LONGEST),
    )
    return list(found.select_related("event__series", "event__feedback_survey"))


def _ask_the_others(mailing: Mailing, *, now: datetime) -> int:
    event = mailing.event
    assert event is not None
    if state_of(event.feedback_survey, now=now) != rules.FeedbackState.OPEN:
        return 0
    came = _to_ask(event).filter(has_come()).exclude(registration__registration_emails__mailing=mailing)
    people = [one.registration for one in came]
    once = "one_email_per_mailing_and_person"
    return queue_mailing_once(mailing, people, kind="registration.feedback", now=now, constraint=once)


def _to_ask(event: Event) -> QuerySet[Attendance]:
    return expected(event).filter(registration__no_messages_since=None)


def _ask(survey: FeedbackSurvey, *, now: datetime) -> int:
    event = survey.event
    if state_of(survey, now=now) != rules.FeedbackState.OPEN:
        return 0
    attendances = list(_to_ask(event))
    came = presences([one.registration for one in attendances], now=now)
    people = [one.registration for one in attendances if came[one.pk] != Presence.MISSED]
    mailing = Mailing(series=event.series, event=event, kind=Mailing.Kind.FEEDBACK, created_at=now)
    once = "one_feedback_request_per_event"
    return queue_mailing_once(mailing, people, kind="registration.feedback", now=now, constraint=once)
