"""Who has asked for their personal link again, until the worker has looked whether they have registered."""

from __future__ import annotations

from django.db import models

from skaala.series.models import Series


class LinkRequest(models.Model):
    """
    An address that was written into the form, registered or not.

    The page only notes it, so that it takes the same time for both; the worker sends the link and removes the row within seconds.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="link_requests")
    address = models.CharField(max_length=254)

    def __str__(self) -> str:
        return str(self.pk)
