"""Where registration and publication of a series stand."""

from __future__ import annotations

from datetime import date, datetime

from skaala.series import rules
from skaala.series.models import Event, Material, Series


def turning_points(series: Series) -> list[datetime]:
    """Return the instants at which the pages of ``series`` (read with all its parts) change automatically."""
    return [
        *(instant for event in series.events.all() for instant in rules.turning_points(event)),
        *(update.published_at for update in series.updates.all()),
        *(material.visible_from for material in series.materials.all() if material.visible_from),
    ]


def forget_on(series: Series) -> date | None:
    """Return the day on which the personal data of ``series`` are removed; None while it has no event."""
    return rules.forget_on(list(series.events.all()), months=series.retention_months, zone=series.zone)


def is_public(series: Series, *, now: datetime) -> bool:
    """Say whether readers see ``series``."""
    return rules.is_public(series.status, series.publish_at, now=now)


def registration_window(series: Series, event: Event, *, now: datetime) -> rules.Window:
    """Return where the registration for one event of ``series`` stands; an archived series takes nobody any more."""
    found = rules.window(event, series_is_public=is_public(series, now=now), now=now)
    if event.is_cancelled and found != rules.Window.UNPUBLISHED:
        return rules.Window.CANCELLED
    if series.status == Series.Status.ARCHIVED and found in {rules.Window.OPEN, rules.Window.NOT_YET}:
        return rules.Window.CLOSED
    if event.by_invitation and found in {rules.Window.OPEN, rules.Window.NOT_YET}:
        return rules.Window.BY_INVITATION
    return found


def visible_materials(series: Series, *, now: datetime) -> list[Material]:
    """Return the materials of ``series`` that may be shown; uses what :func:`find_public_series` has read."""
    return [
        material
        for material in series.materials.all()
        if material.visible_from is None or material.visible_from <= now
    ]
