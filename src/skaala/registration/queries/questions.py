"""Reading what a series asks and what was answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from skaala.registration.models import Answer, Attendance, Question, Registration
from skaala.registration.rules import questions as rules
from skaala.series.models import Series

IN_THE_BIN = timedelta(days=30)
"""So long something removed can be taken back that nothing else keeps."""


def questions_of(series: Series) -> list[Question]:
    """Return what the form of ``series`` asks, in order, each with its event and the question it depends on."""
    found = Question.objects.filter(series=series, retired_at=None)
    return list(found.select_related("event__series", "shown_if"))


def questions_with_answers(series: Series) -> list[Question]:
    """Return what is asked, then what is asked no longer but has been answered; each with ``count`` of its answers."""
    counted = Count("answers", filter=Q(answers__registration__cancelled_at=None))
    found = Question.objects.filter(series=series).annotate(count=counted).select_related("event", "shown_if")
    no_longer = found.filter(retired_at__isnull=False, count__gt=0).order_by("retired_at")
    return [*found.filter(retired_at=None), *no_longer]


def removed_questions(series: Series, *, now: datetime) -> list[Question]:
    """Return what is asked no longer and can be asked again: what has answers, and else what was removed in these 30 days."""
    counted = Count("answers", filter=Q(answers__registration__cancelled_at=None))
    found = Question.objects.filter(series=series, retired_at__isnull=False).annotate(count=counted)
    return list(found.filter(Q(count__gt=0) | Q(retired_at__gt=now - IN_THE_BIN)).order_by("retired_at"))


def answers_of(registration: Registration) -> list[Answer]:
    """Return what one person answered, in the order of the questions, also to those asked no longer."""
    return list(registration.answers.select_related("question__event"))


def unanswered_by(registration: Registration) -> list[Question]:
    """Return the questions that must be answered and that this person has not: others registered them, or they are new."""
    questions = questions_of(registration.series)
    return _unanswered(questions, [registration.pk]).get(registration.pk, [])


def without_answers(series: Series) -> set[UUID]:
    """Return the ids of the active registrations that lack an answer to a question that must be answered."""
    questions = questions_of(series)
    if not any(question.is_required for question in questions):
        return set()
    active = Registration.objects.filter(series=series, cancelled_at=None)
    return set(_unanswered(questions, list(active.values_list("pk", flat=True))))


def _unanswered(questions: Sequence[Question], people: Collection[UUID]) -> dict[UUID, list[Question]]:
    """Return what each of these people has still to answer; those who have answered all are left out."""
    if not any(question.is_required for question in questions):
        return {}
    given: dict[UUID, dict[int, Any]] = {pk: {} for pk in people}
    for answer in Answer.objects.filter(registration__in=people, question__in=questions):
        given[answer.registration_id][answer.question_id] = answer.value
    comes_to: dict[UUID, set[int]] = {pk: set() for pk in people}
    active = Attendance.objects.filter(registration__in=people).exclude(state=Attendance.State.CANCELLED)
    for pk, event in active.order_by().values_list("registration", "event"):
        comes_to[pk].add(event)
    found = {pk: rules.unanswered(questions, given[pk], comes_to[pk]) for pk in people}
    return {pk: lacking for pk, lacking in found.items() if lacking}


@dataclass(frozen=True)
class Tally:
    """How a question was answered: people by option; a number's range; texts with who wrote them."""

    question: Question
    answers: int
    by_option: list[tuple[Any, int]]
    numbers: tuple[Decimal, Decimal, Decimal] | None = None
    texts: Sequence[Answer] = ()


def tallies(series: Series) -> list[Tally]:
    """Return how each question of ``series`` was answered by those who have not cancelled."""
    questions = questions_with_answers(series)
    given: dict[int, list[Answer]] = {}
    found = Answer.objects.filter(question__series=series, registration__cancelled_at=None)
    for answer in found.select_related("registration").order_by("registration__created_at", "pk"):
        given.setdefault(answer.question_id, []).append(answer)
    return [_tally(question, given.get(question.pk, [])) for question in questions]


def _tally(question: Question, answers: list[Answer]) -> Tally:
    count = len(answers)
    if question.kind == Question.Kind.TEXT:
        return Tally(question, count, [], texts=answers)
    if question.kind == Question.Kind.NUMBER:
        numbers = [Decimal(answer.value) for answer in answers]
        ends = (min(numbers), sum(numbers, Decimal()), max(numbers)) if numbers else None
        return Tally(question, count, [], numbers=ends)
    counted: Counter[str] = Counter()
    for answer in answers:
        value = answer.value
        if isinstance(value, bool):
            value = "yes" if value else "no"
        counted.update(value if isinstance(value, list) else [value])
    offered = {key for key, _label in question.choices()}
    rows = [
        (label, counted[key])
        for key, label in question.choices(also_retired=True)
        if counted[key] or key in offered
    ]
    return Tally(question, count, rows)
