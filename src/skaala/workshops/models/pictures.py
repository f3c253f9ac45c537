"""What the analysis of a board's votes found."""

from __future__ import annotations

import uuid

from django.db import models

from skaala.workshops.models.boards import Board


class Picture(models.Model):
    """What the engine saw in the votes of a board: the result, and from which votes, seed and method."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="pictures")
    snapshot = models.CharField(max_length=64)
    seed = models.PositiveIntegerField(default=0)
    method = models.PositiveSmallIntegerField()
    result = models.JSONField()
    # The votes it was made of, packed: of the latest one only.
    ballots = models.BinaryField(null=True, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "snapshot", "seed", "method"], name="one_analysis_per_snapshot_and_method"
            ),
        ]

    def __str__(self) -> str:
        return self.snapshot


class Publication(models.Model):
    """
    What was published of a board's results: the votes under ids that lead nowhere, what they say, and the files.

    Page and files are served from here alone, so votes cast later change nothing of what has been published.
    """

    board = models.OneToOneField(Board, on_delete=models.CASCADE, related_name="publication")
    made_at = models.DateTimeField()
    # Whether the organiser chose to publish a row a person, and not counts alone.
    has_rows = models.BooleanField(default=False)
    # Empty where nothing had been analysed yet; the next analysis fills it.
    result = models.JSONField(default=dict, blank=True)
    ballots = models.BinaryField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.board_id)


class PublishedFile(models.Model):
    """One of the files of a publication, as it was made then."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="files")
    ending = models.CharField(max_length=8)
    content = models.BinaryField()
    numbers = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "ending"], name="one_published_file_per_publication_and_ending"
            ),
        ]

    def __str__(self) -> str:
        return self.ending
