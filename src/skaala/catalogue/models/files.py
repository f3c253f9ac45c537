"""Files of actions on their way in, and which columns such files have."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import pgettext_lazy

from skaala.people.models import Account
from skaala.ui.languages import LONGEST_CODE


class ActionFile(models.Model):
    """
    A file of actions that is looked at before it is imported: a table, or another catalogue.

    After the import the rows that were left out stay until the file is forgotten, so that they can be corrected.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", pgettext_lazy("state of a file of actions", "to be looked at")
        RUNNING = "running", pgettext_lazy("state of a file of actions", "being imported")
        DONE = "done", pgettext_lazy("state of a file of actions", "imported")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200)
    heads = models.JSONField(default=list)
    # [[number, [cells]]]
    rows = models.JSONField(default=list)
    # What each column is, by its place: {"0": "owner"}.
    columns = models.JSONField(default=dict)
    # Of the texts; empty: found out row by row.
    language = models.CharField(max_length=LONGEST_CODE, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UPLOADED)
    # By row the actions that may be the same, the likeliest first: {"3": [[17, 0.8]]}; empty until they are compared.
    alike = models.JSONField(default=dict, blank=True)
    # By row the earlier row that may be the same: {"4": 3}.
    twice = models.JSONField(default=dict, blank=True)
    compared_with = models.CharField(max_length=10, blank=True)
    # What a person has decided, by row: "new", "skip" or the id of the action that is the same.
    decisions = models.JSONField(default=dict, blank=True)
    added = models.PositiveIntegerField(default=0)
    linked = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.id)


class KnownColumns(models.Model):
    """What the columns of files with certain heads are, as a person has said; the next such file is read in the same way."""

    # A digest of the heads.
    key = models.CharField(primary_key=True, max_length=64)
    columns = models.JSONField(default=dict)
    language = models.CharField(max_length=LONGEST_CODE, blank=True)
    used_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
