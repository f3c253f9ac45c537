"""Keeping what somebody answered to the questions of a series."""

from __future__ import annotations

from collections.abc import Mapping

from skaala.registration.models import Answer, Registration
from skaala.registration.rules.questions import Value


def keep_answers(registration: Registration, answers: Mapping[int, Value], *, is_new: bool = False) -> None:
    """
    Keep these answers in place of those before, within the caller's transaction.

    What was answered to questions that have been retired since stays.
    """
    if not is_new:
        registration.answers.filter(question__retired_at=None).exclude(question__in=answers.keys()).delete()
    found = [Answer(registration=registration, question_id=pk, value=value) for pk, value in answers.items()]
    Answer.objects.bulk_create(
        found,
        update_conflicts=not is_new,
        unique_fields=None if is_new else ["registration", "question"],
        update_fields=None if is_new else ["value"],
    )
