"""Titles that tell pages apart in tabs, histories and search results."""

from __future__ import annotations

from django import template

from skaala.series.models import Series

register = template.Library()


@register.filter
def dated(series: Series) -> str:
    """Return the title with the year of the first event, since a series and its copy bear the same name."""
    events = list(series.events.all())
    title = str(series.title)
    year = str(min(event.start for event in events).astimezone(series.zone).year) if events else ""
    return f"{title} ({year})" if year and year not in title else title
