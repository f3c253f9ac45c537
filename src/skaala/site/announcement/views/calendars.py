"""Calendar files and the Atom feed: what programs read."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from skaala.mail.renderers.calendar import calendar_file
from skaala.people.queries import base_url
from skaala.series.models import Event, Series
from skaala.series.presenters import calendar
from skaala.site.announcement.presenters.pages import holds_until
from skaala.site.http.lookups import event_or_404, series_or_404
from skaala.site.http.page_cache import cache_until, public_cacheable
from skaala.ui.languages import reader_language
from skaala.ui.markdown import to_html


@public_cacheable
def series_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Give all events of a series, to be subscribed to."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    return _calendar(series, list(series.events.all()), f"{slug}.ics", now, feed_name=str(series.title))


@public_cacheable
def event_calendar(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Give one event, to be added to a calendar."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    return _calendar(series, [event_or_404(series, event_slug)], f"{slug}-{event_slug}.ics", now)


@public_cacheable
def series_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the announcement and its updates as an Atom feed."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    base = base_url(series.tenant)
    url = base + reverse("site:series", args=[slug])
    feed = Atom1Feed(
        title=str(series.title),
        link=url,
        description=str(series.summary),
        language=get_language(),
        feed_url=base + request.path,
    )
    for update in series.updates.all():
        if update.published_at <= now:
            feed.add_item(
                title=str(update.title),
                link=f"{url}#update-{update.pk}",
                description=to_html(str(update.body), 3),
                pubdate=update.published_at,
                updateddate=update.published_at,
                unique_id=update.uid.urn,
            )
    published = series.published_at or now
    feed.add_item(
        title=str(series.title),
        link=url,
        description=to_html(str(series.summary), 3),
        pubdate=published,
        updateddate=published,
        unique_id=url,
    )
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    return cache_until(response, holds_until(series, now=now))


def _calendar(
    series: Series, events: list[Event], file_name: str, now: datetime, *, feed_name: str = ""
) -> HttpResponse:
    base = base_url(series.tenant)
    entries = [
        calendar.entry(event, url=base + reverse("site:event", args=[series.slug, event.slug]))
        for event in events
    ]
    content = calendar_file(entries, feed_name=feed_name, language=reader_language())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{file_name}"'
    return cache_until(response, holds_until(series, now=now))
