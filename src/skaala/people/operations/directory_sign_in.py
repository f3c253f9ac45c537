"""
Letting in somebody whom a directory has signed in: their account, made when it is needed, and the role that their groups give.

A directory answers for the addresses of its organisation's domains alone, and for nobody's account elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from skaala.people.models import Account, Directory, DirectoryIdentity, Membership, Tenant
from skaala.people.operations.members import LastOwner, add_member, change_role, end_membership
from skaala.people.operations.sessions import end_sessions
from skaala.people.queries import confirmed_domains, find_account
from skaala.people.rules import Role
from skaala.people.rules.directory import Person, Reason, Refused, role_of

WorksElsewhere = Callable[[Account, Tenant], bool]


@dataclass
class Admission:
    """
    What has come of a sign-in by a directory.

    :ivar refused: why they are not let in after all; the changes stay
    :ivar changes: what the directory has changed, as actions of the audit trail with their details
    :ivar is_kept: the groups give less than what the last owner has, who stays one
    """

    account: Account
    identity: DirectoryIdentity
    refused: Reason | None = None
    changes: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    is_kept: bool = False


@transaction.atomic
def admit(
    *, directory: Directory, person: Person, language: str, works_elsewhere: WorksElsewhere, now: datetime
) -> Admission:
    """
    Find or create the account of ``person``, and give it the role of their groups.

    :param works_elsewhere: whether an account has something to do with another organisation
    :raises Refused: if the directory does not answer for them; nothing has been changed
    """
    # Two sign-ins at the same moment make one account.
    Tenant.objects.select_for_update(no_key=True).get(pk=directory.tenant_id)
    if person.domain not in confirmed_domains(directory):
        raise Refused(Reason.FOREIGN_DOMAIN, person.domain)
    role = role_of(person.groups, directory.groups.values_list("group", "role"))
    identity = (
        DirectoryIdentity.objects.select_related("account")
        .filter(directory=directory, subject=person.subject)
        .first()
    )
    if identity is None:
        account = find_account(person.address)
        if account is None:
            account = _new_account(person, language, role)
        else:
            _check_that_it_is_theirs(account, directory, works_elsewhere)
            end_sessions(account=account)  # they rest on the password
        identity = DirectoryIdentity.objects.create(
            directory=directory, account=account, subject=person.subject, since=now
        )
    if not identity.account.is_active:
        raise Refused(Reason.CLOSED)
    admission = Admission(identity.account, identity)
    _give_role(admission, directory.tenant, role, now)
    return admission


def _new_account(person: Person, language: str, role: Role | None) -> Account:
    if role is None:
        raise Refused(Reason.NO_GROUP)
    try:
        validate_email(person.address)
    except ValidationError:
        raise Refused(Reason.NO_ADDRESS) from None
    return Account.objects.create_user(person.address, None, name=person.name, language=language)


def _check_that_it_is_theirs(account: Account, directory: Directory, works_elsewhere: WorksElsewhere) -> None:
    if not account.is_active:
        raise Refused(Reason.CLOSED)
    known = account.directory_identities.values_list("directory_id", flat=True)
    if directory.pk in known:
        raise Refused(Reason.ANOTHER_PERSON)
    if known or account.is_staff or account.is_superuser or works_elsewhere(account, directory.tenant):
        raise Refused(Reason.ANOTHER_ORGANISATION)


def _give_role(admission: Admission, tenant: Tenant, role: Role | None, now: datetime) -> None:
    member = Membership.objects.filter(tenant=tenant, account=admission.account, ended_at=None).first()
    before = member.role if member else ""
    try:
        if role is None:
            if member is not None:
                end_membership(member=member, now=now)
            admission.refused = Reason.NO_GROUP
        elif member is None:
            add_member(tenant=tenant, account=admission.account, role=role, now=now)
        elif before != role:
            change_role(member=member, role=role)
    except LastOwner:
        admission.is_kept = True
        return
    if before != (role or ""):
        admission.changes.append(("do.role-by-directory", {"before": before, "after": role or ""}))
