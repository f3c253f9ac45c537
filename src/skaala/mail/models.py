"""The outbox."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.ui.languages import LONGEST_CODE, default_language


class Email(models.Model):
    """
    One email to one person, kept as what it is about; its words are made when it is delivered.

    The row is its own place in the queue: the worker takes what is queued and due at ``next_attempt_at``.

    ``message_id`` never changes, so that a repeat after a crash is recognised as the same email.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting to be sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("could not be sent")
        BOUNCED = "bounced", _("came back")
        NOT_SENT = "not_sent", _("not sent: no mail server set")
        SUPERSEDED = "superseded", _("not sent: no longer true")
        SIMULATED = "simulated", _("simulated: never sent")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=60)
    to_address = models.EmailField(max_length=254)
    to_name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=LONGEST_CODE, default=default_language)
    # Asked for by somebody whose address nobody has confirmed: only so many go out an hour.
    to_unconfirmed = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    message_id = models.CharField(max_length=255, unique=True)
    subject = models.CharField(max_length=500, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Why it has not been delivered: a code of rules.delivery.Code, and what the server said as a number.
    problem = models.CharField(max_length=20, blank=True, default="")
    problem_detail = models.CharField(max_length=100, blank=True, default="")
    # What only the one who gets it may read, sealed; emptied as soon as the mail server has taken the email.
    sealed = models.BinaryField(default=b"", blank=True)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["state", "created_at"]),
            models.Index(
                fields=["next_attempt_at"], condition=models.Q(state="queued"), name="emails_that_are_due"
            ),
            models.Index(
                fields=["sent_at"], condition=models.Q(to_unconfirmed=True), name="emails_to_unconfirmed"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["sent", "bounced"], sent_at__isnull=False)
                | (~models.Q(state__in=["sent", "bounced"]) & models.Q(sent_at__isnull=True)),
                name="a_sent_email_says_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="queued") | models.Q(next_attempt_at__isnull=False),
                name="a_queued_email_is_due_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
