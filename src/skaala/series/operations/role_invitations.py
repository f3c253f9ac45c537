"""Inviting somebody from outside to a single series by email, and what becomes of the invitation."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.mail.operations import queue_email
from skaala.people.models import Account
from skaala.people.operations.role_invitations import (
    VALID_FOR,
    check_that_it_is_theirs,
    lock_open,
    note_acceptance,
    open_invited_account,
    withdraw,
)
from skaala.people.rules import Role
from skaala.series.models import Series, SeriesInvitation, SeriesRole
from skaala.series.operations.roles import give_role

KIND = "series.role_invitation"


class HasRole(Exception):
    """The address belongs to somebody who has a role in the series; that is changed instead."""


@transaction.atomic
def invite_to_series(
    *,
    series: Series,
    address: str,
    role: Role,
    language: str,
    name: str = "",
    invited_by: Account | None,
    now: datetime,
) -> SeriesInvitation:
    """
    Invite an address to a role in this series alone; an open invitation of the same address is replaced.

    :raises HasRole: if it belongs to somebody with a role there
    """
    address = address.strip().lower()
    Series.objects.select_for_update(no_key=True).get(pk=series.pk)
    if SeriesRole.objects.filter(series=series, account__email=address, ended_at=None).exists():
        raise HasRole
    series.role_invitations.filter(address=address, accepted_at=None, withdrawn_at=None).update(
        withdrawn_at=now
    )
    email = queue_email(kind=KIND, to_address=address, to_name=name, language=language, now=now)
    return SeriesInvitation.objects.create(
        series=series,
        address=address,
        name=name,
        language=language,
        role=role,
        invited_by=invited_by,
        invited_at=now,
        expires_at=now + VALID_FOR,
        email=email,
    )


@transaction.atomic
def accept_series_invitation(*, invitation: SeriesInvitation, account: Account, now: datetime) -> SeriesRole:
    """
    Give the invited person their role.

    :raises InvitationOver: if it is too late
    :raises AnotherPerson: if ``account`` has another address
    """
    invitation = lock_open(invitation, now=now)
    check_that_it_is_theirs(invitation, account)
    return _accept(invitation, account, now)


@transaction.atomic
def accept_series_with_new_account(
    *, invitation: SeriesInvitation, name: str, password: str, language: str, now: datetime
) -> Account:
    """
    Create the account of the invited person, who reads the email of that address, and give them their role.

    :raises InvitationOver: if it is too late
    :raises HasAccount: if there is an open account with that address
    """
    invitation = lock_open(invitation, now=now)
    account = open_invited_account(invitation, name=name, password=password, language=language)
    _accept(invitation, account, now)
    return account


@transaction.atomic
def withdraw_series_invitation(*, invitation: SeriesInvitation, now: datetime) -> None:
    """
    End an invitation that nobody has accepted.

    :raises InvitationOver: if somebody has
    """
    withdraw(invitation, now=now)


def _accept(invitation: SeriesInvitation, account: Account, now: datetime) -> SeriesRole:
    held = give_role(series=invitation.series, account=account, role=Role(invitation.role), now=now)
    note_acceptance(invitation, now=now)
    return held
