"""How far an action will spread, in words; or that it is too early to say, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from skaala.catalogue.models import Action, Adoption, SpreadForecast


@dataclass(frozen=True)
class ForecastYear:
    """How many municipalities will have begun by the end of a year: the middle of the futures, and where most of them lie."""

    year: int
    low: int
    median: int
    high: int


@dataclass(frozen=True)
class ForecastWords:
    """
    What the page says.

    :ivar too_early: why nothing can be said yet; empty if ``years`` say something
    """

    too_early: str = ""
    turning_point: int | None = None
    ceiling: int = 0
    years: list[ForecastYear] = field(default_factory=list)


def forecast_words(
    action: Action, adoptions: Sequence[Adoption], forecast: SpreadForecast | None, *, today: date
) -> ForecastWords | None:
    """Return what can be said; nothing of an action that has ended or that nobody else has begun."""
    if action.is_over or not any(one.running_since for one in adoptions):
        return None
    if forecast is None or forecast.too_early:
        return ForecastWords(too_early=_why(forecast.too_early if forecast else "few adopters"))
    rows: list[list[int]] = forecast.expected
    years = [ForecastYear(*row) for row in rows if row[0] >= today.year]
    if not years:  # from before the turn of the year, and not worked out again yet
        return ForecastWords(too_early=_why("few years"))
    return ForecastWords("", forecast.turning_point, forecast.ceiling, years)


def _why(reason: Any) -> str:
    """Return the reason in words; its names are those of :class:`skaala.insight.diffusion.forecast.TooEarly`."""
    reasons = {
        "few adopters": _("Fewer than ten municipalities had begun it by the end of last year."),
        "few years": _("It has been followed for too few years."),
        "before the turning point": _(
            "The spread has not clearly slowed down yet, and forecasts made before that have been far from the truth."
        ),
        "nobody left": _("Nearly all municipalities that could have it have begun it."),
    }
    return reasons.get(reason, "")
