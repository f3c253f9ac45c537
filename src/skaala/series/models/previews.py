"""Links by which somebody without an account reads a series before it is published."""

from __future__ import annotations

import uuid

from django.db import models

from skaala.people.models import Account
from skaala.series.models.series import Series


class SharedPreview(models.Model):
    """A link to the draft of a series: it opens until a day that the organiser chooses, or until they end it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="shared_previews")
    shared_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    shared_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["shared_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("shared_at")), name="a_shared_preview_ends_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} until {self.ends_at:%d.%m.%Y}"
