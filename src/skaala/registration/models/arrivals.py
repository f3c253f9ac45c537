"""Who has come: arrivals, the marks they follow from, and the links by which helpers make them."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class HelperLink(models.Model):
    """A link by which somebody without an account checks people in at one event, for as long as it is not ended."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey("series.Event", on_delete=models.CASCADE, related_name="helper_links")
    label = models.CharField(max_length=100)
    ends_with_event = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return str(self.id)


class Arrival(models.Model):
    """That somebody has come to an event; at most one an attendance, however often it is noted."""

    class How(models.TextChoices):
        DESK = "desk", _("by the organiser")
        HELPER = "helper", _("by a helper")
        CODE = "code", _("with the entry code")
        JOINED = "joined", _("by the join link")
        LIST = "list", _("from a list")

    attendance = models.OneToOneField(
        "registration.Attendance", primary_key=True, on_delete=models.CASCADE, related_name="arrival"
    )
    at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=How.choices)
    helper_link = models.ForeignKey(HelperLink, null=True, blank=True, on_delete=models.SET_NULL)
    noted_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.SET_NULL)

    def __str__(self) -> str:
        return f"{self.attendance_id} {self.how}"


class ArrivalMark(models.Model):
    """
    One action at check-in: somebody marked as come, or the mark taken back.

    Its id is made where it is made, perhaps in a phone without network; the same id sent again changes nothing.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    attendance = models.ForeignKey(
        "registration.Attendance", on_delete=models.CASCADE, related_name="arrival_marks"
    )
    has_come = models.BooleanField()
    how = models.CharField(max_length=10, choices=Arrival.How.choices)
    made_at = models.DateTimeField()
    helper_link = models.ForeignKey(HelperLink, null=True, blank=True, on_delete=models.SET_NULL)
    noted_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.SET_NULL)

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return f"{self.attendance_id} {'come' if self.has_come else 'taken back'}"
