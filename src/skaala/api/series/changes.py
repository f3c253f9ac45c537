"""Changing series and events, through the operations of the organiser pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from ninja import Status

from skaala.api.http.caller import caller_of, event_or_problem, series_or_problem, tenant_or_problem
from skaala.api.http.changing import check_seen, once
from skaala.api.http.problems import Problem
from skaala.api.http.texts_in import check_fields, texts
from skaala.api.series import schemas, sent
from skaala.api.series.messages import NO_SUCH_LANGUAGE, NO_SUCH_VENUE, NOT_NOW, PROBLEMS, SEATS_TAKEN
from skaala.api.series.views import router
from skaala.people.rules import Scope
from skaala.registration.operations import UnableToSetCapacity, change_event
from skaala.series import operations, queries
from skaala.series.models import Event, Series
from skaala.ui.languages import DEFAULT_LANGUAGE, LANGUAGES
from skaala.ui.texts import Texts

ONE = "/series/{slug:series}"
EVENTS = ONE + "/events"
FILLED_IN = ("slug", "series", "tenant", "venue")


@router.post("/series", response={201: schemas.SeriesOut}, operation_id="create_series")
def create_series(request: HttpRequest, body: sent.SeriesIn) -> Status[schemas.SeriesOut]:
    tenant = tenant_or_problem(request, Scope.SERIES_WRITE)
    series = Series(tenant=tenant, languages=_languages(body, tenant.offered))
    _fill_in(series, body.model_dump(exclude_unset=True, exclude={"languages"}))

    def make() -> str:
        series.slug = queries.free_series_slug(series.title.for_reader(DEFAULT_LANGUAGE).text)
        check_fields(series, but=FILLED_IN)
        made = operations.save_series(series=series)
        caller_of(request).note(made, Scope.SERIES_WRITE)
        return made.slug

    made = once(request, make, lambda slug: schemas.series_out(_read(slug)))
    return Status(201, made)


@router.patch(ONE, response=schemas.SeriesOut, operation_id="change_series")
def change_series(request: HttpRequest, series: str, body: sent.SeriesChange) -> schemas.SeriesOut:
    with transaction.atomic():
        found = _locked(request, series, Scope.SERIES_WRITE)
        check_seen(request, schemas.series_out(found))
        _fill_in(found, body.model_dump(exclude_unset=True))
        check_fields(found, but=FILLED_IN)
        operations.save_series(series=found)
    return schemas.series_out(_read(series))


@router.post(ONE + "/publish", response=schemas.SeriesOut, operation_id="publish_series")
def publish_series(request: HttpRequest, series: str, body: sent.Appearance) -> schemas.SeriesOut:
    found, now = series_or_problem(request, series, Scope.SERIES_PUBLISH), caller_of(request).now
    try:
        if body.at is None:
            operations.publish(series=found, now=now)
        else:
            operations.schedule(series=found, publish_at=body.at, now=now)
    except operations.UnableToChangeStatus as refusal:
        raise Problem("not-now", str(NOT_NOW[refusal.reason])) from None
    return schemas.series_out(_read(series))


@router.post(EVENTS, response={201: schemas.EventOut}, operation_id="create_event")
def create_event(request: HttpRequest, series: str, body: sent.EventIn) -> Status[schemas.EventOut]:
    found, now = series_or_problem(request, series, Scope.SERIES_WRITE), caller_of(request).now
    event = Event(series=found, time_zone=found.time_zone)

    def make() -> str:
        _change(event, body, now=now)
        return event.slug

    return Status(201, once(request, make, lambda slug: _shown(series, slug)))


@router.patch(EVENTS + "/{slug:event}", response=schemas.EventOut, operation_id="change_event")
def change_one_event(
    request: HttpRequest, series: str, event: str, body: sent.EventChange
) -> schemas.EventOut:
    with transaction.atomic():
        _locked(request, series, Scope.SERIES_WRITE)
        found = event_or_problem(request, series, event, Scope.SERIES_WRITE)
        check_seen(request, schemas.event_out(found))
        _change(found, body, now=caller_of(request).now)
    return _shown(series, event)


def _change(event: Event, body: sent.EventChange, *, now: datetime) -> None:
    """
    Save an event with what was sent.

    :raises Problem: with all that is wrong; nothing is saved
    """
    says = body.model_dump(exclude_unset=True)
    capacities = {
        mode: says.pop(f"capacity_{mode}", event.capacity_of(mode)) for mode in ("online", "onsite")
    }
    if "venue" in says:
        event.venue = _venue(event.series, says.pop("venue"))
    _fill_in(event, says)
    if event.pk is None:
        if event.kind == Event.Kind.WORKSHOP and event.number is None:
            event.number = queries.next_number(event.series)
        event.slug = queries.free_event_slug(event.series, event)
    check_fields(event, but=FILLED_IN)
    try:
        change_event(event=event, capacities=capacities, now=now)
    except operations.InvalidEvent as refusal:
        errors = [
            {"pointer": f"/body/{PROBLEMS[each][0]}", "detail": str(PROBLEMS[each][1])}
            for each in refusal.problems
        ]
        raise Problem("invalid", errors=errors) from None
    except UnableToSetCapacity as refusal:
        detail = str(SEATS_TAKEN) % {"number": refusal.seated}
        raise Problem("not-now", detail) from None


def _fill_in(record: Any, says: dict[str, Any]) -> None:
    for name, value in says.items():
        setattr(record, name, texts(value) if isinstance(getattr(record, name), Texts) else value)


def _languages(body: sent.SeriesIn, usual: tuple[str, ...]) -> list[str]:
    if body.languages is None:
        return list(usual)
    chosen = [code for code in LANGUAGES if code in body.languages]
    if not chosen or set(body.languages) - set(LANGUAGES):
        detail = str(NO_SUCH_LANGUAGE) % {"languages": ", ".join(LANGUAGES)}
        raise Problem("invalid", errors=[{"pointer": "/body/languages", "detail": detail}])
    return chosen


def _venue(series: Series, number: int | None) -> Any:
    if number is None:
        return None
    found = series.tenant.venues.filter(pk=number).first()
    if found is None:
        detail = str(NO_SUCH_VENUE)
        raise Problem("invalid", errors=[{"pointer": "/body/venue", "detail": detail}])
    return found


def _locked(request: HttpRequest, slug: str, scope: Scope) -> Series:
    """Return a series that nobody else changes before the transaction is over."""
    found = series_or_problem(request, slug, scope)
    Series.objects.select_for_update(no_key=True).get(pk=found.pk)
    return series_or_problem(request, slug, scope)


def _read(slug: str) -> Series:
    found = queries.find_series(slug)
    if found is None:
        raise Problem("not-found")
    return found


def _shown(series: str, slug: str) -> schemas.EventOut:
    found = _read(series)
    return next(schemas.event_out(one) for one in found.events.all() if one.slug == slug)
