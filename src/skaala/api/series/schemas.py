"""Series and events as programs see them."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema
from pydantic import Field

from skaala.api.http.pages import Paged
from skaala.api.http.schemas import Addresses, Words, addresses, words
from skaala.places.models import Venue
from skaala.series.models import Event, Involvement, ProgrammeItem, Series


class InvolvedOut(Schema):
    """An organisation's part in a series."""

    name: Words
    kind: str
    role: str = Field(description="organiser, commissioner or carries_out")
    url: str


class SeriesOut(Schema):
    """Events that belong together."""

    slug: str = Field(examples=["kevat-2027"])
    organisation: str = Field(description="The short name of the organisation that owns it.")
    status: str = Field(description="draft, scheduled, published or archived")
    languages: list[str]
    title: Words
    short_name: Words
    summary: Words
    introduction: Words = Field(description="Markdown.")
    basis: Words = Field(description="Markdown.")
    instructions: Words = Field(description="Markdown.")
    time_zone: str
    is_simulated: bool = Field(description="Made up to show how the service works.")
    organisers: list[InvolvedOut]
    events: list[str] = Field(description="The slugs of its events, in order of time.")
    publish_at: datetime | None
    published_at: datetime | None
    updated_at: datetime
    pages: Addresses


class SeriesPage(Paged):
    """A page of series."""

    items: list[SeriesOut]


class VenueOut(Schema):
    """A place where people meet."""

    id: int = Field(description="By which an event is moved there.")
    name: Words
    street: str
    postal_code: str
    city: Words
    municipality: str | None = Field(description="Code of Statistics Finland.")
    url: str
    directions: Words


class ProgrammeItemOut(Schema):
    """One line of a programme."""

    start: datetime
    end: datetime | None
    title: Words
    speaker: str


class EventOut(Schema):
    """One dated occasion."""

    slug: str = Field(examples=["tyopaja-1"])
    series: str
    kind: str = Field(description="workshop, closing_event or other")
    number: int | None
    title: Words
    audience: Words
    description: Words = Field(description="Markdown.")
    perspective: str = Field(description="receiver, pioneer, network or everyone")
    start: datetime
    end: datetime
    time_zone: str
    mode: str = Field(description="online, onsite or hybrid")
    venue: VenueOut | None
    platform: str
    capacity_online: int | None = Field(description="Null: any number.")
    capacity_onsite: int | None = Field(description="Null: any number.")
    registration_opens: datetime | None
    registration_closes: datetime | None
    by_invitation: bool
    has_catering: bool
    is_recorded: bool
    status: str = Field(description="scheduled or cancelled")
    cancel_reason: Words
    programme_pending: bool
    programme: list[ProgrammeItemOut]
    updated_at: datetime
    pages: Addresses


class EventList(Schema):
    """All events of a series, in order of time."""

    items: list[EventOut]


class ModePlaces(Schema):
    """One way of attending."""

    mode: str = Field(description="online or onsite")
    is_full: bool = Field(description="Whoever registers comes on the waiting list.")


class Places(Schema):
    """Whether people can register."""

    registration: str = Field(
        description="unpublished, not_yet, open, by_invitation, closed, past or cancelled"
    )
    closes_at: datetime
    modes: list[ModePlaces]


class ModeCountOut(Schema):
    """How an event stands one way of attending."""

    event: str
    mode: str
    capacity: int | None
    confirmed: int
    waiting: int


class Counts(Schema):
    """How many have registered for each event."""

    items: list[ModeCountOut]


def series_out(series: Series) -> SeriesOut:
    return SeriesOut(
        slug=series.slug,
        organisation=series.tenant.slug,
        status=series.status,
        languages=list(series.offered),
        title=words(series.title),
        short_name=words(series.short_name),
        summary=words(series.summary),
        introduction=words(series.introduction),
        basis=words(series.basis),
        instructions=words(series.instructions),
        time_zone=series.time_zone,
        is_simulated=series.is_simulated,
        organisers=[_involved(one) for one in series.involvements.all()],
        events=[event.slug for event in series.events.all()],
        publish_at=series.publish_at,
        published_at=series.published_at,
        updated_at=series.updated_at,
        pages=addresses("site:series", series.slug, tenant=series.tenant, languages=series.offered),
    )


def _involved(one: Involvement) -> InvolvedOut:
    found = one.organisation
    return InvolvedOut(name=words(found.name), kind=found.kind, role=one.role, url=found.url)


def event_out(event: Event) -> EventOut:
    series = event.series
    return EventOut(
        slug=event.slug,
        series=series.slug,
        kind=event.kind,
        number=event.number,
        title=words(event.title),
        audience=words(event.audience),
        description=words(event.description),
        perspective=event.perspective,
        start=event.start,
        end=event.end,
        time_zone=event.time_zone,
        mode=event.mode,
        venue=_venue(event.venue) if event.venue else None,
        platform=event.platform,
        capacity_online=event.capacity_online,
        capacity_onsite=event.capacity_onsite,
        registration_opens=event.registration_opens,
        registration_closes=event.registration_closes,
        by_invitation=event.by_invitation,
        has_catering=event.has_catering,
        is_recorded=event.is_recorded,
        status=event.status,
        cancel_reason=words(event.cancel_reason),
        programme_pending=event.programme_pending,
        programme=[_item(one) for one in event.programme.all()],
        updated_at=event.updated_at,
        pages=addresses(
            "site:event", series.slug, event.slug, tenant=series.tenant, languages=series.offered
        ),
    )


def _venue(venue: Venue) -> VenueOut:
    return VenueOut(
        id=venue.pk,
        name=words(venue.name),
        street=venue.street,
        postal_code=venue.postal_code,
        city=words(venue.city),
        municipality=venue.municipality_id,
        url=venue.url,
        directions=words(venue.directions),
    )


def _item(one: ProgrammeItem) -> ProgrammeItemOut:
    return ProgrammeItemOut(start=one.start, end=one.end, title=words(one.title), speaker=one.speaker)
