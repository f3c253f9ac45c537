"""The number that changes with the public pages."""

from __future__ import annotations

from django.db import models


class PublicVersion(models.Model):
    """
    One row whose number changes in each transaction that changes what public pages show, and is never used twice.

    Triggers of the tables concerned keep it; see :mod:`skaala.series.queries.public_version`.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_public_version"),
        ]

    def __str__(self) -> str:
        return str(self.number)
