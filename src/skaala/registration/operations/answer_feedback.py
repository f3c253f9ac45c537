"""Answering questions about an event, so that nothing stored says who said what; and forgetting what may name somebody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from skaala.registration.models import Attendance, FeedbackQuestion, FeedbackSurvey, Registration
from skaala.registration.queries.feedback import codes, state_of
from skaala.registration.rules import feedback as rules
from skaala.series.models import Event, Series


class UnableToAnswer(Exception):
    """The person is not asked about this event: they had no place there, or its questions are not open."""


@transaction.atomic
def answer_feedback(
    *, registration: Registration, event: Event, answers: Mapping[int, int | str], now: datetime
) -> bool:
    """
    Add a person's answers to the counts and words of each question, and their code to those who have answered.

    There is no row of their own, and both lists are kept in an order of their own, so nothing that is stored ties the two.

    :param answers: by the question's id, the number chosen (from 1) or what was written; what is empty is left out
    :returns: False where they have answered already; then nothing changes
    :raises NotAsked: if they had no place at the event, or the questions are not open
    """
    survey = (
        FeedbackSurvey.objects.select_for_update(of=("self",))
        .select_related("event")
        .filter(event=event)
        .first()
    )
    had_place = registration.attendances.filter(event=event, state=Attendance.State.CONFIRMED).exists()
    if (
        survey is None
        or not had_place
        or registration.cancelled_at is not None
        or state_of(survey, now=now) != rules.FeedbackState.OPEN
    ):
        raise UnableToAnswer
    known = codes(survey.pk, registration)
    if not set(known).isdisjoint(survey.spent):
        return False
    for question in survey.questions.all():
        if answers.get(question.pk):
            _add(question, answers[question.pk])
    survey.spent = sorted([*survey.spent, known[0]])
    survey.answers += 1
    survey.save(update_fields=["spent", "answers"])
    return True


def _add(question: FeedbackQuestion, answer: int | str) -> None:
    if question.kind == FeedbackQuestion.Kind.WORDS:
        question.words = sorted([*question.words, str(answer)])
    elif 1 <= int(answer) <= len(question.labels):
        number = str(int(answer))
        question.counts = question.counts | {number: question.counts.get(number, 0) + 1}
    question.save(update_fields=["counts", "words"])


def forget_who_answered(registration: Registration) -> None:
    """Take a person's codes away, within the caller's transaction; their answers cannot be told from the others'."""
    events = registration.attendances.values("event")
    for survey in FeedbackSurvey.objects.select_for_update().filter(event__in=events, closed_at=None):
        known = set(codes(survey.pk, registration))
        if not known.isdisjoint(survey.spent):
            survey.spent = [code for code in survey.spent if code not in known]
            survey.save(update_fields=["spent"])


def forget_words(series: Series) -> int:
    """
    Remove the free answers of a series, in which people may be named, and the codes; counts stay.

    :returns: how many free answers
    """
    count = 0
    for question in FeedbackQuestion.objects.select_for_update().filter(survey__event__series=series):
        if question.words:
            count += len(question.words)
            question.words = []
            question.save(update_fields=["words"])
    FeedbackSurvey.objects.filter(event__series=series).update(spent=[])
    return count
