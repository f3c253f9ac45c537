"""
An organisation's own directory (OpenID Connect): where it is, whom it lets in, and what its groups may do.

What would open something elsewhere – the client's secret, the tokens of a session – is sealed.
"""

from __future__ import annotations

from django.db import models

from skaala.people.models.accounts import Account
from skaala.people.models.organisations import Tenant
from skaala.people.models.sign_in import AccountSession
from skaala.people.rules import Role


class Directory(models.Model):
    """The directory of an organisation. It counts while it is switched on."""

    tenant = models.OneToOneField(Tenant, on_delete=models.CASCADE, related_name="directory")
    is_on = models.BooleanField(default=False)
    # As the directory itself writes it: compared letter by letter.
    issuer = models.CharField(max_length=500)
    client_id = models.CharField(max_length=200)
    sealed_secret = models.BinaryField()
    scopes = models.CharField(max_length=200, default="openid profile email offline_access")
    # The claim that holds the groups, or Entra's app roles.
    groups_claim = models.CharField(max_length=100, default="groups")
    # Members with an address of its domains cannot sign in by password, except owners.
    is_required = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "directories"

    def __str__(self) -> str:
        return self.issuer


class DirectoryDomain(models.Model):
    """A domain of email addresses that a directory answers for, once the operator has confirmed whose it is."""

    directory = models.ForeignKey(Directory, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=253)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["domain"]
        constraints = [
            models.UniqueConstraint(fields=["directory", "domain"], name="a_directory_names_a_domain_once"),
            models.UniqueConstraint(
                fields=["domain"],
                condition=~models.Q(confirmed_at=None),
                name="a_confirmed_domain_has_one_directory",
            ),
        ]

    def __str__(self) -> str:
        return self.domain


class DirectoryGroup(models.Model):
    """The role that members of a group of the directory get."""

    directory = models.ForeignKey(Directory, on_delete=models.CASCADE, related_name="groups")
    group = models.CharField(max_length=200)
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role])

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["directory", "group"], name="one_role_per_group_of_a_directory"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]),
                name="a_group_has_a_known_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.role}"


class DirectoryIdentity(models.Model):
    """Under which number a directory knows an account; addresses can be given to somebody else, this number cannot."""

    directory = models.ForeignKey(Directory, on_delete=models.CASCADE, related_name="identities")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="directory_identities")
    subject = models.CharField(max_length=255)
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "directory identities"
        constraints = [
            models.UniqueConstraint(fields=["directory", "subject"], name="one_identity_per_subject"),
            models.UniqueConstraint(fields=["directory", "account"], name="one_identity_per_account"),
        ]

    def __str__(self) -> str:
        return self.subject


class DirectorySession(models.Model):
    """A session that rests on a directory: it goes on only while the directory says so."""

    session = models.OneToOneField(AccountSession, on_delete=models.CASCADE, related_name="directory")
    identity = models.ForeignKey(DirectoryIdentity, on_delete=models.CASCADE, related_name="sessions")
    # What the directory calls this session; empty if it does not say.
    sid = models.CharField(max_length=255, blank=True)
    sealed_refresh_token = models.BinaryField()
    sealed_id_token = models.BinaryField()
    sign_out_address = models.CharField(max_length=500, blank=True)
    # When we last asked the directory, and when it last answered.
    asked_at = models.DateTimeField(db_index=True)
    answered_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.identity}"
