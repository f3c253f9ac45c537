"""Keeping how ready a municipality has said it is for an action."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from skaala.catalogue.models import Action, Readiness
from skaala.catalogue.operations.suggestions import request_suggestions
from skaala.catalogue.rules.readiness import known_answers
from skaala.people.models import Account
from skaala.places.models import Municipality


@transaction.atomic
def save_readiness(
    *,
    action: Action,
    municipality: Municipality,
    answers: Mapping[str, str],
    source: str,
    today: date,
    account: Account | None = None,
) -> Readiness | None:
    """Keep the answers in place of the earlier ones; if nothing is answered, nothing is kept."""
    kept = known_answers(answers)
    if not kept:
        Readiness.objects.filter(action=action, municipality=municipality).delete()
        request_suggestions()
        return None
    saved, _is_new = Readiness.objects.update_or_create(
        action=action,
        municipality=municipality,
        defaults={"answers": kept, "source": source, "answered_on": today, "answered_by": account},
    )
    request_suggestions()
    return saved
