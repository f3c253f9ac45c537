"""What those who are followed up have offered and answered; without names and addresses, which are for the questions alone."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from skaala.catalogue.models import Action, FollowUp, FollowUpQuestion

_ANSWERED = FollowUpQuestion.objects.exclude(answer="")


def follow_ups_of(action: Action) -> QuerySet[FollowUp]:
    """Return the follow-ups of an action to which somebody has agreed, with their ``answered`` questions."""
    return _agreed().filter(action=action)


def follow_ups_of_steps(roots: Iterable[UUID]) -> QuerySet[FollowUp]:
    """Return the follow-ups of next steps to which somebody has agreed, with their ``answered`` questions."""
    return _agreed().filter(step__root__in=list(roots))


def _agreed() -> QuerySet[FollowUp]:
    found = FollowUp.objects.filter(consented_on__isnull=False).select_related("municipality", "step")
    answered = Prefetch("questions", _ANSWERED, to_attr="answered")
    return found.prefetch_related(answered).order_by("consented_on", "pk")
