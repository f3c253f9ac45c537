"""Free addresses and numbers for what is new."""

from __future__ import annotations

import itertools

from django.utils.text import slugify

from skaala.series.models import Event, Series
from skaala.ui.languages import DEFAULT_LANGUAGE


def free_series_slug(text: str) -> str:
    """Return an address made of ``text`` that no series has yet."""
    base = slugify(text)[:70].strip("-") or "series"
    found = Series.objects.filter(slug__startswith=base)
    return _first_free(base, set(found.values_list("slug", flat=True)))


def free_event_slug(series: Series, event: Event) -> str:
    """Return an address for ``event`` that is free in ``series``: its kind and number, else its title."""
    kind = event.kind.replace("_", "-")
    title = slugify(event.title.for_reader(DEFAULT_LANGUAGE).text)[:70].strip("-")
    unnumbered = title if event.kind == Event.Kind.OTHER and title else kind
    base = f"{kind}-{event.number}" if event.number else unnumbered
    others = Event.objects.filter(series=series, slug__startswith=base).exclude(pk=event.pk)
    return _first_free(base, set(others.values_list("slug", flat=True)))


def next_number(series: Series, kind: str = Event.Kind.WORKSHOP) -> int:
    """Return the number that follows the highest of its kind in ``series``."""
    return max((event.number or 0 for event in series.events.all() if event.kind == kind), default=0) + 1


def _first_free(base: str, taken: set[str]) -> str:
    names = itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)
