"""The front page, and the list of all series."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from skaala.people.models import Tenant
from skaala.series import queries
from skaala.site.announcement.presenters.cards import series_cards
from skaala.site.announcement.presenters.pages import holds_until
from skaala.site.announcement.views.organisation import organisation
from skaala.site.http.hosts import organisation_of_host
from skaala.site.http.page_cache import cache_until, public_cacheable

A_PAGE = 24


@public_cacheable
def front(request: HttpRequest) -> HttpResponse:
    """Show what is coming, what is going on and what has been; at an organisation's own host, the organisation."""
    if own := organisation_of_host(request):
        return organisation(request, own)
    now = timezone.now()
    found = queries.front_page(now=now)
    shown = [*found.upcoming, *found.ongoing, *found.past]
    tenants = {series.tenant_id: series.tenant for series in shown}
    response = render(
        request,
        "site/announcement/front.html",
        {
            "organisations": sorted(tenants.values(), key=lambda tenant: str(tenant.name)),
            "upcoming": series_cards(found.upcoming, now=now),
            "ongoing": series_cards(found.ongoing, now=now),
            "past": series_cards(found.past, now=now),
            "more": found.more,
        },
    )
    return cache_until(response, holds_until(*shown, now=now, also=queries.next_publication(now=now)))


@public_cacheable
def series_list(request: HttpRequest) -> HttpResponse:
    """List all public series, or those of one organisation, a page at a time; at an organisation's own host, its own."""
    now = timezone.now()
    slug = organisation_of_host(request) or request.GET.get("organisation", "")
    tenant = get_object_or_404(Tenant, slug=slug) if slug else None
    page = Paginator(queries.list_public_series(now=now, tenant=tenant), A_PAGE).get_page(
        request.GET.get("page")
    )
    cards = series_cards(page, now=now)
    context = {
        "tenant": tenant,
        "page_of": page,
        "query": f"organisation={slug}" if slug else "",
        "coming": [card for card in cards if card.phase != "past"],
        "past": [card for card in cards if card.phase == "past"],
    }
    response = render(request, "site/announcement/series_list.html", context)
    return cache_until(response, holds_until(*page, now=now, also=queries.next_publication(now=now)))
