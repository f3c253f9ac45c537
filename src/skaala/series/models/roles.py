"""Roles in a single series, and invitations to one."""

from __future__ import annotations

from django.db import models

from skaala.mail.models import Email
from skaala.people.models import Account, RoleInvitation
from skaala.people.rules import Role
from skaala.series.models.series import Series

ROLES = [(role.value, role.value) for role in Role]


class SeriesRole(models.Model):
    """
    Somebody's role in this series alone, besides what they are in an organisation: a consultant, say.

    One that has ended stays, so that what they made has a name.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="roles")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="series_roles")
    role = models.CharField(max_length=12, choices=ROLES)
    since = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "account"],
                condition=models.Q(ended_at=None),
                name="one_role_per_series_and_account",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role if role != Role.OWNER]),
                name="a_series_role_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.role}"


class SeriesInvitation(RoleInvitation):
    """An invitation to a single series, with the role it gives there."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="role_invitations")
    invited_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    email = models.OneToOneField(
        Email, null=True, blank=True, on_delete=models.SET_NULL, related_name="series_invitation"
    )

    class Meta(RoleInvitation.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["series", "address"],
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_per_series_and_address",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role if role != Role.OWNER]),
                name="a_series_invitation_has_a_known_role",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(withdrawn_at=None),
                name="a_series_invitation_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.role}"
