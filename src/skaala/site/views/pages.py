"""Pages of plain words: about, privacy, accessibility."""

from __future__ import annotations

from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.places import queries as places
from skaala.series import queries
from skaala.site.find import series_or_404


def about(request: HttpRequest) -> HttpResponse:
    """Say what Skaala is and whose facts it shows."""
    return render(request, "site/about.html", {"version": version("skaala"), "networks": places.networks()})


def privacy(request: HttpRequest) -> HttpResponse:
    """Say in general how personal data are treated, and lead to each series' own notice."""
    context = {
        "all_series": queries.public_series(now=timezone.now()),
        "operator": settings.OPERATOR_NAME,
        "operator_email": settings.OPERATOR_EMAIL,
    }
    return render(request, "site/privacy.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    """Give the accessibility statement of the service."""
    context = {"series": None, "operator": settings.OPERATOR_NAME, "contact": settings.OPERATOR_EMAIL}
    return render(request, "site/accessibility.html", context)


def series_privacy(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the privacy notice of one series, which names its controller."""
    series = series_or_404(request, slug, now=timezone.now())
    return render(request, "site/series_privacy.html", {"series": series})


def series_accessibility(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the accessibility statement with the series' own contact."""
    series = series_or_404(request, slug, now=timezone.now())
    operator = series.controller.name if series.controller else settings.OPERATOR_NAME
    context = {
        "series": series,
        "operator": operator,
        "contact": series.contact_email or settings.OPERATOR_EMAIL,
    }
    return render(request, "site/accessibility.html", context)
