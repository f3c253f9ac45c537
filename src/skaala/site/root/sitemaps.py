"""What search engines may read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue.models import Action
from skaala.catalogue.queries import ActionFilter, published_actions, theme_counts
from skaala.reports import queries as reports
from skaala.reports.models import Version
from skaala.series import queries
from skaala.series.models import Event, Series
from skaala.ui.languages import LANGUAGES


def _public_series() -> list[Series]:
    """Return the public series without what their pages show."""
    return list(queries.public_series_alone(now=timezone.now()))


class Localised(Sitemap):  # type: ignore[type-arg]  # generic for the type checker alone
    """Pages that exist in every language."""

    i18n = True
    alternates = True

    def series_of(self, item: Any) -> Series | None:
        """Return the series that a page belongs to, whose languages it has."""
        return None

    def get_languages_for_item(self, item: Any) -> list[str]:
        series = self.series_of(item)
        return list(series.offered if series is not None else LANGUAGES)


class Fixed(Localised):
    """Pages that are always there."""

    def items(self) -> list[str]:
        return ["front", "series-list", "actions", "about", "privacy", "accessibility"]

    def location(self, item: str) -> str:
        return reverse(f"site:{item}")


class Organisations(Localised):
    """Organisations with public series."""

    def items(self) -> list[str]:
        return sorted({series.tenant.slug for series in _public_series()})

    def location(self, item: str) -> str:
        return reverse("site:organisation", args=[item])


class Announced(Localised):
    """Public series."""

    def items(self) -> list[Series]:
        return _public_series()

    def location(self, item: Series) -> str:
        return reverse("site:series", args=[item.slug])

    def series_of(self, item: Series) -> Series:
        return item

    def lastmod(self, item: Series) -> datetime:
        return item.updated_at


class Events(Localised):
    """Events of public series."""

    def items(self) -> list[Event]:
        series = {one.pk: one for one in _public_series()}
        events = list(Event.objects.filter(series__in=series).order_by("series_id", "start"))
        for event in events:
            event.series = series[event.series_id]  # read once for all
        return events

    def location(self, item: Event) -> str:
        return reverse("site:event", args=[item.series.slug, item.slug])

    def series_of(self, item: Event) -> Series:
        return item.series

    def lastmod(self, item: Event) -> datetime:
        return item.updated_at


class Reports(Localised):
    """The latest report of each public series that has one."""

    def items(self) -> list[Version]:
        return reports.latest_versions(_public_series())

    def location(self, item: Version) -> str:
        return reverse("site:report", args=[item.report.series.slug])

    def series_of(self, item: Version) -> Series:
        return item.report.series

    def lastmod(self, item: Version) -> datetime:
        return item.replaced_at or item.published_at


class Actions(Localised):
    """Published actions."""

    def items(self) -> list[Action]:
        return list(published_actions())

    def location(self, item: Action) -> str:
        return reverse("site:action", args=[item.slug])

    def lastmod(self, item: Action) -> datetime:
        return item.updated_at


class Themes(Localised):
    """Themes with published actions."""

    def items(self) -> list[str]:
        return [theme for theme, number in theme_counts(ActionFilter()).items() if number]

    def location(self, item: str) -> str:
        return reverse("site:theme", args=[item])


SITEMAPS = {
    "pages": Fixed,
    "organisations": Organisations,
    "series": Announced,
    "events": Events,
    "reports": Reports,
    "actions": Actions,
    "themes": Themes,
}
