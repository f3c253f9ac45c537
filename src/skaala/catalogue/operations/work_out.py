"""All that is worked out from adoptions together: what suits whom, and how far actions will spread."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from skaala.catalogue.operations.forecasts import forecast_again
from skaala.catalogue.operations.suggestions import suggest_again
from skaala.catalogue.queries.suggestions import what_is_known


def work_out(*, now: datetime) -> None:
    """Work all of it out from one reading of the adoptions."""
    known = what_is_known(today=timezone.localdate(now))
    suggest_again(now=now, known=known)
    forecast_again(now=now, known=known)
