"""Follow-ups: somebody has agreed to be asked by email what became of an interest, an offer or a next step."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import pgettext_lazy

from skaala.catalogue.models.actions import Action, ActionContact
from skaala.catalogue.models.adoptions import AdoptionReport
from skaala.catalogue.models.keepers import Keeper
from skaala.mail.models import Email
from skaala.places.models import Municipality
from skaala.ui.languages import LONGEST_CODE, default_language
from skaala.workshops.models import Statement


class FollowUp(models.Model):
    """
    One consent to be asked, with its own end. It hangs on no registration.

    Name and address go when somebody stops it, when two emails stay unanswered, and on ``ends_on``; what was answered and
    for which municipality stays.
    """

    class Kind(models.TextChoices):
        INTERESTED = "interested", pgettext_lazy("kind of follow-up", "We are interested")
        CAN_HELP = "can_help", pgettext_lazy("kind of follow-up", "We can help others")
        COMMITMENT = "commitment", pgettext_lazy("kind of follow-up", "We take part in a next step")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.CASCADE, related_name="follow_ups"
    )
    step = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="follow_ups"
    )
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="follow_ups"
    )
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    language = models.CharField(max_length=LONGEST_CODE, default=default_language)
    asked_for_at = models.DateTimeField()
    # Pressed on the page behind the first email; before that nothing is asked.
    consented_on = models.DateField(null=True, blank=True)
    ask_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    unanswered = models.PositiveSmallIntegerField(default=0)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True) | models.Q(email="", name="", ask_on__isnull=True),
                name="an_ended_follow_up_names_nobody",
            ),
        ]
        indexes = [models.Index(fields=["ask_on"], name="follow_ups_to_be_asked")]

    def __str__(self) -> str:
        return str(self.pk)


class FollowUpQuestion(models.Model):
    """One question that was asked, and its answer: a stage, and the report made of it, which a later press corrects."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    asked_on = models.DateField()
    answer = models.CharField(max_length=12, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    report = models.ForeignKey(
        AdoptionReport, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["follow_up", "number"], name="one_question_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.answer}"


class CatalogueEmail(models.Model):
    """What an email of the catalogue is about."""

    email = models.OneToOneField(
        Email, primary_key=True, on_delete=models.CASCADE, related_name="catalogue_email"
    )
    follow_up = models.ForeignKey(
        FollowUp, null=True, blank=True, on_delete=models.CASCADE, related_name="emails"
    )
    question = models.ForeignKey(
        FollowUpQuestion, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    contact = models.ForeignKey(
        ActionContact, null=True, blank=True, on_delete=models.CASCADE, related_name="emails"
    )
    keeper = models.ForeignKey(Keeper, null=True, blank=True, on_delete=models.CASCADE, related_name="emails")

    def __str__(self) -> str:
        return str(self.email_id)
