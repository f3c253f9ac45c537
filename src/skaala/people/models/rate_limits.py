"""The counters of rate limits."""

from __future__ import annotations

from django.db import models


class RateLimitCounter(models.Model):
    """How often one caller has asked for one thing in one window of time; the caller is a salted hash."""

    caller = models.CharField(max_length=64)
    # Seconds since 1970 at which the window begins.
    window_start = models.BigIntegerField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["caller", "window_start"], name="one_count_per_caller_and_window")
        ]

    def __str__(self) -> str:
        return f"{self.count}"


class RateLimitKey(models.Model):
    """The random key of one day under which callers are counted; with it goes whatever would lead from a count to a caller."""

    day = models.DateField(primary_key=True)
    key = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.day}"
