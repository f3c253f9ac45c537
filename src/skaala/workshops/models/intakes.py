"""Conversations from elsewhere on their way in."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import pgettext_lazy

from skaala.series.models import Event


class Intake(models.Model):
    """A conversation from elsewhere on its way in: what was read from its files, until all of it stands on a board."""

    class State(models.TextChoices):
        READ = "read", pgettext_lazy("intake", "read, not yet imported")
        RUNNING = "running", pgettext_lazy("intake", "being imported")
        DONE = "done", pgettext_lazy("intake", "imported")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="intake")
    state = models.CharField(max_length=8, choices=State.choices, default=State.READ)
    source = models.CharField(max_length=300)
    content = models.BinaryField()
    people = models.PositiveIntegerField()
    statements = models.PositiveIntegerField()
    votes = models.PositiveIntegerField()
    people_done = models.PositiveIntegerField(default=0)
    is_turned = models.BooleanField(default=False)
    problems = models.JSONField(default=list)
    # Statements with the sums of their votes, for a person to look at before all of it is imported.
    samples = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.source
