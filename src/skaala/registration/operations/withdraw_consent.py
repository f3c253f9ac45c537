"""Withdrawing a consent: what was stored with it goes at once, whenever that is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.registration import rules
from skaala.registration.models import Consent, Registration


@transaction.atomic
def withdraw_consent(*, registration: Registration, purpose: str, now: datetime) -> bool:
    """
    End a consent, and remove what was stored with it. No email is sent: it would tell of it once more.

    Also after the last event has started, when nothing else can be changed any more.

    :returns: whether there was such a consent
    """
    registration = Registration.objects.select_for_update(no_key=True).get(pk=registration.pk)
    ended = registration.consents.filter(purpose=purpose, withdrawn_at__isnull=True).update(withdrawn_at=now)
    field = _FIELDS.get(purpose)
    if ended and field:
        setattr(registration, field, rules.NO_NEEDS[field])
    if ended:
        registration.updated_at = now
        registration.save()
    return bool(ended)


_FIELDS = {
    Consent.Purpose.DIET.value: "diet",
    Consent.Purpose.ACCESSIBILITY.value: "accessibility_needs",
}
