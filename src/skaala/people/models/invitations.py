"""Invitations to an organisation."""

from __future__ import annotations

from django.db import models

from skaala.mail.models import Email
from skaala.people.models.accounts import Account
from skaala.people.models.organisations import Tenant
from skaala.people.rules import Role
from skaala.ui.languages import LONGEST_CODE, default_language


class RoleInvitation(models.Model):
    """An email address that was invited to a role. Only who reads its email can accept."""

    address = models.EmailField(max_length=254)
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role])
    language = models.CharField(max_length=LONGEST_CODE, default=default_language)
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-invited_at", "-id"]


class MemberInvitation(RoleInvitation):
    """An invitation to an organisation, with the role it gives there."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="invitations")
    invited_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="invitations_sent"
    )
    email = models.OneToOneField(
        Email, null=True, blank=True, on_delete=models.SET_NULL, related_name="member_invitation"
    )

    class Meta(RoleInvitation.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "address"],
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_per_address",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]),
                name="an_invitation_has_a_known_role",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(withdrawn_at=None),
                name="an_invitation_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.role}"
