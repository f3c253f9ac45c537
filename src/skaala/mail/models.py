"""The outbox."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """
    One letter to one person, kept as what it is about; its words are made when it is delivered.

    The row is its own place in the queue: the worker takes what is queued and due at ``next_attempt_at``.

    ``message_id`` never changes, so that a repeat after a crash is recognised as the same letter.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting to be sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("could not be sent")
        BOUNCED = "bounced", _("came back")
        NOT_SENT = "not_sent", _("not sent: no mail server set")
        OVERTAKEN = "overtaken", _("not sent: no longer true")
        SIMULATED = "simulated", _("simulated: never sent")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=60)
    to_address = models.EmailField(max_length=254)
    to_name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="fi")
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    message_id = models.CharField(max_length=255, unique=True)
    subject = models.CharField(max_length=500, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["state", "created_at"]),
            models.Index(
                fields=["next_attempt_at"], condition=models.Q(state="queued"), name="letters_that_are_due"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["sent", "bounced"], sent_at__isnull=False)
                | (~models.Q(state__in=["sent", "bounced"]) & models.Q(sent_at__isnull=True)),
                name="a_sent_letter_says_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="queued") | models.Q(next_attempt_at__isnull=False),
                name="a_queued_letter_is_due_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
