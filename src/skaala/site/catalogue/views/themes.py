"""A theme's page: what spreads of it, where it stalls and why, and whom to ask."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from skaala.catalogue import queries
from skaala.catalogue.messages.spread import COUNTED
from skaala.catalogue.models import Action
from skaala.catalogue.presenters import networks as present
from skaala.catalogue.queries import ActionFilter
from skaala.site.catalogue.views.actions import FOR_GOOD
from skaala.site.http.page_cache import cache_until, public_cacheable


@public_cacheable
def theme(request: HttpRequest, theme: str) -> HttpResponse:
    """Show what became of the actions of one theme."""
    if theme not in Action.Theme.values:
        raise Http404
    context = {
        "theme": theme,
        "theme_name": Action.Theme(theme).label,
        "number": queries.theme_counts(ActionFilter())[theme],
        "shown": present.network_spread(list(queries.adoptions_on(theme)), {}),
        "counted": COUNTED,
    }
    return cache_until(render(request, "site/catalogue/theme.html", context), FOR_GOOD)
