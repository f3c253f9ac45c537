"""Asking more of those who register: questions made, changed, moved and retired."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from skaala.registration.models import Answer, Question
from skaala.registration.rules.questions import breaks_order, new_options
from skaala.series.models import Series
from skaala.ui.texts import Texts


class BreaksOrder(Exception):
    """A question would stand before the one that decides whether it is asked; nothing has been changed."""


class KindIsAnswered(Exception):
    """The kind of a question that has been answered cannot be changed: the answers would lose their meaning."""


class DecidesOthers(Exception):
    """The kind of a question that decides whether others are asked cannot be changed: their condition would mean nothing."""


@transaction.atomic
def save_question(*, question: Question, options: list[Texts]) -> Question:
    """
    Save a question; a new one comes last.

    :param options: the labels now offered. Answers keep their option through changes of words; options that are no longer
        offered are kept for the answers they have
    :raises KindIsAnswered: if the kind of an answered question was changed
    :raises DecidesOthers: if that of one was changed on whose answer others hang
    """
    Series.objects.select_for_update(no_key=True).get(pk=question.series_id)
    before = Question.objects.filter(pk=question.pk).first() if question.pk else None
    if before is not None and before.kind != question.kind:
        if before.answers.exists():
            raise KindIsAnswered
        if before.leads_to.filter(retired_at=None).exists():
            raise DecidesOthers
    if before is None:
        last = Question.objects.filter(series_id=question.series_id).aggregate(last=Max("order"))["last"]
        question.order = (last or 0) + 1
    labels = [text.as_dict() for text in options] if question.has_options else []
    question.options = new_options(before.options if before else [], labels)
    question.save()
    return question


@transaction.atomic
def move_question(*, question: Question, up: bool) -> None:
    """
    Exchange a question with the one before or after it.

    :raises BreaksOrder: if one of the two decides whether the other is asked
    """
    Series.objects.select_for_update(no_key=True).get(pk=question.series_id)
    order = list(Question.objects.filter(series_id=question.series_id, retired_at=None))
    here = next((place for place, one in enumerate(order) if one.pk == question.pk), -1)
    there = here - 1 if up else here + 1
    if here < 0 or not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    if breaks_order(order):
        raise BreaksOrder
    for place, one in enumerate(order, 1):
        one.order = place
    Question.objects.bulk_update(order, ["order"])


@transaction.atomic
def retire_question(*, question: Question, now: datetime) -> int:
    """
    Take a question out of the form. What was answered stays, in the download and on each person's page.

    Questions that were asked only after one of its answers are asked of all from now on.

    :returns: how many answers there are
    """
    Series.objects.select_for_update(no_key=True).get(pk=question.series_id)
    Question.objects.filter(shown_if=question).update(shown_if=None, shown_if_value="")
    Question.objects.filter(pk=question.pk, retired_at=None).update(retired_at=now)
    return Answer.objects.filter(question=question).count()


@transaction.atomic
def restore_question(*, question: Question) -> None:
    """Ask a question again that had been taken out of the form, as the last one; its answers count as before."""
    Series.objects.select_for_update(no_key=True).get(pk=question.series_id)
    last = Question.objects.filter(series_id=question.series_id, retired_at=None).aggregate(last=Max("order"))
    removed = Question.objects.filter(pk=question.pk, retired_at__isnull=False)
    removed.update(retired_at=None, order=(last["last"] or 0) + 1)


def copy_questions(*, series: Series, into: Series) -> None:
    """Ask in the copy of a series what the original asks, within the caller's transaction; answers stay behind."""
    events = {event.slug: event for event in into.events.all()}
    copies: dict[int, Question] = {}
    for question in Question.objects.filter(series=series, retired_at=None).select_related("event"):
        original = question.pk
        question.pk = None
        question._state.adding = True
        question.series = into
        question.event = events[question.event.slug] if question.event else None
        question.options = [option for option in question.options if not option.get("retired")]
        leads = copies.get(question.shown_if_id or 0)
        question.shown_if = leads
        question.shown_if_value = question.shown_if_value if leads else ""
        question.save()
        copies[original] = question
