"""Who comes."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.mail.models import Letter
from skaala.places.models import Municipality, Network
from skaala.series.models import Event, Series


class Registration(models.Model):
    """One person's sign-up to a series. At most one active a series and e-mail address."""

    class OrganisationKind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality or joint municipal authority")
        NETWORK = "network", _("Network of municipalities")
        STATE_BODY = "state_body", _("State body")
        COMPANY = "company", _("Company")
        OTHER = "other", _("Other")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="registrations")
    generation = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254)
    email_normalised = models.CharField(max_length=254)
    organisation_kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT)
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.PROTECT)
    organisation = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2)
    diet = models.CharField(max_length=500, blank=True)
    accessibility_needs = models.CharField(max_length=1000, blank=True)
    notice_version = models.PositiveIntegerField()
    link_sent_at = models.DateTimeField(null=True, blank=True)
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
                name="one_active_registration_a_series_and_address",
            ),
            models.CheckConstraint(
                condition=~models.Q(organisation_kind="municipality") | models.Q(municipality__isnull=False),
                name="a_municipality_is_named",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Attendance(models.Model):
    """That person at one event."""

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        CANCELLED = "cancelled", _("cancelled")

    class Mode(models.TextChoices):
        ONLINE = "online", _("online")
        ONSITE = "onsite", _("on site")

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="attendances")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="attendances")
    mode = models.CharField(max_length=10, choices=Mode.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CONFIRMED)
    created_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["event__start"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "event"], name="one_attendance_a_person_and_event"
            ),
            models.CheckConstraint(
                condition=models.Q(state="cancelled", cancelled_at__isnull=False)
                | (~models.Q(state="cancelled") & models.Q(cancelled_at__isnull=True)),
                name="a_cancelled_attendance_says_when",
            ),
        ]
        indexes = [models.Index(fields=["event", "state", "mode"])]

    def __str__(self) -> str:
        return f"{self.event_id} {self.state}"


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
                name="one_standing_consent_a_purpose",
            ),
        ]

    def __str__(self) -> str:
        return self.purpose


class Correspondence(models.Model):
    """Which letter is about which registration."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="correspondence")
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="correspondence")

    def __str__(self) -> str:
        return str(self.letter_id)
