"""What is worked out from all adoptions together, and kept, because a page has no time for it."""

from __future__ import annotations

from django.db import models

from skaala.catalogue.models.actions import Action
from skaala.places.models import Municipality


class Suggestion(models.Model):
    """
    An action that suits a municipality: on the municipality's page, on the action's, or on both.

    ``why`` explains it in figures; see :class:`skaala.catalogue.rules.suggestions.Why`.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="suggestions")
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="suggestions")
    # From 1 on; empty where it is not on the page of the municipality, or of the action.
    place_for_municipality = models.PositiveSmallIntegerField(null=True, blank=True)
    place_for_action = models.PositiveSmallIntegerField(null=True, blank=True)
    why = models.JSONField(default=dict)

    class Meta:
        ordering = ["municipality", "place_for_municipality", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "action"], name="one_suggestion_per_municipality_and_action"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.action_id}"


class SpreadForecast(models.Model):
    """
    How many municipalities will have begun an action, or why it is too early to say.

    ``basis`` is what it was worked out from; as long as that is the same, so is the forecast.
    """

    action = models.OneToOneField(Action, primary_key=True, on_delete=models.CASCADE, related_name="forecast")
    too_early = models.CharField(max_length=30, blank=True)
    turning_point = models.PositiveSmallIntegerField(null=True, blank=True)
    ceiling = models.PositiveIntegerField()
    # For each year: the year, the least, the middle and the most of 80 % of the futures.
    expected = models.JSONField(default=list, blank=True)
    basis = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.action_id} {self.too_early}"
