"""What is added to a series after its announcement: updates and materials."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.series.models.events import Event
from skaala.series.models.series import Series
from skaala.ui.texts import TextsField


class Update(models.Model):
    """Dated news under a series."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="updates")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = TextsField()
    body = TextsField(help_text=_("Markdown."))
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["-published_at", "-id"]

    def __str__(self) -> str:
        return str(self.title)


class Material(models.Model):
    """A link or a file for the readers of a series, or of one of its events, visible from a time."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="materials")
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.CASCADE, related_name="materials"
    )
    title = TextsField()
    url = models.URLField(blank=True)
    file = models.FileField(upload_to="materials/%Y/", blank=True)
    visible_from = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(url="") & ~models.Q(file="")) | (~models.Q(url="") & models.Q(file="")),
                name="a_material_is_a_link_or_a_file",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)
