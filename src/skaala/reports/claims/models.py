"""Which statements may say the same, as last computed, and what an analyst decided about them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.series.models import Series
from skaala.ui.texts import TextsField


class ClaimSearch(models.Model):
    """How far the search for statements that say the same is, and the pairs it found: two statements and how near they are."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("ready")
        FAILED = "failed", _("failed")

    series = models.OneToOneField(Series, on_delete=models.CASCADE, related_name="claim_search")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    found_at = models.DateTimeField(null=True, blank=True)
    pairs = models.JSONField(default=list, blank=True)
    # what they were found with, and the hash of the encoder's model where it was used
    method = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.series_id} {self.state}"


class ClaimDecision(models.Model):
    """A decision of an analyst; they are applied in their order, see :mod:`skaala.reports.claims.rules`."""

    class Kind(models.TextChoices):
        JOIN = "join", _("put together")
        NAME = "name", _("worded")
        SPLIT = "split", _("split off")
        APART = "apart", _("not the same")

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="claim_decisions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    # The claim decided about; empty where candidates are said not to be the same.
    claim = models.CharField(max_length=32, blank=True)
    names = TextsField()
    statements = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.claim}"
