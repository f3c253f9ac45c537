"""A network's page: what spreads among its members, where it stalls and why, and whom to ask."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from skaala.catalogue import queries
from skaala.catalogue.messages.spread import COUNTED
from skaala.catalogue.presenters import networks as present
from skaala.places.queries import municipalities as places
from skaala.site.catalogue.views.actions import FOR_GOOD
from skaala.site.http.page_cache import cache_until, public_cacheable


@public_cacheable
def network(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the members of a network do, for whoever coordinates it."""
    found = places.networks().filter(slug=slug).first()
    if found is None:
        raise Http404
    shown = present.network_spread(list(queries.adoptions_among(found)), queries.suggested_among(found))
    response = render(
        request, "site/catalogue/network.html", {"network": found, "shown": shown, "counted": COUNTED}
    )
    return cache_until(response, FOR_GOOD)
