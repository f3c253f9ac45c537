"""Setting up an organisation's directory, and trying whether it works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from skaala.people.models import (
    AccountSession,
    Directory,
    DirectoryDomain,
    DirectoryGroup,
    Tenant,
)
from skaala.people.operations import openid
from skaala.people.operations.sessions import end_listed
from skaala.people.rules import Role


class DomainTaken(Exception):
    """Another organisation's directory answers for the domain."""


class NoSuchDomain(Exception):
    """The organisation has not named the domain."""


@transaction.atomic
def save_directory(
    *, directory: Directory, secret: str, domains: Sequence[str], groups: Mapping[str, Role]
) -> Directory:
    """
    Save the settings of a directory.

    A domain that stays keeps its confirmation; a new one waits for the operator. Where the directory, or what it calls us, has
    changed, it knows people under other numbers: they are found again by address, and sessions that rest on it end.

    :param secret: empty to keep the one there is
    """
    before = Directory.objects.select_for_update().filter(pk=directory.pk).first()
    if secret:
        directory.sealed_secret = openid.seal_secret(secret)
    directory.save()
    if before is not None and not directory.is_on:
        _end_sessions(directory)
    if before is not None and _whom(before) != _whom(directory):
        _end_sessions(directory)
        directory.identities.all().delete()
    directory.domains.exclude(domain__in=domains).delete()
    held = set(directory.domains.values_list("domain", flat=True))
    DirectoryDomain.objects.bulk_create(
        DirectoryDomain(directory=directory, domain=one) for one in domains if one not in held
    )
    directory.groups.all().delete()
    DirectoryGroup.objects.bulk_create(
        DirectoryGroup(directory=directory, group=group, role=role) for group, role in groups.items()
    )
    return directory


@transaction.atomic
def remove_directory(*, directory: Directory) -> None:
    """Remove a directory: who has no password chooses one by email."""
    _end_sessions(directory)
    directory.delete()


@transaction.atomic
def confirm_domain(*, tenant: Tenant, domain: str, now: datetime) -> DirectoryDomain:
    """
    Note that the operator has made sure that a domain is the organisation's.

    :raises NoSuchDomain: if the organisation has not named it
    :raises DomainTaken: if it is confirmed as another one's
    """
    found = DirectoryDomain.objects.filter(directory__tenant=tenant, domain=domain.lower()).first()
    if found is None:
        raise NoSuchDomain
    others = DirectoryDomain.objects.filter(domain=found.domain).exclude(pk=found.pk)
    if others.exclude(confirmed_at=None).exists():
        raise DomainTaken
    found.confirmed_at = found.confirmed_at or now
    found.save(update_fields=["confirmed_at"])
    return found


def try_directory(*, directory: Directory, back: str) -> openid.Offer:
    """
    Ask the directory for all that a sign-in asks it for, but the person.

    :raises Refused: saying what is wrong
    """
    offer = openid.discover(directory.issuer)
    openid.keys_of(offer)
    openid.check_secret(directory, offer, back=back)
    return offer


def _whom(directory: Directory) -> tuple[str, str]:
    return directory.issuer, directory.client_id


def _end_sessions(directory: Directory) -> None:
    end_listed(AccountSession.objects.filter(directory__identity__directory=directory))
