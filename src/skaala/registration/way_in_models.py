"""Other ways to come than by filling in the public form for oneself."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.people.models import Account
from skaala.series.models import Event, Series


class Invitation(models.Model):
    """A link that opens events before their opening or after their deadline, for so many uses and so long."""

    # Signed into the link, so that neither can be guessed.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="invitations")
    events = models.ManyToManyField(Event, related_name="invitations")
    note = models.CharField(max_length=200)
    most_uses = models.PositiveIntegerField(null=True, blank=True)
    uses = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    # Those who had registered when their address came by the link: it opens its events on their own pages.
    known = models.ManyToManyField("registration.Registration", related_name="invitations")

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(most_uses__isnull=True) | models.Q(uses__lte=models.F("most_uses")),
                name="an_invitation_is_used_no_more_often_than_allowed",
            ),
        ]

    def __str__(self) -> str:
        return self.note


class WayIn(models.Model):
    """How somebody came who did not fill in the public form for herself; who did has none."""

    class Way(models.TextChoices):
        BROUGHT = "brought", _("registered by somebody else")
        INVITED = "invited", _("registered through an invitation link")
        ADDED = "added", _("added at the desk")
        IMPORTED = "imported", _("imported from a file")

    registration = models.OneToOneField(
        "registration.Registration", primary_key=True, on_delete=models.CASCADE, related_name="way_in"
    )
    way = models.CharField(max_length=10, choices=Way.choices)
    # Of those added and imported: who did it.
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    invitation = models.ForeignKey(
        Invitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="ways_in"
    )
    # Of those brought along: by whom, and the name she gave; emptied when she is forgotten.
    brought_by = models.ForeignKey(
        "registration.Registration", null=True, blank=True, on_delete=models.SET_NULL, related_name="brought"
    )
    brought_by_name = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.way


class AttendeeFile(models.Model):
    """A table of people on its way in; its content is emptied as soon as it has been imported."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("to be looked at")
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
    language = models.CharField(max_length=2)
    sends_letters = models.BooleanField(default=True)
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
