"""What stays when the people have been forgotten."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.series.models import Event


class KeptCount(models.Model):
    """How many people attended an event, by one measure at a time; what stays when the people have been forgotten."""

    class Measure(models.TextChoices):
        MODE = "mode", _("way of attending")
        REGION = "region", _("region")
        SIZE = "size", _("size of municipality")
        ORGANISATION = "organisation", _("kind of organisation")
        ARRIVED = "arrived", _("came")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="kept_counts")
    measure = models.CharField(max_length=12, choices=Measure.choices)
    key = models.CharField(max_length=20)
    people = models.PositiveIntegerField()

    class Meta:
        ordering = ["event", "measure", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "measure", "key"], name="one_kept_count_per_measure_and_key"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.measure} {self.key}: {self.people}"
