"""What open pages are sent, who waits for it, and how many are there; all three tables are unlogged."""

from __future__ import annotations

from django.db import models

from skaala.ui.languages import LONGEST_CODE
from skaala.workshops.models.boards import Board


class Frame(models.Model):
    """
    What a board's open streams are sent, ready-made: one an audience and language.

    Its table is unlogged: what it holds is composed anew from the board whenever it is missing.
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="frames")
    audience = models.CharField(max_length=11)
    language = models.CharField(max_length=LONGEST_CODE)
    identity = models.CharField(max_length=16)
    body = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "audience", "language"], name="one_frame_per_audience_and_language"
            ),
        ]

    def __str__(self) -> str:
        return self.identity


class Watch(models.Model):
    """Until when frames of a board are wanted by an audience; unlogged, and renewed while a stream is open."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="watches")
    audience = models.CharField(max_length=11)
    wanted_until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "audience"], name="one_watch_per_board_and_audience"),
        ]

    def __str__(self) -> str:
        return self.audience


class Presence(models.Model):
    """
    When a reader's page or stream was last there; unlogged, kept for minutes, and counted only.

    ``who`` is the word by which streams are counted: no pseudonym can be read from it.
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="presences")
    who = models.CharField(max_length=12)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "who"], name="one_presence_per_board_and_reader"),
        ]

    def __str__(self) -> str:
        return self.who
