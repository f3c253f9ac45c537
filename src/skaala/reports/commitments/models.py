"""Who takes part in which next step: public, with a name, and apart from all pseudonyms."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import pgettext_lazy

from skaala.places.models import Municipality
from skaala.registration.models import Registration
from skaala.reports.commitments import rules
from skaala.workshops.models import Board, Statement


class Commitment(models.Model):
    """
    A person, or an organisation from the hall, takes part in a next step, under a name that everybody can see.

    It belongs to a registration, or to whoever has its link, so that they can withdraw it, and never to a participant of the board: what is
    public here leads to no vote. Only the day is stored, since a time could be compared with others. When the personal
    data of the series are deleted, name and registration go and the count stays.
    """

    class Role(models.TextChoices):
        LEADS = "leads", pgettext_lazy("part in a next step", "Leads it")
        TAKES_PART = "takes_part", pgettext_lazy("part in a next step", "Takes part")
        WANTS_TO_HEAR = "wants_to_hear", pgettext_lazy("part in a next step", "Keep me informed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="commitments")
    root = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="commitments")
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.CASCADE, related_name="commitments"
    )
    role = models.CharField(max_length=15, choices=Role.choices, default=Role.TAKES_PART)
    name = models.CharField(max_length=rules.LONGEST_NAME, blank=True)
    # Said in the hall for an organisation, by somebody without a registration; a link takes it back.
    is_from_hall = models.BooleanField(default=False)
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_simulated = models.BooleanField(default=False)
    consented_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "board", "root"], name="one_commitment_per_person_and_next_step"
            ),
            models.CheckConstraint(
                condition=models.Q(registration__isnull=False) & ~models.Q(name="")
                | models.Q(registration__isnull=True, name="")
                | models.Q(registration__isnull=True, is_simulated=True)
                | models.Q(registration__isnull=True, is_from_hall=True),
                name="a_name_is_kept_while_its_person_is_known",
            ),
            models.UniqueConstraint(
                Lower("name"),
                "municipality",
                "board",
                "root",
                condition=models.Q(is_from_hall=True) & ~models.Q(name=""),
                name="one_commitment_per_organisation_and_next_step",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> str:
        """The name as everybody sees it: from the hall with the municipality, where the name does not say it."""
        town = str(self.municipality.name) if self.municipality else ""
        return f"{self.name} ({town})" if town and town.casefold() not in self.name.casefold() else self.name
