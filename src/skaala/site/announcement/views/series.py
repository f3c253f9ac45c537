"""A series' page, and the page of each of its events."""

from __future__ import annotations

from datetime import datetime

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue.presenters.follow_ups import answers_in_words
from skaala.catalogue.presenters.steps import with_actions
from skaala.catalogue.queries.last_series import last_series
from skaala.people.queries import base_url
from skaala.reports import queries as reports
from skaala.reports.commitments import queries as commitments
from skaala.series import queries
from skaala.series.models import Event, Series
from skaala.site.announcement.contexts import Closing, OneEvent
from skaala.site.announcement.presenters.pages import holds_until, series_page
from skaala.site.announcement.presenters.structured_data import event_json, series_json
from skaala.site.http.lookups import event_or_404, series_or_404
from skaala.site.http.page_cache import cache_until, public_cacheable
from skaala.workshops import queries as workshops
from skaala.workshops.rules import can_vote


@public_cacheable
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything the announcement says."""
    now = timezone.now()
    found = series_or_404(request, slug, now=now)
    page = series_page(found, now=now)
    last = last_series(found, now=now)
    context = {
        "page_of": page,
        "series": found,
        "structured_data": series_json(page),
        "webcal_url": _to_subscribe(found),
        "canonical": base_url(found.tenant) + page.url,
        "picture": picture_of(found),
        "updates": [update for update in found.updates.all() if update.published_at <= now],
        "report": reports.latest_version(found),
        "last": last,
        "answers": answers_in_words(last.answers) if last else [],
    }
    return cache_until(render(request, "site/announcement/series.html", context), holds_until(found, now=now))


def picture_of(series: Series) -> str:
    """Return the whole address of the picture that is shown with links to a series."""
    return base_url(series.tenant) + reverse("site:series-picture", args=[series.slug])


def _to_subscribe(series: Series) -> str:
    """The calendar feed's address under the scheme that opens a calendar program."""
    address = base_url(series.tenant).partition("://")[2] + reverse(
        "site:series-calendar", args=[series.slug]
    )
    return f"webcal://{address}"


@public_cacheable
def event(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Show one event with its programme and materials."""
    now = timezone.now()
    found = series_or_404(request, slug, now=now)
    chosen = event_or_404(found, event_slug)
    of_series = series_page(found, now=now)
    page = next(each for each in of_series.events if each.event.pk == chosen.pk)
    context: OneEvent = {
        "page_of": page,
        "event": chosen,
        "series": found,
        "series_page": of_series,
        "materials": [item for item in of_series.materials if item.event_id == chosen.pk],
        "structured_data": event_json(page, of_series),
        "canonical": base_url(found.tenant) + page.url,
        "picture": picture_of(found),
        "has_results": workshops.has_public_results(chosen),
        **_closing(found, chosen, now=now),
    }
    return cache_until(render(request, "site/announcement/event.html", context), holds_until(found, now=now))


def _closing(series: Series, event: Event, *, now: datetime) -> Closing:
    """What a closing event's page shows besides: the live board, the report, and the next steps with who takes part."""
    if event.kind != Event.Kind.CLOSING_EVENT:
        return {}
    board = workshops.find_board_of(event)
    is_public = board is not None and workshops.results_are_public(board)
    return {
        "report": reports.latest_version(series),
        "board": board,
        "board_is_live": board is not None
        and can_vote(board.phase)
        and not board.is_rehearsal
        and not event.is_cancelled,
        "steps": with_actions(commitments.next_steps(board, workshops.published_picture(board)), now=now)
        if board and is_public
        else [],
    }


def material(request: HttpRequest, slug: str, material_id: int) -> HttpResponseBase:
    """Give a file to those who may see it now; always to be saved, so that none runs as a page of ours."""
    now = timezone.now()
    found = series_or_404(request, slug, now=now)
    for item in queries.visible_materials(found, now=now):
        if item.pk == material_id and item.file:
            try:
                return FileResponse(item.file.open(), as_attachment=True)
            except FileNotFoundError:
                break
    raise Http404
