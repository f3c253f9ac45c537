"""Pages of plain words: about, privacy, accessibility."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.places import queries as places
from skaala.series import queries
from skaala.site.find import series_or_404
from skaala.site.kept_pages import same_for_everyone, until
from skaala.site.present import forget_day, holds_until

FOR_GOOD = datetime.max.replace(tzinfo=UTC)  # as long as nobody changes anything


@same_for_everyone
def about(request: HttpRequest) -> HttpResponse:
    """Say what Skaala is and whose facts it shows."""
    context = {"version": version("skaala"), "networks": places.networks()}
    return until(render(request, "site/about.html", context), FOR_GOOD)


@same_for_everyone
def privacy(request: HttpRequest) -> HttpResponse:
    """Say in general how personal data are treated, and lead to each series' own notice."""
    now = timezone.now()
    context = {
        "all_series": queries.public_series(now=now),
        "operator": settings.OPERATOR_NAME,
        "operator_email": settings.OPERATOR_EMAIL,
    }
    return until(render(request, "site/privacy.html", context), queries.next_publication(now=now) or FOR_GOOD)


@same_for_everyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """Give the accessibility statement of the service."""
    context = {"series": None, "operator": settings.OPERATOR_NAME, "contact": settings.OPERATOR_EMAIL}
    return until(render(request, "site/accessibility.html", context), FOR_GOOD)


@same_for_everyone
def series_privacy(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the privacy notice of one series, which names its controller."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    context = {"series": series, "forget_on": forget_day(series)}
    return until(render(request, "site/series_privacy.html", context), holds_until(series, now=now))


@same_for_everyone
def series_accessibility(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the accessibility statement with the series' own contact."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    operator = series.controller.name if series.controller else settings.OPERATOR_NAME
    context = {
        "series": series,
        "operator": operator,
        "contact": series.contact_email or settings.OPERATOR_EMAIL,
    }
    return until(render(request, "site/accessibility.html", context), holds_until(series, now=now))
