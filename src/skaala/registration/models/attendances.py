"""Attendances of events, and the seats that limit them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.registration.models.registrations import Registration
from skaala.series.models import Event


class Attendance(models.Model):
    """
    That person at one event.

    Who waits stands in the line for ``waits_for``, in the order of ``waiting_number``. Somebody who has a seat one way
    and waits for the other keeps it meanwhile: their state stays confirmed.
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
                fields=["registration", "event"], name="one_attendance_per_person_and_event"
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
                name="waiting_has_time_and_number",
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", waits_for=models.F("mode"))
                | (models.Q(state="confirmed") & ~models.Q(waits_for=models.F("mode")))
                | models.Q(state="cancelled", waits_for=""),
                name="waits_only_for_other_mode",
            ),
            models.UniqueConstraint(
                fields=["event", "waits_for", "waiting_number"],
                condition=~models.Q(waits_for=""),
                name="one_person_per_waiting_number",
            ),
        ]
        indexes = [
            models.Index(fields=["event", "state", "mode"]),
            # Each page asks whether anybody waits (queries/seats.py).
            models.Index(
                fields=["event", "waits_for", "waiting_number"],
                condition=~models.Q(waits_for=""),
                name="waiting_lists",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.state}"

    @property
    def wanted_mode(self) -> str:
        """The way this person would like to attend: that they wait for, else that they have."""
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
