"""What was published of a report and never changes, and the report as files."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.reports.models.reports import Report
from skaala.ui.languages import LONGEST_CODE
from skaala.ui.texts import TextsField


class Version(models.Model):
    """
    What was published at one time, in all languages, with the votes it comes from: the database refuses to change it.

    The one change allowed is that a note takes its place, where a person must be erased from it.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    is_simulated = models.BooleanField(default=False)
    contents = models.JSONField()
    snapshot = models.JSONField()
    replaced_at = models.DateTimeField(null=True, blank=True)
    replaced_note = TextsField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_version_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}"

    @property
    def is_replaced(self) -> bool:
        return self.replaced_at is not None


class Appendix(models.Model):
    """The public votes of one board, published with a version; as unchangeable as the version."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="appendices")
    event = models.CharField(max_length=80)
    archive = models.BinaryField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "event"], name="one_appendix_per_version_and_event"),
        ]

    def __str__(self) -> str:
        return self.event


class Rendering(models.Model):
    """A report as a file: a version's, or a draft's until something in it changes."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("ready")
        FAILED = "failed", _("failed")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="renderings")
    version = models.ForeignKey(
        Version, null=True, blank=True, on_delete=models.CASCADE, related_name="renderings"
    )
    language = models.CharField(max_length=LONGEST_CODE)
    format = models.CharField(max_length=8)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    file = models.BinaryField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "version", "language", "format"],
                nulls_distinct=False,
                name="one_rendering_per_version_language_and_format",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.format} {self.state}"
