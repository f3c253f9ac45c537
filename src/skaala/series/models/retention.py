"""What forgetting a series' personal data came to."""

from __future__ import annotations

from django.db import models

from skaala.series.models.series import Series


class RetentionReport(models.Model):
    """What the personal data of a series came to when its date had come: counts by kind, never a name."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="retention_reports")
    due = models.DateField()
    made_at = models.DateTimeField()
    removed = models.JSONField()
    remaining = models.JSONField()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.series_id} {self.due}"
