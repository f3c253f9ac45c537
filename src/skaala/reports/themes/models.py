"""The themes of a series as last computed, and what an analyst decided about them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.series.models import Series
from skaala.ui.texts import TextsField
from skaala.workshops.models import Statement


class ThemeSearch(models.Model):
    """How far the computing of a series' themes is, and how the number of themes was chosen."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("ready")
        FAILED = "failed", _("failed")

    series = models.OneToOneField(Series, on_delete=models.CASCADE, related_name="theme_search")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    found_at = models.DateTimeField(null=True, blank=True)
    # number of themes → mean silhouette and its standard error, of the run that last chose a number
    tried = models.JSONField(default=dict, blank=True)
    # what the themes were found with, and the hash of the encoder's model where it was used
    method = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.series_id} {self.state}"


class Theme(models.Model):
    """A theme as computed: its id from one run to the next, the words people used, and its subject heading. Decisions are applied on top."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="themes")
    key = models.CharField(max_length=32)
    words = models.JSONField(default=dict)
    headings = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "key"], name="one_theme_per_key"),
        ]

    def __str__(self) -> str:
        return self.key


class Placement(models.Model):
    """The theme of a statement as computed; none for an outlier."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="placements")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="placements")
    theme = models.ForeignKey(
        Theme, null=True, blank=True, on_delete=models.CASCADE, related_name="placements"
    )
    strength = models.FloatField(default=0.0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "statement"], name="one_placement_per_statement"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} in {self.theme_id}"


class ThemeDecision(models.Model):
    """A decision of an analyst; they are applied in their order, see `skaala.insight.thematic.decisions`."""

    class Kind(models.TextChoices):
        RENAME = "rename", _("named")
        MERGE = "merge", _("merged")
        SPLIT = "split", _("split off")
        MOVE = "move", _("moved")

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="theme_decisions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    # The theme decided about; the new key of a split; the target of a move (empty: no theme).
    theme = models.CharField(max_length=32, blank=True)
    into = models.CharField(max_length=32, blank=True)
    names = TextsField()
    statements = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.theme}"
