"""The report of a series as it is written: findings that a rule drafts and a person edits."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.evidence.models import Bottleneck
from skaala.reports.figures.counts import Share
from skaala.series.models import Series
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts, TextsField
from skaala.workshops.models import Board, Statement


class Report(models.Model):
    """The synthesis of one series: what is being written, and from which votes."""

    class Drafting(models.TextChoices):
        NONE = "", _("not drafted")
        WAITING = "waiting", _("waiting to be drafted")
        WORKING = "working", _("being drafted")
        DONE = "done", _("drafted")
        FAILED = "failed", _("failed")

    series = models.OneToOneField(Series, on_delete=models.CASCADE, related_name="report")
    summary = TextsField()
    # The votes under fresh random ids, and who took part in numbers: all figures come from here.
    vote_snapshot = models.JSONField(null=True, blank=True)
    coverage = models.JSONField(default=dict, blank=True)
    votes_identity = models.CharField(max_length=64, blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    drafting = models.CharField(max_length=10, choices=Drafting.choices, default=Drafting.NONE, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.series)


class Finding(models.Model):
    """
    One conclusion with its evidence.

    What the rule wrote and what a person made of it are kept apart, language by language: an empty edited text means
    that the drafted one stands, and drafting again never touches what was edited.
    """

    class Kind(models.TextChoices):
        SHARED_VIEW = "shared_view", pgettext_lazy("kind of finding", "Shared view")
        DIFFERENCE = "difference", pgettext_lazy("kind of finding", "Difference between perspectives")
        GOOD_PRACTICE = "good_practice", pgettext_lazy("kind of finding", "Good practice")
        BOTTLENECK = "bottleneck", pgettext_lazy("kind of finding", "Bottleneck")
        SUPPORT_MEASURE = "support_measure", pgettext_lazy("kind of finding", "Support measure")
        CONCLUSION = "conclusion", pgettext_lazy("kind of finding", "Conclusion of a workshop")
        NEXT_STEP = "next_step", pgettext_lazy("kind of finding", "Next step")
        OPEN_QUESTION = "open_question", pgettext_lazy("kind of finding", "Open question")
        MOVED = "moved", pgettext_lazy("kind of finding", "Change of views")
        STUDY = "study", pgettext_lazy("kind of finding", "Finding of the study")

    CONCLUDED = "conclusion:"
    """With what the name begins of what a room concluded."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    # What the rule calls it from one draft to the next ("study:…" what comes from the study, "conclusion:…" what a room concluded); empty for one's own.
    drafted_as = models.CharField(max_length=80, blank=True)
    drafted_title = TextsField()
    drafted_text = TextsField()
    edited_title = TextsField()
    edited_text = TextsField()
    shares = models.JSONField(default=list, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    # The figures as they were when a person last saw to their words.
    edited_shares = models.JSONField(null=True, blank=True)
    # The languages whose words may lag behind those that were edited last.
    behind = models.JSONField(default=list, blank=True)
    is_supported = models.BooleanField(default=True)
    votes_identity = models.CharField(max_length=64, blank=True)
    board = models.ForeignKey(
        Board, null=True, blank=True, on_delete=models.SET_NULL, related_name="findings"
    )
    memo = models.TextField(blank=True)
    order = models.PositiveIntegerField(default=0)
    is_published = models.BooleanField(default=False)
    organisation = models.CharField(max_length=300, blank=True)
    due = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)
    bottleneck = models.ForeignKey(
        Bottleneck, null=True, blank=True, on_delete=models.PROTECT, related_name="findings"
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "drafted_as"],
                condition=~models.Q(drafted_as=""),
                name="a_finding_is_drafted_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> Texts:
        return _edited_over(self.edited_title, self.drafted_title)

    @property
    def text(self) -> Texts:
        return _edited_over(self.edited_text, self.drafted_text)

    @property
    def is_own(self) -> bool:
        """A person wrote it; no rule drafted it."""
        return not self.drafted_as

    @property
    def is_concluded(self) -> bool:
        """A room concluded it."""
        return self.drafted_as.startswith(self.CONCLUDED)

    @property
    def has_words_of_its_own(self) -> bool:
        """It says more than what its first statement says."""
        return self.is_own or self.is_concluded

    @property
    def is_edited(self) -> bool:
        return bool(self.edited_title or self.edited_text)

    @property
    def figures(self) -> list[Share]:
        return [Share(**share) for share in self.shares]

    @property
    def figures_when_edited(self) -> list[Share]:
        return [Share(**share) for share in self.edited_shares or []]

    @property
    def has_new_figures(self) -> bool:
        """The figures are no longer those of the words."""
        return self.is_edited and self.edited_shares is not None and self.edited_shares != self.shares


def _edited_over(edited: Texts, drafted: Texts) -> Texts:
    chosen: dict[str, Any] = {code: edited.get(code) or drafted.get(code) for code in LANGUAGES}
    return Texts(**chosen)


class SupportingStatement(models.Model):
    """A statement that a finding rests on."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="supporting_statements")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="supports")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "statement"], name="a_statement_supports_a_finding_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.statement)
