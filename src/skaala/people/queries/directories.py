"""Looking directories up, and who has to sign in by one."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from skaala.people.models import Account, Directory, Membership
from skaala.people.rules import Role


def offered_directories() -> QuerySet[Directory]:
    """Return the directories by which somebody can sign in, with their organisations."""
    return Directory.objects.filter(is_on=True).select_related("tenant").order_by("tenant__slug")


def directories_to_choose_from() -> QuerySet[Directory]:
    """Return those that the sign-in page names: before a domain is confirmed, a directory lets nobody in."""
    return offered_directories().filter(domains__confirmed_at__isnull=False).distinct()


def find_directory(slug: str) -> Directory | None:
    """Return the directory of an organisation, if one can sign in by it."""
    return offered_directories().filter(tenant__slug=slug).first()


def confirmed_domains(directory: Directory) -> frozenset[str]:
    """Return the domains of email addresses that a directory answers for."""
    return frozenset(directory.domains.exclude(confirmed_at=None).values_list("domain", flat=True))


def signed_out_by_directory(accounts: Collection[int]) -> set[int]:
    """Return those of ``accounts`` that sign in by a directory and have no session any more."""
    known = Account.objects.filter(
        pk__in=accounts, directory_identities__directory__is_on=True, sessions__isnull=True
    )
    return set(known.values_list("pk", flat=True))


def directory_instead_of_password(account: Account) -> Directory | None:
    """
    Return the directory by which ``account`` has to sign in; None if a password will do.

    Whoever has signed in by the directory once does so from then on, or a password would outlive the end of their work. An owner keeps
    the password, for the day on which the directory does not answer; so does who belongs to other organisations too.
    """
    held = list(Membership.objects.filter(account=account, ended_at=None).values_list("tenant_id", "role"))
    if len(held) != 1 or held[0][1] == Role.OWNER:
        return None
    directory = offered_directories().filter(tenant_id=held[0][0]).first()
    if directory is None:
        return None
    is_known = account.directory_identities.filter(directory=directory).exists()
    is_asked = directory.is_required and account.email.rpartition("@")[2] in confirmed_domains(directory)
    return directory if is_known or is_asked else None
