"""Telling an address that it is not, or not only, the one of a registration any more."""

from __future__ import annotations

from datetime import datetime

from skaala.mail.operations import queue_email
from skaala.registration.models import Registration, RegistrationEmail

CORRECTED = "registration.address_corrected"
CHANGED = "registration.address_changed"


def notify_address(registration: Registration, kind: str, address: str, *, now: datetime) -> None:
    """Queue an email of ``kind`` to an address that need not be the registration's, without a name in it."""
    email = queue_email(
        kind=kind,
        to_address=address,
        to_name="",
        language=registration.email_language,
        now=now,
        is_simulated=registration.is_simulated,
    )
    RegistrationEmail.objects.create(registration=registration, email=email)
