"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.series import queries
from skaala.site.present import series_page


def front(request: HttpRequest) -> HttpResponse:
    """Show what is coming, what is going on and what has been."""
    now = timezone.now()
    found = queries.front_page(now=now)
    return render(
        request,
        "site/front.html",
        {
            "upcoming": [series_page(series, now=now) for series in found.upcoming],
            "ongoing": [series_page(series, now=now) for series in found.ongoing],
            "past": [series_page(series, now=now) for series in found.past],
        },
    )
