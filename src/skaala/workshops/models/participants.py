"""Who takes part: pseudonyms, and guests at the door."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.series.models import Series, WordList
from skaala.series.models.own_words import Vocabulary, rows_for
from skaala.workshops.models.boards import Board


class Participant(models.Model):
    """A pseudonym: one a person and series for those who registered, one a device for guests."""

    class SizeClass(models.TextChoices):
        UNKNOWN = "", _("Not known")
        SMALL = "small", _("Fewer than 10,000 residents")
        MEDIUM = "medium", _("10,000–49,999 residents")
        LARGE = "large", _("50,000 residents or more")

    id = models.UUIDField(primary_key=True, editable=False)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="participants")
    perspective = models.CharField(max_length=10)
    size_class = models.CharField(max_length=6, choices=SizeClass.choices, blank=True)
    is_guest = models.BooleanField(default=False)
    is_simulated = models.BooleanField(default=False)
    votes_cast = models.PositiveIntegerField(default=0)
    joined_on = models.DateField()

    def __str__(self) -> str:
        return "participant"

    def get_perspective_display(self) -> str:
        """Return what the series' organisation calls their perspective."""
        return Vocabulary(WordList.PERSPECTIVES, rows_for(self)).label(self.perspective)


class Admission(models.Model):
    """A guest at the door of one board."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ADMITTED = "admitted", _("admitted")
        REFUSED = "refused", _("refused")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="admissions")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="admissions")
    state = models.CharField(max_length=10, choices=State.choices)
    mark = models.CharField(max_length=4)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "participant"], name="one_admission_per_guest_and_board"
            ),
        ]

    def __str__(self) -> str:
        return self.mark
