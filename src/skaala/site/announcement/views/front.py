"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.series import queries
from skaala.site.announcement.presenters.pages import holds_until, series_page
from skaala.site.http.page_cache import cache_until, public_cacheable


@public_cacheable
def front(request: HttpRequest) -> HttpResponse:
    """Show what is coming, what is going on and what has been."""
    now = timezone.now()
    found = queries.front_page(now=now)
    shown = [*found.upcoming, *found.ongoing, *found.past]
    tenants = {series.tenant_id: series.tenant for series in shown}
    response = render(
        request,
        "site/announcement/front.html",
        {
            "organisations": sorted(tenants.values(), key=lambda tenant: str(tenant.name)),
            "upcoming": [series_page(series, now=now) for series in found.upcoming],
            "ongoing": [series_page(series, now=now) for series in found.ongoing],
            "past": [series_page(series, now=now) for series in found.past],
        },
    )
    return cache_until(response, holds_until(*shown, now=now, also=queries.next_publication(now=now)))
