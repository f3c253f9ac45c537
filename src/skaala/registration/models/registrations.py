"""Registrations, and the consents given with them."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.places.models import Municipality, Network
from skaala.series.models import Series
from skaala.ui.languages import LONGEST_CODE
from skaala.ui.offered import offered_one

ONE_ACTIVE_REGISTRATION = "one_active_registration_per_series_and_address"


class Registration(models.Model):
    """One person's sign-up to a series. At most one active a series and e-mail address."""

    class OrganisationKind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality or joint municipal authority")
        NETWORK = "network", _("Network of municipalities")
        STATE_BODY = "state_body", _("Central government")
        COMPANY = "company", _("Company")
        OTHER = "other", _("Other")

    # Whether whoever opened it has shown that its address is theirs; False for a link that was made for an earlier address.
    is_opened_by_its_address = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="registrations")
    generation = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254)
    email_normalised = models.CharField(max_length=254)
    # Where somebody else has corrected the address though emails did arrive: the one that the person gave. Else empty.
    given_email = models.EmailField(max_length=254, blank=True)
    email_corrected_at = models.DateTimeField(null=True, blank=True)
    email_before = models.EmailField(max_length=254, blank=True)
    organisation_kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT)
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.PROTECT)
    organisation = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=LONGEST_CODE)
    diet = models.CharField(max_length=500, blank=True)
    accessibility_needs = models.CharField(max_length=1000, blank=True)
    notice_version = models.PositiveIntegerField()
    # When something was done that only the reader of an email can do; until then emails do not repeat the name.
    address_confirmed_at = models.DateTimeField(null=True, blank=True)
    link_sent_at = models.DateTimeField(null=True, blank=True)
    # Since when they want no messages from the organiser; what concerns their own registration they still get.
    no_messages_since = models.DateTimeField(null=True, blank=True)
    is_simulated = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "email_normalised"],
                condition=models.Q(cancelled_at__isnull=True),
                name=ONE_ACTIVE_REGISTRATION,
            ),
            models.CheckConstraint(
                condition=~models.Q(organisation_kind="municipality") | models.Q(municipality__isnull=False),
                name="a_municipality_is_named",
            ),
        ]
        indexes = [
            # Each calendar file asks how often somebody has been here before (queries/seats.py).
            models.Index(
                fields=["series", "email_normalised"],
                condition=models.Q(cancelled_at__isnull=False),
                name="cancelled_ones_by_address",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def email_language(self) -> str:
        """The language of their emails: the one they chose, as long as the series is held in it."""
        return offered_one(self.language, self.series.languages)


class Consent(models.Model):
    """An explicit consent, given for one purpose and perhaps withdrawn; kept as a history."""

    class Purpose(models.TextChoices):
        DIET = "diet", _("dietary needs")
        ACCESSIBILITY = "accessibility", _("accessibility needs")
        RECORDING = "recording", _("being recorded")

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "purpose"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_active_consent_per_purpose",
            ),
        ]

    def __str__(self) -> str:
        return self.purpose
