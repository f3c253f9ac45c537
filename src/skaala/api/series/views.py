"""Reading series, events, places and counts."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from skaala.api.http.caller import caller_of, event_or_problem, readable, series_or_problem
from skaala.api.http.pages import Page, page_of
from skaala.api.series import schemas
from skaala.people.rules import Scope
from skaala.registration.queries import counts_by_event, full_modes
from skaala.series.queries import registration_window
from skaala.series.rules import closes_at

router = Router(tags=["series"])


@router.get("/series", response=schemas.SeriesPage, operation_id="list_series")
def list_series(request: HttpRequest, page: Page, organisation: str = "") -> schemas.SeriesPage:
    found = readable(request)
    if organisation:
        found = found.filter(tenant__slug=organisation)
    rows, cursor = page_of(found, page)
    return schemas.SeriesPage(items=[schemas.series_out(one) for one in rows], next_cursor=cursor)


@router.get("/series/{slug:series}", response=schemas.SeriesOut, operation_id="get_series")
def get_series(request: HttpRequest, series: str) -> schemas.SeriesOut:
    return schemas.series_out(series_or_problem(request, series))


@router.get("/series/{slug:series}/events", response=schemas.EventList, operation_id="list_events")
def list_events(request: HttpRequest, series: str) -> schemas.EventList:
    found = series_or_problem(request, series)
    return schemas.EventList(items=[schemas.event_out(event) for event in found.events.all()])


@router.get("/series/{slug:series}/events/{slug:event}", response=schemas.EventOut, operation_id="get_event")
def get_event(request: HttpRequest, series: str, event: str) -> schemas.EventOut:
    return schemas.event_out(event_or_problem(request, series, event))


@router.get(
    "/series/{slug:series}/events/{slug:event}/places", response=schemas.Places, operation_id="get_places"
)
def get_places(request: HttpRequest, series: str, event: str) -> schemas.Places:
    found = event_or_problem(request, series, event)
    full = full_modes([found])
    return schemas.Places(
        registration=registration_window(found.series, found, now=caller_of(request).now),
        closes_at=closes_at(found),
        modes=[schemas.ModePlaces(mode=mode, is_full=(found.pk, mode) in full) for mode in found.modes],
    )


@router.get("/series/{slug:series}/counts", response=schemas.Counts, operation_id="get_counts")
def get_counts(request: HttpRequest, series: str) -> schemas.Counts:
    found = series_or_problem(request, series, Scope.SERIES_READ)
    return schemas.Counts(
        items=[
            schemas.ModeCountOut(
                event=one.event.slug,
                mode=mode.mode,
                capacity=mode.capacity,
                confirmed=mode.confirmed,
                waiting=mode.waiting,
            )
            for one in counts_by_event(found)
            for mode in one.shown
        ]
    )
