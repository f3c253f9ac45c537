"""Emails about registrations: to one person, to many at once, and reminders by rule."""

from __future__ import annotations

import uuid
from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.mail.models import Email
from skaala.registration.models.registrations import Registration
from skaala.series.models import Event, Series
from skaala.ui.texts import TextsField


class Mailing(models.Model):
    """One operation that writes to many: a change or cancellation of an event, a reminder, or a message of the organiser."""

    class Kind(models.TextChoices):
        CHANGE = "change", _("change of an event")
        CANCELLATION = "cancellation", _("cancellation of an event")
        RESUMPTION = "resumption", _("resumption of an event")
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
                name="one_reminder_per_event_and_start",
            ),
            models.UniqueConstraint(
                fields=["event"],
                condition=models.Q(kind="feedback"),
                name="one_feedback_request_per_event",
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


class RegistrationEmail(models.Model):
    """Which email is about which registration."""

    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="registration_emails"
    )
    email = models.OneToOneField(Email, on_delete=models.CASCADE, related_name="registration_email")
    # The event, where an email is about one of them.
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    mailing = models.ForeignKey(
        Mailing, null=True, blank=True, on_delete=models.CASCADE, related_name="registration_emails"
    )

    # What was asked for, where an email asks whether it is to be done: [[event, way]].
    asked = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mailing", "registration"], name="one_email_per_mailing_and_person"
            ),
        ]

    def __str__(self) -> str:
        return str(self.email_id)
