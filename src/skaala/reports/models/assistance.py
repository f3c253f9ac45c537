"""What the assistant was asked about a report and what it answered, passage by passage; nothing of it counts before a person approves it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.reports.models.reports import Report
from skaala.ui.languages import LONGEST_CODE


class Assistance(models.Model):
    """
    The summary of a report in one language, as the assistant was last asked about it.

    Each of the passages is a heading with what the rule drafted, what was asked and answered, why the answer is not taken
    if it is not, and when somebody approved it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("ready")
        FAILED = "failed", _("failed")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="assistances")
    language = models.CharField(max_length=LONGEST_CODE)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    passages = models.JSONField(default=list)
    model = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "language"], name="one_assistance_per_report_and_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.language} {self.state}"
