"""The page of a municipality: what it does, and what towns like it do."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from skaala.catalogue import queries
from skaala.catalogue.forms.fields import municipality_names
from skaala.catalogue.presenters import actions as present
from skaala.catalogue.presenters.adoptions import adoption_rows
from skaala.catalogue.presenters.suggestions import suggestion_lines
from skaala.places.queries import municipalities as places
from skaala.site.catalogue.views.actions import FOR_GOOD
from skaala.site.http.page_cache import cache_until, public_cacheable


def find(request: HttpRequest) -> HttpResponse:
    """Lead to the page of the municipality that was typed, or say how to find it."""
    typed = request.GET.get("place", "")[:100]
    year = timezone.localdate().year
    if typed:
        found = places.find_municipality(typed, year=year)
        if found is not None:
            return redirect("site:municipality", found.pk)
    return render(
        request,
        "site/catalogue/find_municipality.html",
        {
            "typed": typed,
            "merged": places.merged_municipality(typed, year=year) if typed else None,
            "similar": places.similar_municipalities(typed, year=year) if typed else [],
            "names": municipality_names(),
            "networks": list(places.networks_with_members()),
        },
        status=404 if typed else 200,
    )


@public_cacheable
def municipality(request: HttpRequest, code: str) -> HttpResponse:
    """Show one municipality: its own actions, and what suits it."""
    place = places.municipality_with_successor(code)
    if place is None:
        raise Http404
    if place.successor_id and place.valid_until and place.valid_until < timezone.localdate().year:
        return redirect("site:municipality", place.successor_id)
    response = render(
        request,
        "site/catalogue/municipality.html",
        {
            "place": place,
            "own": present.cards(queries.for_cards(queries.actions_of(place))),
            "adopted": adoption_rows(list(queries.adoptions_in(place))),
            "suggested": suggestion_lines(queries.suggested_to(place)),
            "ticked": set(),
            "ticked_elsewhere": [],
            "networks": list(places.networks_of(place)),
            "near": present.cards(queries.for_cards(queries.actions_near(place))[:6]),
            "near_url": f"{reverse('site:actions')}?{urlencode({'place': place.name, 'sort': 'near'})}",
        },
    )
    return cache_until(response, FOR_GOOD)
