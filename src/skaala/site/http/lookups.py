"""Finding what an address names, or saying that it is not there."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest

from skaala.series import links, queries
from skaala.series.models import Event, Series
from skaala.series.queries import cached_series
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.preview import PARAMETER, NothingIsSaved, show_as_preview


def series_or_404(request: HttpRequest, slug: str, *, now: datetime, tries_form: bool = False) -> Series:
    """
    Return the public series at ``slug``; an unpublished one only with a key in the query, and as it will be.

    :param tries_form: whether the view itself sees to it that a form sent in a preview leaves nothing behind
    :raises NothingIsSaved: if a form is sent in a preview to another view
    """
    found = cached_series.find_public_series(slug, now=now)
    if found is None and (key := request.GET.get(PARAMETER)):
        draft = queries.find_series(slug)
        if draft is not None and (until := links.opens_until(key, draft, now=now)):
            found = show_as_preview(request, draft, key, until)
            if not tries_form and request.method not in {"GET", "HEAD"}:
                raise NothingIsSaved(found)
    if found is None:
        raise Http404
    offer_languages_of(request, found)
    return found


def event_or_404(series: Series, slug: str) -> Event:
    """Return the event at ``slug`` of a series that has been read with its events."""
    for event in series.events.all():
        if event.slug == slug:
            return event
    raise Http404
