"""Pages of plain words: about, privacy, accessibility."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib.metadata import version
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.catalogue.rules.reporting import REPORTER_KEPT_DAYS
from skaala.places.queries import municipalities as places
from skaala.registration.messages import names_of_data
from skaala.series import queries
from skaala.series.messages import owner_in_notice, who_answers
from skaala.series.models import Series
from skaala.site.announcement.presenters.pages import forget_day, holds_until
from skaala.site.http.lookups import series_or_404
from skaala.site.http.page_cache import cache_until, public_cacheable
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.workshops.operations.transcripts import KEPT_DAYS

# The accessibility statement (EU 2018/1523): when it was written, and when what it says was last looked at.
PREPARED, REVIEWED = date(2026, 11, 24), date(2026, 11, 29)
NAMED = 100
"""Series whose notices the page about privacy leads to; each series' own pages lead to theirs."""
FOR_GOOD = datetime.max.replace(tzinfo=UTC)  # as long as nobody changes anything


@public_cacheable
def about(request: HttpRequest) -> HttpResponse:
    """Say what Skaala is and whose facts it shows."""
    context = {"version": version("skaala"), "networks": places.networks()}
    return cache_until(render(request, "site/pages/about.html", context), FOR_GOOD)


@public_cacheable
def privacy(request: HttpRequest) -> HttpResponse:
    """Say in general how personal data are treated, and lead to each series' own notice."""
    now = timezone.now()
    context = {
        "all_series": queries.public_series_alone(now=now).order_by("-created_at")[:NAMED],
        "reporter_days": REPORTER_KEPT_DAYS,
        "operator": settings.OPERATOR_NAME,
        "operator_email": settings.OPERATOR_EMAIL,
        "log_days": settings.LOG_DAYS,
        "backup_days": settings.BACKUP_DAYS,
    }
    return cache_until(
        render(request, "site/pages/privacy.html", context), queries.next_publication(now=now) or FOR_GOOD
    )


@public_cacheable
def accessibility(request: HttpRequest) -> HttpResponse:
    """Give the accessibility statement of the service."""
    context = _statement(None, settings.OPERATOR_NAME, settings.OPERATOR_EMAIL)
    return cache_until(render(request, "site/pages/accessibility.html", context), FOR_GOOD)


@public_cacheable
def series_privacy(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the privacy notice of one series, which names its controller."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    context = {
        "series": series,
        "partners": [
            (one, who_answers(one, owner=owner_in_notice(one))) for one in queries.partners_of(series)
        ],
        "former_partners": queries.former_partners_of(series),
        "forget_on": forget_day(series),
        "data_names": names_of_data(),
        "operator": settings.OPERATOR_NAME,
        "operator_email": settings.OPERATOR_EMAIL,
        "operator_processors": settings.OPERATOR_PROCESSORS,
        "log_days": settings.LOG_DAYS,
        "backup_days": settings.BACKUP_DAYS,
        "assistant_host": urlsplit(settings.ASSISTANT_URL).hostname or "",
        "transcript_days": KEPT_DAYS,
    }
    return cache_until(
        render(request, "site/pages/series_privacy.html", context), holds_until(series, now=now)
    )


@public_cacheable
def series_accessibility(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the accessibility statement with the series' own contact."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    operator = str(series.controller.name) if series.controller else settings.OPERATOR_NAME
    context = _statement(series, operator, series.contact_email or settings.OPERATOR_EMAIL)
    return cache_until(
        render(request, "site/pages/accessibility.html", context), holds_until(series, now=now)
    )


def _statement(series: Series | None, operator: str, contact: str) -> dict[str, object]:
    language = reader_language()
    return {
        "series": series,
        "operator": operator,
        "contact": contact,
        "site": settings.BASE_URL,
        "prepared": dates.day(PREPARED, language),
        "reviewed": dates.day(REVIEWED, language),
    }
