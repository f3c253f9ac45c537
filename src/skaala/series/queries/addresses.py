"""Free addresses and numbers for what is new."""

from __future__ import annotations

from skaala.series.models import Event, Series, WordList
from skaala.series.models.own_words import words_of
from skaala.ui.languages import DEFAULT_LANGUAGE
from skaala.ui.slugs import free_slug, made_of


def free_series_slug(text: str) -> str:
    """Return an address made of ``text`` that no series has yet."""
    return free_slug(made_of(text, otherwise="series", longest=70), Series.objects.all())


def free_event_slug(series: Series, event: Event) -> str:
    """Return an address for ``event`` that is free in ``series``: its kind and number, else its title."""
    words = words_of(series.tenant_id, WordList.KINDS)
    if words.is_of_program(event.kind):
        kind = event.kind.replace("_", "-")
    else:
        name = words.texts(event.kind).for_reader(DEFAULT_LANGUAGE).text
        kind = made_of(name, otherwise="event", longest=70)
    title = made_of(event.title.for_reader(DEFAULT_LANGUAGE).text, otherwise=kind, longest=70)
    unnumbered = title if event.kind == Event.Kind.OTHER else kind
    base = f"{kind}-{event.number}" if event.number else unnumbered
    return free_slug(base, Event.objects.filter(series=series).exclude(pk=event.pk))


def next_number(series: Series, kind: str = Event.Kind.WORKSHOP) -> int:
    """Return the number that follows the highest of its kind in ``series``."""
    return max((event.number or 0 for event in series.events.all() if event.kind == kind), default=0) + 1
