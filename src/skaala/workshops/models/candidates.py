"""Sentences of a call's transcript that may become statements."""

from __future__ import annotations

import uuid

from django.db import models

from skaala.workshops.models.boards import Board
from skaala.workshops.rules.texts import LONGEST


class Candidate(models.Model):
    """
    A sentence of the transcript of an event's call, until somebody takes it as a statement or its days are over.

    Nobody's name is kept with it, and names in it are masked; the file itself is not kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="candidates")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=LONGEST)
    # Whether it speaks of a need, an obstacle, a proposal or of what worked.
    is_likely = models.BooleanField()
    brought_in_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["board", "number"], name="one_candidate_per_board_and_number"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_candidate_says_something"),
        ]

    def __str__(self) -> str:
        return self.text
