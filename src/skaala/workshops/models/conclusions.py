"""What the room concluded, with the statements and notes on which it rests, and who does what by when."""

from __future__ import annotations

import uuid

from django.db import models

from skaala.ui.texts import TextsField
from skaala.workshops.models.boards import Board
from skaala.workshops.models.small_groups import Note
from skaala.workshops.models.statements import Statement
from skaala.workshops.rules.conclusions import LONGEST_UNIT


class Conclusion(models.Model):
    """One sentence that the room agreed to write down; the facilitator's words, nobody's in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="conclusions")
    number = models.PositiveSmallIntegerField()
    text = TextsField()
    # Who does it: a unit or an organisation.
    unit = models.CharField(max_length=LONGEST_UNIT, blank=True)
    due = models.DateField(null=True, blank=True)
    concluded_on = models.DateField()
    statements = models.ManyToManyField(Statement, related_name="conclusions", blank=True)
    notes = models.ManyToManyField(Note, related_name="conclusions", blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["board", "number"], name="one_conclusion_per_board_and_number"),
        ]

    def __str__(self) -> str:
        return str(self.text)

    @property
    def is_step(self) -> bool:
        """Whether somebody is to do something."""
        return bool(self.unit or self.due)
