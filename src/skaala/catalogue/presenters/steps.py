"""Next steps with the actions that they have become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.urls import reverse

from skaala.catalogue.queries.steps import public_actions_by_root
from skaala.reports.commitments.queries import NextStep


def with_actions(steps: Sequence[NextStep], *, now: datetime) -> list[NextStep]:
    """Return the steps, each with links to its actions that everybody may read."""
    found = public_actions_by_root([step.statement.root_id for step in steps], now=now)
    return [
        replace(
            step,
            onward=[
                (str(action.name), reverse("site:action", args=[action.slug]))
                for action in found.get(step.statement.root_id, ())
            ],
        )
        for step in steps
    ]
