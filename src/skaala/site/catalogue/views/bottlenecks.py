"""A bottleneck's page: the actions it stopped, who overcame it, and what is offered against it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.catalogue import queries
from skaala.catalogue.presenters.adoptions import adoption_rows
from skaala.catalogue.presenters.measures import measures_at_home_and_abroad
from skaala.catalogue.presenters.networks import stage_names, stalled
from skaala.catalogue.queries.workshops_said import said_of
from skaala.evidence import queries as evidence
from skaala.site.catalogue.views.actions import FOR_GOOD
from skaala.site.http.page_cache import cache_until, public_cacheable


def _page(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    return cache_until(render(request, f"site/catalogue/{template}.html", context), FOR_GOOD)


@public_cacheable
def bottlenecks(request: HttpRequest) -> HttpResponse:
    """List the bottlenecks with how many adoptions each ended."""
    counts = queries.stops_by_bottleneck()
    rows = [(one, counts.get(one.pk, 0)) for one in evidence.bottlenecks()]
    ended = list(queries.ended_adoptions())
    return _page(
        request,
        "bottlenecks",
        rows=sorted(rows, key=lambda row: -row[1]),
        stages=stage_names(),
        stalled=stalled(ended),
    )


@public_cacheable
def bottleneck(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what one bottleneck stopped and what answers it."""
    found = evidence.find_bottleneck(slug)
    if found is None:
        raise Http404
    return _page(
        request,
        "bottleneck",
        bottleneck=found,
        stopped=adoption_rows(queries.stopped_by(found)),
        overcame=adoption_rows(queries.overcame(found)),
        measures=measures_at_home_and_abroad(evidence.measures_answering(found)),
        said=said_of(found, now=timezone.now()),
    )
