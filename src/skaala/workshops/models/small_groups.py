"""The small groups into which a room is split for a while, and their notes."""

from __future__ import annotations

import uuid

from django.db import models

from skaala.workshops import rules
from skaala.workshops.models.boards import Board
from skaala.workshops.models.participants import Participant
from skaala.workshops.rules.small_groups import place_link


class SmallGroup(models.Model):
    """One of the small groups into which a room is split for a while."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="small_groups")
    round = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60, blank=True)
    # A room, or the address of a call of its own.
    place = models.CharField(max_length=rules.LONGEST_PLACE, blank=True)

    class Meta:
        ordering = ["round", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "round", "number"], name="one_small_group_per_round_and_number"
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.number)

    @property
    def link(self) -> str:
        """The address of the call in which the group meets, if it meets in one."""
        return place_link(self.place)


class Member(models.Model):
    """In which small group a participant is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="group_members")
    round = models.PositiveSmallIntegerField()
    group = models.ForeignKey(SmallGroup, on_delete=models.CASCADE, related_name="members")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="group_members")
    # The number on their phone, by which the facilitator moves them; it goes when all are together again.
    mark = models.PositiveSmallIntegerField(null=True, blank=True)
    # They were moved, or went themselves, to another group than the one they had: another split can leave them in it.
    is_moved = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "round", "participant"], name="one_small_group_per_participant_and_round"
            ),
            models.UniqueConstraint(
                fields=["board", "round", "mark"], name="one_number_on_a_phone_per_round"
            ),
        ]

    def __str__(self) -> str:
        return str(self.group)


class Note(models.Model):
    """Something a small group noted down: the group's words, nobody's in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(SmallGroup, on_delete=models.CASCADE, related_name="notes")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=rules.LONGEST_NOTE)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="one_note_per_group_and_number"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_note_says_something"),
        ]

    def __str__(self) -> str:
        return self.text
