"""Organisations that own series, their members, and the organisations that they name in series."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.people.models.accounts import Account
from skaala.people.rules import Role
from skaala.ui.languages import LONGEST_CODE
from skaala.ui.offered import every_language, known_among
from skaala.ui.texts import TextsField


class Tenant(models.Model):
    """
    An organisation that works here: it owns series and all that belongs to them, and has members.

    On pages it is called the organisation. Those that a series names as its organisers are :class:`Organisation`.
    """

    slug = models.SlugField(unique=True)
    name = TextsField()
    # Members without a second factor open none of its pages.
    requires_second_factor = models.BooleanField(default=False)
    # In which its new series are held, unless others are chosen.
    languages = ArrayField(models.CharField(max_length=LONGEST_CODE), default=every_language)
    # Its own host name, where its pages are and its links lead; empty for the service's. The operator's to set.
    host = models.CharField(max_length=253, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["host"], condition=~models.Q(host=""), name="one_organisation_per_host"
            ),
            models.CheckConstraint(condition=~models.Q(name={}), name="a_tenant_has_a_name"),
            models.CheckConstraint(condition=models.Q(languages__len__gt=0), name="a_tenant_has_a_language"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def offered(self) -> tuple[str, ...]:
        """Its usual languages."""
        return known_among(self.languages)


class Membership(models.Model):
    """Somebody's role in an organisation. One that has ended stays, so that what they made has a name."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="memberships")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role])
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "account"],
                condition=models.Q(ended_at=None),
                name="one_active_membership_per_account",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]),
                name="a_membership_has_a_known_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.role}"


class Organisation(models.Model):
    """An organisation that arranges, commissions or carries out something."""

    class Kind(models.TextChoices):
        ASSOCIATION = "association", _("association")
        STATE_BODY = "state_body", _("central government body or programme")
        MUNICIPALITY = "municipality", _("municipality")
        NETWORK = "network", _("network")
        COMPANY = "company", _("company")
        OTHER = "other", _("other")

    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="organisations")
    slug = models.SlugField(unique=True)
    name = TextsField()
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.OTHER)
    url = models.URLField(blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.name)
