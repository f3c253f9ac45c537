"""Making a series of what an announcement drafted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction

from skaala.people.models import Organisation, Tenant
from skaala.people.operations import add_organisation
from skaala.places.models import Venue
from skaala.series import queries
from skaala.series.models import Event, Involvement, Series
from skaala.series.operations.change_event import InvalidEvent, save_event
from skaala.series.operations.save_series import Part, save_series
from skaala.series.rules.drafting import split_address
from skaala.series.rules.drafts import DraftedEvent, DraftedSeries, Hindrance, lacks
from skaala.ui.offered import known_among
from skaala.ui.texts import Texts

# Any number that no other advisory lock of ours has; drafts are few, so one lock for all will do.
LOCK = 7_202_311


class UnableToSaveDraft(Exception):
    """The draft is not whole or does not hold together; ``hindrances`` says all of it. Nothing has been saved."""

    def __init__(self, hindrances: list[Hindrance]) -> None:
        super().__init__(", ".join(hindrance.what for hindrance in hindrances))
        self.hindrances = hindrances


@transaction.atomic
def save_draft(*, drafted: DraftedSeries, tenant: Tenant, now: datetime) -> Series:
    """
    Save a drafted series with its events as a draft that only the desk sees.

    Organisations and venues that ``tenant`` knows by their names are taken, the others are made. Dates may be past: a series
    may be entered after the fact; see :func:`skaala.series.rules.drafts.past_events`.

    :raises UnableToSaveDraft: with all that is missing or does not hold together; nothing is saved
    :raises AddressTaken: if somebody took the same address in the same moment; try again
    """
    hindrances = lacks(drafted)
    if hindrances:
        raise UnableToSaveDraft(hindrances)
    # One after another, so that two drafts do not make the same organisation, venue or address.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    series = save_series(
        series=Series(
            tenant=tenant,
            slug=queries.free_series_slug(drafted.title),
            # What is written is offered, whatever else is.
            languages=list(known_among([drafted.language, *(drafted.languages or tenant.languages)])),
            title=_in(drafted.language, drafted.title),
            time_zone="Europe/Helsinki",
        ),
        parts=[
            Part(organisation, Involvement.Role.ORGANISER)
            for organisation in _organisations(tenant, drafted.organisers, language=drafted.language)
        ],
    )
    for place, event in enumerate(drafted.events):
        try:
            _save_event(series, event, language=drafted.language, now=now)
        except InvalidEvent as refusal:
            hindrances += [Hindrance(problem, place) for problem in refusal.problems]
    if hindrances:
        raise UnableToSaveDraft(hindrances)
    return series


def _save_event(series: Series, drafted: DraftedEvent, *, language: str, now: datetime) -> None:
    assert isinstance(drafted.start, datetime)
    assert isinstance(drafted.end, datetime)
    event = Event(
        series=series,
        kind=drafted.kind,
        number=drafted.number,
        title=_in(language, drafted.title),
        audience=_in(language, drafted.audience),
        perspective=drafted.perspective,
        start=drafted.start,
        end=drafted.end,
        time_zone=series.time_zone,
        mode=drafted.mode,
        platform=drafted.platform,
        registration_opens=drafted.registration_opens,
        registration_closes=drafted.registration_closes,
        programme_pending=drafted.programme_pending,
    )
    new_venue = None
    if event.offers_onsite:
        event.venue, new_venue = _venue(series.tenant, drafted, language=language)
    event.slug = queries.free_event_slug(series, event)
    save_event(event=event, now=now, may_be_past=True, new_venue=new_venue)


def _in(language: str, words: str) -> Texts:
    return Texts(**{language: words.strip()})


def _organisations(tenant: Tenant, names: Iterable[str], *, language: str) -> list[Organisation]:
    known = {
        _folded(name): organisation
        for organisation in tenant.organisations.order_by("-id")
        for name in organisation.name.as_dict().values()
    }
    found: list[Organisation] = []
    for name in names:
        if not name.strip():
            continue
        if _folded(name) not in known:
            made = add_organisation(organisation=Organisation(tenant=tenant, name=_in(language, name)))
            known[_folded(name)] = made
        found.append(known[_folded(name)])
    return found


def _venue(tenant: Tenant, drafted: DraftedEvent, *, language: str) -> tuple[Venue | None, Venue | None]:
    """Return the venue known by this name and address, or else one to be made; neither where nothing is said."""
    name, (street, postal_code, city) = drafted.venue_name.strip(), split_address(drafted.venue_address)
    if not name and not street:
        return None, None
    known = [
        venue
        for venue in tenant.venues.order_by("id")
        if (not name or _folded(name) in map(_folded, venue.name.as_dict().values()))
        and (not street or _folded(street) == _folded(venue.street))
        and (not postal_code or not venue.postal_code or postal_code == venue.postal_code)
    ]
    if len(known) == 1:
        return known[0], None
    return None, Venue(
        name=_in(language, name or street), street=street, postal_code=postal_code, city=_in(language, city)
    )


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
