"""Which finding a next step of a closing event was made of."""

from __future__ import annotations

from django.db import models

from skaala.reports.models.reports import Finding
from skaala.workshops.models import Statement


class ImportedStep(models.Model):
    """
    A finding's next step in words of its own, as a statement on a board; a step that is an earlier statement needs none.

    ``step`` is the statement's root, so that it is known on whichever board it is shown later.
    """

    step = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="imported_from")
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="imported_steps")

    def __str__(self) -> str:
        return f"{self.step_id} {self.finding_id}"
