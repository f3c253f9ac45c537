"""Correcting an address to which emails do not arrive."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from skaala.mail.models import Email
from skaala.mail.operations import send_again
from skaala.mail.rules.delivery import Code
from skaala.registration import rules
from skaala.registration.models import Registration, WorkspacePermit
from skaala.registration.models.registrations import ONE_ACTIVE_REGISTRATION
from skaala.registration.operations.address_changed import CHANGED, CORRECTED, notify_address
from skaala.registration.operations.give_workspace_links import renew_permit
from skaala.registration.operations.queue_emails import queue_email_about
from skaala.registration.queries.workspaces import KIND as WORKSPACE_LINK
from skaala.registration.rules import Refusal, UnableToRegister
from skaala.registration.rules.workspace_links import address_given
from skaala.ui.database import violates

State = Email.State

HAVE_THE_LINK = frozenset({"registration.confirmation", "registration.changed", "registration.link"})
"""Emails that always bring the personal link; others have none, or are not sent if what they tell is over."""


def correct_address(*, registration: Registration, address: str, now: datetime) -> int:
    """
    Give a registration its right e-mail address, and send the emails that did not arrive there once more.

    For organisers: whose emails do not arrive has no personal link to correct it by. Both addresses get an email. The key
    for the workspaces goes to the new address only if emails to the old one did not arrive. The personal link that went to the
    old one ends, since it may be a stranger's; the new address gets a new one.

    :returns: how many emails are sent again
    :raises UnableToRegister: if the registration has been cancelled, or another one has that address
    """
    try:
        with transaction.atomic():
            registration = (
                Registration.objects.select_for_update(no_key=True, of=("self",))
                .select_related("series")
                .get(pk=registration.pk)
            )
            if registration.cancelled_at is not None:
                raise UnableToRegister(Refusal.CANCELLED)
            return _correct(registration, rules.clean_address(address), now)
    except IntegrityError as error:
        if not violates(error, ONE_ACTIVE_REGISTRATION):
            raise
        raise UnableToRegister(Refusal.ADDRESS_TAKEN) from error


def _correct(registration: Registration, address: str, now: datetime) -> int:
    before = registration.email
    emails = Email.objects.filter(registration_email__registration=registration)
    lost = emails.filter(state__in=[State.FAILED, State.BOUNCED]).exclude(problem=Code.OBSOLETE)
    registration.given_email = address_given(
        given=registration.given_email,
        before=before,
        after=address,
        is_lost=lost.filter(to_address=before).exists(),
    )
    registration.email = address
    registration.email_normalised = rules.normalise_address(address)
    registration.email_before, registration.email_corrected_at = before, now
    registration.updated_at = now
    registration.address_confirmed_at = None
    registration.generation += 1
    registration.save(
        update_fields=[
            "email", "email_normalised", "given_email", "email_before", "email_corrected_at", "updated_at",
            "address_confirmed_at", "generation",
        ]
    )  # fmt: skip
    if registration.given_email:  # the key stays with the address that the person gave
        lost, waiting = lost.exclude(kind=WORKSPACE_LINK), emails.exclude(kind=WORKSPACE_LINK)
    else:
        _move_key(registration, now)
        # What came back had its key erased; a new one has been sent instead.
        lost, waiting = lost.exclude(kind=WORKSPACE_LINK, state=State.BOUNCED), emails
    # A notice is for the address that it was sent to, whichever is the right one now.
    notices = (CORRECTED, CHANGED)
    lost, waiting = lost.exclude(kind__in=notices), waiting.exclude(kind__in=notices)
    waiting.filter(state=State.QUEUED).update(to_address=address)
    again = list(lost)
    for email in again:
        email.to_address = address
        email.save(update_fields=["to_address"])
        send_again(email=email, now=now)
    if not any(email.kind in HAVE_THE_LINK for email in again):
        registration.link_sent_at = now
        registration.save(update_fields=["link_sent_at"])
        queue_email_about(registration, "registration.link", now=now)
    for each in sorted({before, address}):
        notify_address(registration, CORRECTED, each, now=now)
    return len(again)


def _move_key(registration: Registration, now: datetime) -> None:
    """Let the key follow to an address that is the person's own; if it came back, a new one is sent."""
    address = rules.normalise_address(registration.email)
    of_series = WorkspacePermit.objects.filter(series=registration.series_id)
    permit = of_series.filter(registration=registration).first()
    if permit is None:
        return
    if of_series.filter(address=address).exclude(pk=permit.pk).exists():  # of an earlier registration
        permit.delete()
        return
    permit.address = address
    permit.save(update_fields=["address"])
    came_back = Email.objects.filter(
        registration_email__registration=registration, kind=WORKSPACE_LINK, state=State.BOUNCED
    )
    if came_back.exists():
        renew_permit(permit=permit, registration=registration, now=now)
