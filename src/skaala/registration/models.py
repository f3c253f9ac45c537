"""Who comes."""

from __future__ import annotations

import uuid
from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.mail.models import Letter
from skaala.places.models import Municipality, Network
from skaala.series.models import Event, Series
from skaala.ui.texts import TextsField


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


class Attendance(models.Model):
    """
    That person at one event.

    Who waits stands in the line for ``waits_for``, in the order of ``waiting_number``. Somebody who has a seat one way
    and waits for the other keeps it meanwhile: her state stays confirmed.
    """

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        WAITING = "waiting", _("on the waiting list")
        CANCELLED = "cancelled", _("cancelled")

    class Mode(models.TextChoices):
        ONLINE = "online", _("online")
        ONSITE = "onsite", _("on site")

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="attendances")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="attendances")
    mode = models.CharField(max_length=10, choices=Mode.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CONFIRMED)
    waits_for = models.CharField(max_length=10, choices=Mode.choices, blank=True, default="")
    waiting_since = models.DateTimeField(null=True, blank=True)
    waiting_number = models.BigIntegerField(null=True, blank=True)
    # How often this person's own entry in a calendar has changed; added to the event's SEQUENCE.
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
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
            models.CheckConstraint(
                condition=models.Q(waits_for="", waiting_since__isnull=True, waiting_number__isnull=True)
                | (
                    ~models.Q(waits_for="")
                    & models.Q(waiting_since__isnull=False, waiting_number__isnull=False)
                ),
                name="who_waits_has_a_place_in_the_line",
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", waits_for=models.F("mode"))
                | (models.Q(state="confirmed") & ~models.Q(waits_for=models.F("mode")))
                | models.Q(state="cancelled", waits_for=""),
                name="one_waits_for_what_one_has_not",
            ),
            models.UniqueConstraint(
                fields=["event", "waits_for", "waiting_number"],
                condition=~models.Q(waits_for=""),
                name="one_person_a_place_in_the_line",
            ),
        ]
        indexes = [
            models.Index(fields=["event", "state", "mode"]),
            # Each page asks whether anybody waits (queries/seats.py).
            models.Index(
                fields=["event", "waits_for", "waiting_number"],
                condition=~models.Q(waits_for=""),
                name="lines",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.state}"

    @property
    def wanted_mode(self) -> str:
        """The way this person would like to attend: that she waits for, else that she has."""
        return self.waits_for or self.mode


class Seat(models.Model):
    """
    A place at an event that takes only so many people one way. As many rows as there are places, taken or free.

    Claimed row by row (``FOR UPDATE SKIP LOCKED``), so that a rush does not queue on one counter.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="seats")
    mode = models.CharField(max_length=10, choices=Attendance.Mode.choices)
    attendance = models.OneToOneField(
        Attendance, null=True, blank=True, on_delete=models.SET_NULL, related_name="seat"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["event", "mode"], condition=models.Q(attendance__isnull=True), name="free_seats"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.mode}: {self.attendance_id or 'free'}"


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


class Mailing(models.Model):
    """One deed that writes to many: a change or cancellation of an event, a reminder, or a message of the organiser."""

    class Kind(models.TextChoices):
        CHANGE = "change", _("change of an event")
        CANCELLATION = "cancellation", _("cancellation of an event")
        REMINDER = "reminder", _("reminder")
        MESSAGE = "message", _("message")
        FEEDBACK = "feedback", _("request for feedback")

    # Made when a message is first shown, so that a form sent twice is one mailing.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="mailings")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.CASCADE, related_name="mailings")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    subject = TextsField()
    body = TextsField()
    # Of a change: how the event was before. Of a reminder: for which start.
    before = models.JSONField(default=dict, blank=True)
    about_start = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "about_start"],
                condition=models.Q(kind="reminder"),
                name="one_reminder_an_event_and_start",
            ),
            models.UniqueConstraint(
                fields=["event"],
                condition=models.Q(kind="feedback"),
                name="one_request_for_feedback_an_event",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="reminder")
                | models.Q(event__isnull=False, about_start__isnull=False),
                name="a_reminder_is_about_a_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class ReminderRule(models.Model):
    """When a series reminds those who come: so many days before, at a time of the clock in the event's zone."""

    series = models.OneToOneField(Series, on_delete=models.CASCADE, related_name="reminder_rule")
    is_on = models.BooleanField(default=True)
    days_before = models.PositiveSmallIntegerField(default=1)
    at = models.TimeField(default=time(9))
    text = TextsField()
    # A reminder that was due before the rule was made is not sent afterwards.
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.series_id}: {self.days_before} days before at {self.at}"


class Correspondence(models.Model):
    """Which letter is about which registration."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="correspondence")
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="correspondence")
    # The event, where a letter is about one of them.
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    mailing = models.ForeignKey(
        Mailing, null=True, blank=True, on_delete=models.CASCADE, related_name="correspondence"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mailing", "registration"], name="one_letter_a_mailing_and_person"
            ),
        ]

    def __str__(self) -> str:
        return str(self.letter_id)


class KeptCount(models.Model):
    """How many people attended an event, by one measure at a time; what stays when the people have been forgotten."""

    class Measure(models.TextChoices):
        MODE = "mode", _("way of taking part")
        REGION = "region", _("region")
        SIZE = "size", _("size of municipality")
        ORGANISATION = "organisation", _("what one represents")
        ARRIVED = "arrived", _("came")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="kept_counts")
    measure = models.CharField(max_length=12, choices=Measure.choices)
    key = models.CharField(max_length=20)
    people = models.PositiveIntegerField()

    class Meta:
        ordering = ["event", "measure", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "measure", "key"], name="one_kept_count_a_measure_and_key"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.measure} {self.key}: {self.people}"


# Tables of this room that stand in modules of their own; Django finds them here.
from skaala.registration import question_models, way_in_models  # noqa: E402, F401
from skaala.registration.arrivals import Arrival, ArrivalMark, HelperLink  # noqa: E402, F401
from skaala.registration.feedback import FeedbackQuestion, FeedbackSurvey  # noqa: E402, F401
