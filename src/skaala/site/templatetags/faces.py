"""How the organisation that owns a series presents the pages about it."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from skaala.people.models import Tenant
from skaala.people.queries import face_of
from skaala.series.models import Series
from skaala.ui.texts import Texts

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


def _organisation(context: Context) -> dict[str, Any]:
    series = series_of_page(context)
    tenant = (
        series.tenant if series else context.get("tenant")
    )  # an organisation's own front page is about no series
    return {"tenant": tenant, "face": face_of(tenant)} if isinstance(tenant, Tenant) else {}


@register.simple_tag(takes_context=True)
def organisation_style(context: Context) -> SafeString:
    """`{% organisation_style %}`: leads to the style sheet of the organisation's colours; nothing where it has none."""
    found = _organisation(context)
    if not found or not (found["face"].accent or found["face"].band):
        return mark_safe("")
    address = reverse("organisation-style", args=[found["tenant"].slug])
    return format_html('<link rel="stylesheet" href="{}">', address)


@register.inclusion_tag("site/frame/organisation_logo.html", takes_context=True)
def organisation_logo(context: Context) -> dict[str, Any]:
    """`{% organisation_logo %}`: the organisation's logo, whose alternative text is its name; nothing where it has none."""
    found = _organisation(context)
    if not found or not found["face"].logo_height:
        return {}
    face = found["face"]
    height = min(56, face.logo_height)
    return found | {"height": height, "width": max(1, round(face.logo_width * height / face.logo_height))}


@register.inclusion_tag("site/frame/organisation_footer.html", takes_context=True)
def organisation_footer(context: Context) -> dict[str, Any]:
    """`{% organisation_footer %}`: footer and imprint of the organisation; nothing where it has none."""
    return _organisation(context)


@register.simple_tag(takes_context=True)
def organisation_words(context: Context, name: str) -> Texts | None:
    """`{% organisation_words "privacy" as words %}`: what the organisation adds to a statement; nothing on pages of none."""
    found = _organisation(context)
    words: Texts | None = getattr(found["face"], name) if found else None
    return words
