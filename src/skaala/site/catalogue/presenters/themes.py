"""Themes as links above the list, each with how many actions it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from skaala.catalogue.models import Action


@dataclass(frozen=True)
class ThemeLink:
    """One theme; pressing the chosen one again shows all."""

    label: Any
    href: str
    count: int
    is_chosen: bool


def theme_links(path: str, query: QueryDict, counts: dict[str, int], *, chosen: str) -> list[ThemeLink]:
    """Return the themes that have actions, as links that keep the other filters of ``query``."""
    links = []
    for theme, count in counts.items():
        if not count and theme != chosen:
            continue
        kept = query.copy()
        kept.pop("theme", None)
        if theme != chosen:
            kept["theme"] = theme
        href = f"{path}?{kept.urlencode()}" if kept else path
        links.append(ThemeLink(Action.Theme(theme).label, href, count, theme == chosen))
    return links
