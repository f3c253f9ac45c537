"""The front page of an organisation."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from skaala.people.models import Tenant
from skaala.people.queries import face_of
from skaala.reports import queries as reports
from skaala.series import queries
from skaala.site.announcement.presenters.cards import series_cards
from skaala.site.announcement.presenters.pages import holds_until
from skaala.site.http.hosts import keep_to_host, organisation_of_host
from skaala.site.http.page_cache import cache_until, public_cacheable


@public_cacheable
def organisation(request: HttpRequest, organisation: str) -> HttpResponse:
    """Say who the organisation is, and show its series and their reports. Where nothing is public there is no page."""
    now = timezone.now()
    is_own_host = organisation_of_host(request) == organisation
    if is_own_host and request.resolver_match and request.resolver_match.url_name == "organisation":
        return redirect("site:front")
    tenant = get_object_or_404(Tenant.objects.select_related("face"), slug=organisation)
    keep_to_host(request, tenant)
    found = queries.front_page(now=now, tenant=tenant)
    shown = [*found.ongoing, *found.upcoming, *found.past]
    face = face_of(tenant)
    if not shown and not face.introduction and not is_own_host:
        raise Http404
    context = {
        "tenant": tenant,
        "organisation_face": face,
        "upcoming": series_cards(found.upcoming, now=now),
        "ongoing": series_cards(found.ongoing, now=now),
        "past": series_cards(found.past, now=now),
        "more": found.more,
        "reports": [one for one in reports.latest_versions(shown) if one.replaced_at is None],
    }
    response = render(request, "site/announcement/organisation.html", context)
    return cache_until(response, holds_until(*shown, now=now, also=queries.next_publication(now=now)))
