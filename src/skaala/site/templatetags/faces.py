"""How the organisation that owns a series presents the pages about it."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from skaala.people.queries import face_of
from skaala.series.models import Series

register = template.Library()
_WAYS = ("series", "registration.series", "event.series", "board.event.series", "found.series")
"""Where pages have their series in the context."""


def series_of_page(context: Context) -> Series | None:
    """Return the series that a page is about; None on a page about none."""
    for way in _WAYS:
        found: Any = context
        for number, name in enumerate(way.split(".")):
            found = found.get(name) if not number else getattr(found, name, None)
        if isinstance(found, Series):
            return found
    return None


@register.inclusion_tag("site/frame/organisation_footer.html", takes_context=True)
def organisation_footer(context: Context) -> dict[str, Any]:
    """`{% organisation_footer %}`: footer and imprint of the organisation; nothing where it has none."""
    series = series_of_page(context)
    return {"tenant": series.tenant, "face": face_of(series.tenant)} if series else {}
