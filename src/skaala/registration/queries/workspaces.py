"""Who may take part in workspaces, by the key that they hold, and how their email with it stands."""

from __future__ import annotations

from skaala.mail.models import Email
from skaala.registration import rules
from skaala.registration.models import Attendance, Registration, RegistrationSource, WorkspacePermit
from skaala.registration.rules.workspace_key import permit_of
from skaala.series.models import Event, Series

KIND = "registration.workspace_link"
"""The kind of the emails that bring a key."""
State = Email.State


def own_address(registration: Registration) -> str:
    """Return the address to which a key may go: the one that the person gave, also after somebody else corrected it."""
    return registration.given_email or registration.email


def permit_with(key: bytes) -> WorkspacePermit | None:
    """Return the permit that ``key`` shows, be it in use or sent and not yet opened."""
    found = WorkspacePermit.objects.select_related("series", "registration__series")
    shown = permit_of(key)
    return found.filter(permit=shown).first() or found.filter(next_permit=shown).first()


def registration_with(key: bytes, series: Series) -> Registration | None:
    """Return the active registration in ``series`` of whoever holds ``key``; None if they have none."""
    permit = (
        WorkspacePermit.objects.filter(permit=permit_of(key), series=series)
        .select_related("registration__series", "registration__municipality")
        .first()
    )
    if permit is None:
        return None
    if permit.registration.cancelled_at is None:
        return permit.registration
    again = Registration.objects.filter(series=series, cancelled_at__isnull=True)
    by_address = again.select_related("series", "municipality")
    return (
        by_address.filter(given_email="", email_normalised=permit.address).first()
        or by_address.filter(given_email__iexact=permit.address).first()
    )


def permit_of_person(registration: Registration) -> WorkspacePermit | None:
    """Return the permit of somebody who registered, also from an earlier registration with the same address."""
    address = rules.normalise_address(own_address(registration))
    permits = WorkspacePermit.objects.filter(series=registration.series_id)
    return permits.filter(registration=registration).first() or permits.filter(address=address).first()


def latest_email(registration: Registration) -> Email | None:
    """Return the latest email that brought them a key."""
    found = Email.objects.filter(registration_email__registration=registration, kind=KIND)
    return found.order_by("-created_at").first()


def delivery_of(email: Email) -> str:
    """Return ``sent``, ``unsent`` while its key is still with us, or ``lost`` if it came back or its key is gone."""
    if email.state == State.SENT:
        return "sent"
    return "unsent" if email.sealed and email.state != State.BOUNCED else "lost"


def new_starts(series: Series) -> int:
    """Return how often people have started anew in ``series``: so many may be counted twice in its votes."""
    return sum(
        WorkspacePermit.objects.filter(series=series, new_starts__gt=0).values_list("new_starts", flat=True)
    )


def added_by_organiser(event: Event) -> int:
    """Return how many with a place at ``event`` were added or imported by an organiser, who did not register on their own."""
    kinds = [RegistrationSource.Kind.ADDED, RegistrationSource.Kind.IMPORTED]
    return Attendance.objects.filter(
        event=event,
        state=Attendance.State.CONFIRMED,
        registration__cancelled_at__isnull=True,
        registration__source__kind__in=kinds,
    ).count()
