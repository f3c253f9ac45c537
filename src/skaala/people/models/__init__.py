"""Accounts, organisations and rate limits, a module per subject."""

from skaala.people.models.accounts import Account, AccountManager
from skaala.people.models.audit import AuditEntry, AuditLink, AuditPersonal
from skaala.people.models.directories import (
    Directory,
    DirectoryDomain,
    DirectoryGroup,
    DirectoryIdentity,
    DirectorySession,
)
from skaala.people.models.faces import Face, Logo, TestEmail
from skaala.people.models.invitations import MemberInvitation, RoleInvitation
from skaala.people.models.organisations import Membership, Organisation, Tenant
from skaala.people.models.passkeys import Passkey
from skaala.people.models.rate_limits import RateLimitCounter, RateLimitKey
from skaala.people.models.sign_in import AccountSession, RecoveryCode, SecondFactor, SignInFailures
from skaala.people.models.unused import UnusedAccount

__all__ = [
    "Account",
    "AccountManager",
    "AccountSession",
    "AuditEntry",
    "AuditLink",
    "AuditPersonal",
    "Directory",
    "DirectoryDomain",
    "DirectoryGroup",
    "DirectoryIdentity",
    "DirectorySession",
    "Face",
    "Logo",
    "MemberInvitation",
    "Membership",
    "Organisation",
    "Passkey",
    "RateLimitCounter",
    "RateLimitKey",
    "RecoveryCode",
    "RoleInvitation",
    "SecondFactor",
    "SignInFailures",
    "Tenant",
    "TestEmail",
    "UnusedAccount",
]
