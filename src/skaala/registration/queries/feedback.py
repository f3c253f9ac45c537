"""Reading what is asked about events, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from django.conf import settings
from django.utils.crypto import salted_hmac

from skaala.insight.disclosure import is_publishable
from skaala.registration.models import Attendance, FeedbackQuestion, FeedbackSurvey, Registration
from skaala.registration.rules import feedback as rules
from skaala.series.models import Event, Series


def survey_of(event: Event) -> FeedbackSurvey | None:
    """Return what is asked about ``event``, with its questions."""
    found = FeedbackSurvey.objects.select_related("event").prefetch_related("questions")
    return found.filter(event=event).first()


def state_of(survey: FeedbackSurvey, *, now: datetime) -> rules.FeedbackState:
    """Return where the feedback on an event stands."""
    return rules.feedback_state(
        survey.event.end,
        survey.days,
        closed_at=survey.closed_at,
        is_cancelled=survey.event.is_cancelled,
        now=now,
    )


def events_open_for_feedback(events: Iterable[Event], *, now: datetime) -> set[int]:
    """Return the ids of the events about which questions are open."""
    over = [event for event in events if event.end <= now]
    if not over:
        return set()
    surveys = FeedbackSurvey.objects.filter(event__in=over, closed_at=None).select_related("event")
    return {one.event_id for one in surveys if state_of(one, now=now) == rules.FeedbackState.OPEN}


def codes(survey_id: int, registration: Registration) -> list[str]:
    """Return the code by which a survey knows that somebody has answered, under the present key and the old ones."""
    value = f"{survey_id} {registration.pk}"
    return [
        salted_hmac("skaala.feedback", value, secret=secret, algorithm="sha256").hexdigest()
        for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    ]


def has_answered(attendance: Attendance) -> bool:
    """Say whether a person has answered the questions about an event, as long as that is kept."""
    survey = FeedbackSurvey.objects.filter(event=attendance.event_id).first()
    return survey is not None and not set(codes(survey.pk, attendance.registration)).isdisjoint(survey.spent)


def words_held(series: Series) -> int:
    """Return how many free answers, in which people may be named, are held of a series."""
    questions = FeedbackQuestion.objects.filter(survey__event__series=series)
    return sum(len(words) for words in questions.values_list("words", flat=True))


@dataclass(frozen=True)
class Result:
    """What was answered to one question; ``is_shown`` is false where too few have answered it."""

    question: FeedbackQuestion
    is_shown: bool
    rows: list[tuple[str, int]]
    average: float | None


def results(survey: FeedbackSurvey) -> list[Result]:
    """Return the results of a survey, question by question; none while they may not be seen."""
    if not rules.may_be_seen(survey.answers, closed_at=survey.closed_at):
        return []
    return [_result(question) for question in survey.questions.all()]


def _result(question: FeedbackQuestion) -> Result:
    if not is_publishable(question.answered):
        return Result(question, False, [], None)
    if question.kind == FeedbackQuestion.Kind.WORDS:
        return Result(question, True, [], None)
    counts = {int(number): people for number, people in question.counts.items()}
    rows = [(label, counts.get(number, 0)) for number, label in enumerate(question.labels, 1)]
    average = None
    if question.kind == FeedbackQuestion.Kind.SCALE:
        average = sum(number * people for number, people in counts.items()) / question.answered
    return Result(question, True, rows, average)


@dataclass(frozen=True)
class Glance:
    """The feedback on one event in a word: how many answered, and the average of its scales once it may be seen."""

    answers: int
    average: float | None


def at_a_glance(series: Series, *, now: datetime) -> dict[int, Glance]:
    """Return, by the event's id, how the feedback on the events of a series came out."""
    surveys = FeedbackSurvey.objects.filter(event__series=series).prefetch_related("questions")
    found = {}
    for survey in surveys:
        averages = [one.average for one in results(survey) if one.average is not None]
        found[survey.event_id] = Glance(survey.answers, fmean(averages) if averages else None)
    return found
