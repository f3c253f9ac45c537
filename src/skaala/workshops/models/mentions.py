"""Texts that name somebody and stay as they are when people are forgotten."""

from __future__ import annotations

from django.db import models

from skaala.series.models import Series


class KeptMention(models.Model):
    """That somebody looked at a text that names people, and lets it stay; all others are masked on the series' date."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="kept_mentions")
    # Of the text with what is found in it (rules.mentions), so that another text is looked at anew.
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "digest"], name="one_kept_mention_per_text"),
        ]

    def __str__(self) -> str:
        return self.digest
