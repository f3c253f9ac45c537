"""Queueing letters about a registration."""

from __future__ import annotations

from datetime import datetime

from skaala.mail.operations import queue_letter
from skaala.registration.models import Correspondence, Registration
from skaala.series.models import Event


def queue_letter_about(
    registration: Registration, kind: str, *, now: datetime, event: Event | None = None
) -> None:
    """Queue a letter of ``kind`` to the person, about ``event`` if it is about one, within the caller's transaction."""
    letter = queue_letter(
        kind=kind,
        to_address=registration.email,
        to_name=registration.name,
        language=registration.language,
        now=now,
        is_simulated=registration.is_simulated,
    )
    Correspondence.objects.create(registration=registration, letter=letter, event=event)
