"""A series that is shared with a partner organisation."""

from __future__ import annotations

from django.db import models

from skaala.mail.models import Email
from skaala.people.models import Account, Tenant
from skaala.series.models.series import Series
from skaala.series.rules.partners import AS_PARTNER
from skaala.ui.texts import TextsField


class SeriesPartner(models.Model):
    """
    An organisation to which a series was offered, and which organises it jointly once its owner has accepted, until either ends it.

    The database refuses the organisation that owns the series, and a change of either side (triggers in the migration).
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="partners")
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="shared_series")
    # Members of the partner with these roles there come along.
    roles = models.JSONField(default=list)
    # Who answers for what: the name of each duty, with that of one side or both.
    duties = models.JSONField(default=dict)
    # As the privacy notice names the partner.
    address = models.CharField(max_length=300, blank=True)
    contact_email = models.EmailField(blank=True)
    data_protection_officer = models.CharField(max_length=300, blank=True)
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["offered_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "tenant"],
                condition=models.Q(ended_at=None),
                name="one_sharing_per_series_and_partner",
            ),
            models.CheckConstraint(
                condition=models.Q(roles__contained_by=[role.value for role in AS_PARTNER])
                & ~models.Q(roles=[]),
                name="a_partner_comes_with_known_roles",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | ~models.Q(address="") & ~models.Q(contact_email=""),
                name="a_joint_controller_can_be_reached",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.tenant_id}"


class RemovedSharing(models.Model):
    """What an email says of a shared series that has been removed; kept as long as the email."""

    email = models.OneToOneField(Email, on_delete=models.CASCADE, related_name="+")
    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="+")
    title = TextsField()
    was_accepted = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.tenant} {self.title}"
