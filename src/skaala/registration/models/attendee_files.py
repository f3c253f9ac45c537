"""Tables of people on their way in."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.people.models import Account
from skaala.series.models import Series
from skaala.ui.languages import LONGEST_CODE


class AttendeeFile(models.Model):
    """A table of people on its way in; its content is emptied as soon as it has been imported."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("to be reviewed")
        RUNNING = "running", _("being imported")
        DONE = "done", _("imported")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="attendee_files")
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200)
    # Rows of cells; what the file's format was is settled by then.
    rows = models.JSONField(default=list)
    # Which column holds what: {"email": 2}.
    columns = models.JSONField(default=dict)
    # What all of them come to: [[event, way]].
    choices = models.JSONField(default=list)
    language = models.CharField(max_length=LONGEST_CODE)
    sends_emails = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UPLOADED)
    rows_in_all = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    # [[row, problem]]: numbers and codes, never what stood in the row.
    left_out = models.JSONField(default=list)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.id)
