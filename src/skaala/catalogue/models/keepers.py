"""Who keeps a municipality's own page up, without an account, and how ready a municipality is for an action."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.catalogue.models.actions import Action
from skaala.people.models import Account
from skaala.places.models import Municipality
from skaala.ui.languages import LONGEST_CODE, default_language


class Keeper(models.Model):
    """
    A person who keeps the actions and adoptions of one municipality up to date through a link of their own.

    Somebody who asks for it has no link before an editor has agreed. Name and address go when the person or an editor ends it,
    when two reminders stay unanswered, or on ``keep_until``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="keepers")
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("email address"), max_length=254)
    language = models.CharField(max_length=LONGEST_CODE, default=default_language)
    generation = models.PositiveIntegerField(default=1)
    is_simulated = models.BooleanField(default=False)
    asked_for_at = models.DateTimeField()
    # Empty until an editor has agreed.
    agreed_on = models.DateField(null=True, blank=True)
    keep_until = models.DateField()
    ask_on = models.DateField(null=True, blank=True)
    unanswered = models.PositiveSmallIntegerField(default=0)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["asked_for_at"]
        indexes = [models.Index(fields=["ask_on"], name="keepers_to_be_asked")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed_on__isnull=False) | models.Q(ask_on__isnull=True),
                name="only_a_keeper_who_was_agreed_is_asked",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Readiness(models.Model):
    """How ready a municipality has said it is for an action: its latest answers, with their day."""

    class Source(models.TextChoices):
        KEEPER = "keeper", pgettext_lazy("source of answers", "the municipality")
        EDITOR = "editor", pgettext_lazy("source of answers", "an editor")

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="readiness")
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="readiness")
    # By question: "yes", "partly", "no"; what is not known is left out.
    answers = models.JSONField(default=dict)
    source = models.CharField(max_length=10, choices=Source.choices)
    answered_on = models.DateField()
    answered_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-answered_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "action"], name="one_readiness_per_municipality_and_action"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.action_id}"
