"""What a facilitator did with statements and answers to quick questions: when and why, and neither who wrote them nor what they said."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.workshops.models.boards import Board
from skaala.workshops.models.statements import Statement


class Moderation(models.Model):
    """One act of moderation; a log that only grows."""

    class Action(models.TextChoices):
        SHOWN = "shown", _("shown")
        HIDDEN = "hidden", _("hidden")
        MERGED = "merged", _("merged")
        UNMERGED = "unmerged", _("merge undone")
        SPLIT = "split", _("split")
        UNSPLIT = "unsplit", _("split undone")
        REWORDED = "reworded", _("reworded")

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="moderations")
    number = models.PositiveIntegerField()
    # Of an answer to a quick question, the number of that; empty for a statement.
    poll = models.PositiveSmallIntegerField(null=True, blank=True)
    action = models.CharField(max_length=10, choices=Action.choices)
    reason = models.CharField(max_length=10, choices=Statement.Reason.choices, blank=True)
    into = models.PositiveIntegerField(null=True, blank=True)
    done_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"
