"""What search engines may read."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone

from skaala.reports import queries as reports
from skaala.reports.models import Version
from skaala.series import queries
from skaala.series.models import Event, Series


class Fixed(Sitemap):
    """Pages that are always there."""

    i18n = True
    alternates = True

    def items(self) -> list[str]:
        return ["front", "about", "privacy", "accessibility"]

    def location(self, item: str) -> str:
        return reverse(f"site:{item}")


class Announced(Sitemap):
    """Public series."""

    i18n = True
    alternates = True

    def items(self) -> list[Series]:
        return queries.public_series(now=timezone.now())

    def location(self, item: Series) -> str:
        return reverse("site:series", args=[item.slug])

    def lastmod(self, item: Series) -> datetime:
        return item.updated_at


class Events(Sitemap):
    """Events of public series."""

    i18n = True
    alternates = True

    def items(self) -> list[Event]:
        return [
            event for series in queries.public_series(now=timezone.now()) for event in series.events.all()
        ]

    def location(self, item: Event) -> str:
        return reverse("site:event", args=[item.series.slug, item.slug])

    def lastmod(self, item: Event) -> datetime:
        return item.updated_at


class Reports(Sitemap):
    """The latest report of each public series that has one."""

    i18n = True
    alternates = True

    def items(self) -> list[Version]:
        return reports.latest_versions(queries.public_series(now=timezone.now()))

    def location(self, item: Version) -> str:
        return reverse("site:report", args=[item.report.series.slug])

    def lastmod(self, item: Version) -> datetime:
        return item.replaced_at or item.published_at


SITEMAPS = {"pages": Fixed, "series": Announced, "events": Events, "reports": Reports}
