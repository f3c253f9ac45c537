"""Themes as links above the list, each with how many actions it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from skaala.catalogue.models import Action


@dataclass(frozen=True)
class ThemeLink:
    """One theme; pressing the chosen one again shows all."""

    label: Any
    href: str
    count: int
    is_chosen: bool


def theme_links(request: HttpRequest, counts: dict[str, int], *, chosen: str) -> list[ThemeLink]:
    """Return the themes that have actions, as links that keep the other filters."""
    links = []
    for theme, count in counts.items():
        if not count and theme != chosen:
            continue
        query = request.GET.copy()
        query.pop("page", None)
        query["theme"] = "" if theme == chosen else theme
        for name in [name for name, value in query.items() if not value]:
            query.pop(name)
        href = f"{request.path}?{query.urlencode()}" if query else request.path
        links.append(ThemeLink(Action.Theme(theme).label, href, count, theme == chosen))
    return links
