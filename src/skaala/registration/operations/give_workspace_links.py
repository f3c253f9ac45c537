"""Giving people the key by which they take part in workspaces: once, by email, to the address that they gave."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from skaala.mail.models import Email
from skaala.mail.operations import Addressee, queue_emails, send_again
from skaala.registration import rules
from skaala.registration.links.workspace import seal_key
from skaala.registration.models import Attendance, Registration, RegistrationEmail, WorkspacePermit
from skaala.registration.queries.workspaces import (
    KIND,
    delivery_of,
    latest_email,
    own_address,
    permit_of_person,
)
from skaala.registration.rules.workspace_key import new_key, permit_of
from skaala.registration.rules.workspace_links import Answer, answer_to_request
from skaala.series.models import Event


@transaction.atomic
def give_workspace_links(*, event: Event, now: datetime) -> int:
    """
    Send a key to each who has a confirmed place at ``event`` and none yet for the workspaces of its series.

    :returns: how many emails were queued; asked again, nobody gets a second one
    """
    missing = Registration.objects.filter(
        ~Exists(WorkspacePermit.objects.filter(registration=OuterRef("pk"))),
        cancelled_at__isnull=True,
        attendances__event=event,
        attendances__state=Attendance.State.CONFIRMED,
    )
    people = list(
        Registration.objects.select_for_update(no_key=True, skip_locked=True, of=("self",))
        .filter(pk__in=missing.values("pk"))
        .select_related("series")
    )
    return _give(people, now)


def _give(people: Collection[Registration], now: datetime) -> int:
    known = {
        one.address: one
        for one in WorkspacePermit.objects.filter(
            series__in={each.series_id for each in people},
            address__in=[rules.normalise_address(own_address(each)) for each in people],
        )
    }
    new = []
    for registration in people:
        permit = known.get(rules.normalise_address(own_address(registration)))
        if permit is None:
            new.append(registration)
        else:  # they cancelled and have registered again: the key they have is still theirs
            permit.registration = registration
            permit.save(update_fields=["registration"])
    for registration, key in _send(new, now):
        WorkspacePermit.objects.create(
            series=registration.series,
            registration=registration,
            address=rules.normalise_address(own_address(registration)),
            permit=permit_of(key),
        )
    return len(new)


def _send(people: Collection[Registration], now: datetime) -> list[tuple[Registration, bytes]]:
    """Queue an email with a new key to each. It has no name and no other link: who sees it learns of no registration."""
    emails = queue_emails(
        kind=KIND,
        to=[Addressee(own_address(one), "", one.email_language, one.is_simulated) for one in people],
        now=now,
    )
    keys = [new_key() for _ in emails]
    for registration, email, key in zip(people, emails, keys, strict=True):
        seal_key(registration.series, email, key)
    Email.objects.bulk_update(emails, ["sealed"], batch_size=500)
    RegistrationEmail.objects.bulk_create(
        (RegistrationEmail(registration=one, email=email) for one, email in zip(people, emails, strict=True)),
        batch_size=500,
    )
    return list(zip(people, keys, strict=True))


@transaction.atomic
def ask_for_workspace_link(
    *, registration: Registration, has_open_workspace: bool, now: datetime
) -> Answer | None:
    """
    Send somebody their key who has none, or a new one who has lost it; the old one is good until the new one is opened.

    :returns: what was done; None if one was sent within the last minutes
    """
    registration = (
        Registration.objects.select_for_update(no_key=True, of=("self",))
        .select_related("series")
        .get(pk=registration.pk)
    )
    permit = permit_of_person(registration)
    email = latest_email(registration)
    if email is not None and not rules.may_send_link(email.created_at, now=now):
        return None
    answer = answer_to_request(
        has_open_workspace=has_open_workspace,
        email=delivery_of(email) if permit is not None and email is not None else None,
        new_starts=permit.new_starts if permit is not None else 0,
    )
    if answer == Answer.FIRST:
        _give([registration], now)
    elif answer == Answer.SAME_EMAIL and email is not None:
        send_again(email=email, now=now)
    elif answer == Answer.NEW_START and permit is not None:
        if email is not None and delivery_of(email) == "lost" and registration.given_email:
            _give_up_address(registration, permit)
        renew_permit(permit=permit, registration=registration, now=now)
    return answer


def _give_up_address(registration: Registration, permit: WorkspacePermit) -> None:
    """Let the key go to the present address from now on: the one that was given at first does not take emails."""
    address = rules.normalise_address(registration.email)
    if (
        WorkspacePermit.objects.filter(series=permit.series_id, address=address)
        .exclude(pk=permit.pk)
        .exists()
    ):
        return
    registration.given_email = ""
    registration.save(update_fields=["given_email"])
    permit.address = address
    permit.save(update_fields=["address"])


def renew_permit(*, permit: WorkspacePermit, registration: Registration, now: datetime) -> None:
    """Send a new key, within the caller's transaction; with it one is a new participant."""
    [(_, key)] = _send([registration], now)
    permit.next_permit = permit_of(key)
    permit.save(update_fields=["next_permit"])


def open_workspace(*, key: bytes) -> None:
    """
    Take a new key into use in place of the one before it; a key that is in use already changes nothing.

    It stands in a transaction of its own, apart from what its holder does on a board.
    """
    WorkspacePermit.objects.filter(next_permit=permit_of(key)).update(
        permit=F("next_permit"), next_permit=None, new_starts=F("new_starts") + 1
    )
