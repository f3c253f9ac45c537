"""Votes and marks: the history, and what counts of it."""

from __future__ import annotations

import uuid

from django.db import models

from skaala.workshops import rules
from skaala.workshops.models.boards import Board
from skaala.workshops.models.participants import Participant
from skaala.workshops.models.statements import Statement


class Vote(models.Model):
    """
    One stand taken, taken again or taken back (no value): history that only grows.

    ``number`` counts one participant's votes, so that their latest is known without any time of day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="votes")
    number = models.PositiveIntegerField()
    root = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="votes")
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="votes")
    value = models.SmallIntegerField(null=True)
    # The statement whose merge brought this vote here: undone, it goes again.
    came_with = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    cast_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "number"], name="one_vote_per_participant_and_number"
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True) | models.Q(value__in=[-1, 0, 1]),
                name="a_vote_agrees_passes_or_disagrees",
            ),
        ]
        indexes = [models.Index(fields=["participant", "root"])]

    def __str__(self) -> str:
        return str(self.value)


class CurrentVote(models.Model):
    """The latest stand of each participant on each root statement."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="current_votes")
    root = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="current_votes")
    number = models.PositiveIntegerField()
    value = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "root"], name="one_current_vote_per_participant_and_root"
            ),
            models.CheckConstraint(
                condition=models.Q(value__in=[-1, 0, 1]), name="a_current_vote_agrees_passes_or_disagrees"
            ),
        ]

    def __str__(self) -> str:
        return str(self.value)


class Importance(models.Model):
    """One of the at most three statements that matter most to a participant on a board."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="marks")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="marks")
    root = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="marks")
    slot = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "participant", "root"], name="a_statement_is_marked_once"
            ),
            models.UniqueConstraint(fields=["board", "participant", "slot"], name="a_mark_is_used_once"),
            models.CheckConstraint(
                condition=models.Q(slot__gte=1, slot__lte=rules.MARKS_A_PERSON), name="at_most_three_marks"
            ),
        ]

    def __str__(self) -> str:
        return str(self.slot)
