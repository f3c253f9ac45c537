"""Interests: said in a workshop under a municipality's name, beside the board; never a vote, a mark or a statement."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import pgettext_lazy

from skaala.catalogue.models.actions import Action
from skaala.places.models import Municipality
from skaala.workshops.models import Board, Statement


class Interest(models.Model):
    """
    A municipality is interested in what a statement says, or can help others with it; everybody in the workshop sees it.

    It belongs to no participant: what is public here leads to no vote. Only the day is stored, since a time could be
    compared with others. ``action`` is what it became once everybody could read the statement.
    """

    class Kind(models.TextChoices):
        INTERESTED = "interested", pgettext_lazy("of a municipality", "Interested")
        CAN_HELP = "can_help", pgettext_lazy("of a municipality", "Can help")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="interests")
    root = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="interests")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="interests")
    said_on = models.DateField()
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.SET_NULL, related_name="interests"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["root", "kind", "municipality"],
                name="an_interest_is_said_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.get_kind_display()}"
