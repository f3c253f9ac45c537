"""Adoptions: which municipality has come how far with which action, from whom, and what it changed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

from skaala.catalogue.models.actions import Action
from skaala.evidence.models import Bottleneck
from skaala.people.models import Account
from skaala.places.models import Municipality
from skaala.ui.texts import TextsField


class Stage(models.TextChoices):
    """How far a municipality has come; the last two end it."""

    INTERESTED = "interested", pgettext_lazy("stage of an adoption", "Interested")
    ASSESSING = "assessing", pgettext_lazy("stage of an adoption", "Assessing")
    DECIDED = "decided", pgettext_lazy("stage of an adoption", "Decided")
    PILOTING = "piloting", pgettext_lazy("stage of an adoption", "Piloting")
    IN_USE = "in_use", pgettext_lazy("stage of an adoption", "In use")
    EMBEDDED = "embedded", pgettext_lazy("stage of an adoption", "Part of ordinary work")
    DECLINED = "declined", pgettext_lazy("stage of an adoption", "Declined")
    STOPPED = "stopped", pgettext_lazy("stage of an adoption", "Stopped")


class Adoption(models.Model):
    """
    One municipality's taking up of one action, as its confirmed history has it now.

    What is here follows from the history and is counted again whenever that changes.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="adoptions")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="adoptions")
    # Empty as long as nothing of it is confirmed.
    stage = models.CharField(max_length=10, choices=Stage.choices, blank=True)
    since = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=5, choices=Action.Precision.choices, default="day")
    learned_from = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.SET_NULL, related_name="taught"
    )
    # When it first did the action, from which the curve of its spread is drawn.
    running_since = models.DateField(null=True, blank=True)
    is_simulated = models.BooleanField(default=False)

    class Meta:
        ordering = ["action", "since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "municipality"], name="one_adoption_per_action_and_municipality"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "stage"], name="adoptions_by_municipality")]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.stage}"


class AdoptionReport(models.Model):
    """
    What somebody said about an adoption on one day. It is kept as it was said; a later one does not write over it. Only who
    answers a follow-up may press again, until an editor has looked at it.

    ``reporter_email`` is for the editor's questions alone and goes when the report has been looked at, or on ``keep_until``.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("state of a report", "waiting for an editor")
        CONFIRMED = "confirmed", pgettext_lazy("state of a report", "confirmed")
        REFUSED = "refused", pgettext_lazy("state of a report", "refused")

    class Source(models.TextChoices):
        FORM = "form", pgettext_lazy("source of a report", "the public form")
        EDITOR = "editor", pgettext_lazy("source of a report", "an editor")
        KEEPER = "keeper", pgettext_lazy("source of a report", "the municipality’s own person")
        FOLLOW_UP = "follow_up", pgettext_lazy("source of a report", "an answer to a follow-up")

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="reports")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    on = models.DateField()
    precision = models.CharField(max_length=5, choices=Action.Precision.choices, default="day")
    learned_from = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    adapted = TextsField()
    note = TextsField()
    reason = models.ForeignKey(
        Bottleneck, null=True, blank=True, on_delete=models.PROTECT, related_name="adoption_reports"
    )
    evidence_url = models.URLField(max_length=500, blank=True)
    units_reached = models.PositiveSmallIntegerField(null=True, blank=True)
    units_total = models.PositiveSmallIntegerField(null=True, blank=True)
    units = models.CharField(max_length=60, blank=True)

    source = models.CharField(max_length=10, choices=Source.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reported_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_at_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reporter_email = models.EmailField(max_length=254, blank=True)
    keep_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["on", "reported_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(stage__in=["declined", "stopped"]) | models.Q(reason__isnull=False),
                name="an_end_has_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(units_reached__isnull=True)
                | models.Q(units_total__isnull=True)
                | models.Q(units_reached__lte=models.F("units_total")),
                name="units_reached_are_among_all",
            ),
        ]
        indexes = [
            models.Index(
                fields=["reported_at"], condition=models.Q(state="waiting"), name="reports_that_wait"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adoption_id} {self.stage} {self.on}"
