"""How an action spreads, as pages show it: rows with their history, the funnel, the curve, and maps of several years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from skaala.catalogue.messages.units import UNITS
from skaala.catalogue.models import Action, Adoption, AdoptionReport, Stage
from skaala.catalogue.presenters.dates import inexact
from skaala.catalogue.presenters.learning import Learning, learning
from skaala.catalogue.queries import adoptions as read
from skaala.catalogue.rules.reporting import contradictions
from skaala.catalogue.rules.spread import SpreadCount
from skaala.places.queries import shapes

STAGE_TAGS = {
    "interested": "quiet", "assessing": "quiet", "decided": "warm", "piloting": "warm", "in_use": "calm",
    "embedded": "strong", "declined": "quiet", "stopped": "alarm",
}  # fmt: skip
MOST_MAPS = 4


@dataclass(frozen=True)
class HistoryLine:
    """One confirmed report."""

    stage: Any
    when: str
    adapted: Any
    note: Any
    reason: Any
    evidence_url: str
    units: str


@dataclass(frozen=True)
class AdoptionRow:
    """One municipality's adoption, or one action of a municipality."""

    adoption: Adoption
    stage: Any
    look: str
    since: str
    learned_from: Any
    history: list[HistoryLine]
    contradicts: bool


@dataclass(frozen=True)
class SpreadMap:
    """The municipalities that did the action by the end of a year, each as its shape, name and the year in which it began."""

    year: int
    count: int
    came: list[tuple[str, str, int]]
    owner: list[tuple[str, str]]


@dataclass(frozen=True)
class Spread:
    """All that an action's page says about its spread."""

    rows: list[AdoptionRow]
    count: SpreadCount
    curve: list[tuple[Any, int]]
    funnel: list[tuple[Any, int, int]]
    reasons: list[tuple[Any, int]]
    learning: Learning
    maps: list[SpreadMap] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    """In which each municipality began, those without a shape too."""

    @property
    def land(self) -> str:
        """All municipalities as one shape, which each map shows beneath."""
        return " ".join(shapes.shapes().values())

    @property
    def is_simulated(self) -> bool:
        """All of it is invented; otherwise each row that is says so."""
        return bool(self.rows) and all(row.adoption.is_simulated for row in self.rows)


def adoption_rows(found: Sequence[Adoption]) -> list[AdoptionRow]:
    """Return adoptions read by :func:`skaala.catalogue.queries.adoptions` in words."""
    return [_row(one) for one in found]


def spread_of(action: Action, found: Sequence[Adoption]) -> Spread:
    """Return how an action has spread."""
    rows = adoption_rows(found)
    steps = read.funnel(found)
    return Spread(
        rows=rows,
        count=read.spread_count(found),
        curve=[(point.year, point.total) for point in read.curve(found)],
        funnel=[(Stage(step.stage).label, step.reached, step.left) for step in steps] if rows else [],
        reasons=read.reasons(found),
        learning=learning(found),
        maps=_maps(action, found),
        years=sorted(one.running_since.year for one in found if one.running_since),
    )


def stage_choices() -> list[tuple[str, Any]]:
    """Return the stages for a form, each in words that say what it means."""
    meanings = {
        "interested": _("we want to know more"),
        "assessing": _("we study whether it suits us"),
        "decided": _("it has been decided, but not begun"),
        "piloting": _("we try it in a part of the municipality"),
        "in_use": _("we do it"),
        "embedded": _("it goes on without a project"),
        "declined": _("we decided not to take it up"),
        "stopped": _("we did it and no longer do"),
    }
    return [(value, f"{label} – {meanings[value]}") for value, label in Stage.choices]


def _row(one: Adoption) -> AdoptionRow:
    history: list[AdoptionReport] = one.confirmed  # type: ignore[attr-defined]
    return AdoptionRow(
        one,
        one.get_stage_display(),
        STAGE_TAGS.get(one.stage, "quiet"),
        inexact(one.since, one.precision),
        one.learned_from,
        [_line(report) for report in history],
        bool(contradictions(read.history_of(one))),
    )


def _line(report: AdoptionReport) -> HistoryLine:
    return HistoryLine(
        report.get_stage_display(),
        inexact(report.on, report.precision),
        report.adapted,
        report.note,
        report.reason.name if report.reason else "",
        report.evidence_url,
        units_reached(report),
    )


def units_reached(report: AdoptionReport) -> str:
    """Return how much of a municipality a report is about: “3 of 12 schools”; empty if it does not say."""
    if report.units_reached is None:
        return ""
    units = UNITS.get(report.units, report.units)
    words = {"reached": report.units_reached, "total": report.units_total, "units": units}
    return (_("%(reached)s of %(total)s %(units)s") % words).strip()


def _maps(action: Action, found: Sequence[Adoption]) -> list[SpreadMap]:
    """Return maps of up to four years, from the first beginning to the latest: what the slider shows, without a script."""
    began = {one.municipality_id: one.running_since for one in found if one.running_since}
    years = sorted({day.year for day in began.values()})
    if not years:
        return []
    span = years[-1] - years[0]
    steps = min(MOST_MAPS, span + 1)
    chosen = sorted(
        {years[0] + round(span * (step + 1) / steps) if steps > 1 else years[-1] for step in range(steps)}
    )
    return [_map(action, began, found, min(year, years[-1])) for year in chosen]


def _map(action: Action, began: dict[str, date], found: Sequence[Adoption], year: int) -> SpreadMap:
    drawn = shapes.shapes()
    names = {one.municipality_id: str(one.municipality) for one in found}
    running = {code for code, day in began.items() if day.year <= year}
    came = [(drawn[code], names[code], began[code].year) for code in sorted(running) if code in drawn]
    owner = [(drawn[action.owner_id], action.owner_name)] if action.owner_id in drawn else []
    return SpreadMap(year, len(running), came, owner)
