"""Next year's series from last year's."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from skaala.series import queries, rules
from skaala.series.models import Event, Involvement, Material, ProgrammeItem, Series
from skaala.series.operations.save_series import AddressTaken
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts


@dataclass(frozen=True)
class HolidayWarning:
    """An event that would fall on a public holiday in Finland; the name is in each language."""

    event: Event
    day: date
    holiday: Texts


def days_between(series: Series, first_day: date) -> int:
    """Return by how many days all dates move when the first event is to be on ``first_day``."""
    first = series.events.order_by("start").first()
    return (first_day - first.start.astimezone(first.zone).date()).days if first else 0


def warn_of_holidays(*, series: Series, days: int) -> list[HolidayWarning]:
    """Return the events of ``series`` that would fall on a Finnish public holiday when moved by ``days``."""
    import holidays  # large, and needed where a series is copied alone

    found = []
    for event in series.events.all():
        day = rules.move(event.start, days=days, zone=event.zone).date()
        if day in holidays.country_holidays("FI", years=day.year):
            names = {code: _holiday(day, locale) for code, locale in _languages_of_holidays().items()}
            found.append(HolidayWarning(event, day, Texts(**names)))
    return found


def _languages_of_holidays() -> dict[str, str]:
    """Return by which locale the holidays' library says each of our languages, as far as it knows them."""
    import holidays

    known = holidays.country_holidays("FI").supported_languages
    return {
        code: locale
        for code in LANGUAGES
        if (locale := next((one for one in known if one.partition("_")[0] == code), ""))
    }


def _holiday(day: date, locale: str) -> str:
    import holidays

    return str(holidays.country_holidays("FI", years=day.year, language=locale).get(day, ""))


@dataclass(frozen=True)
class PlannedEvent:
    """An event of the series to be copied, with the dates that its copy would have."""

    event: Event
    start: datetime
    end: datetime
    registration_opens: datetime | None
    closes: datetime
    holiday: HolidayWarning | None


@dataclass(frozen=True)
class CopyPlan:
    """What :func:`copy_series` would make: by how many days all moves, the events, and a free address."""

    days: int
    events: list[PlannedEvent]
    slug: str

    @property
    def warnings(self) -> list[HolidayWarning]:
        return [planned.holiday for planned in self.events if planned.holiday]


def plan_copy(*, series: Series, first_day: date) -> CopyPlan:
    """Return what a copy with its first event on ``first_day`` would look like; changes nothing."""
    days = days_between(series, first_day)
    warnings = {warning.event.pk: warning for warning in warn_of_holidays(series=series, days=days)}
    planned = []
    for event in series.events.all():
        zone = event.zone
        opens = event.registration_opens
        planned.append(
            PlannedEvent(
                event=event,
                start=rules.move(event.start, days=days, zone=zone),
                end=rules.move(event.end, days=days, zone=zone),
                registration_opens=rules.move(opens, days=days, zone=zone) if opens else None,
                closes=rules.move(rules.closes_at(event), days=days, zone=zone),
                holiday=warnings.get(event.pk),
            )
        )
    return CopyPlan(days, planned, queries.free_series_slug(rules.next_slug(series.slug, first_day.year)))


@transaction.atomic
def copy_series(*, series: Series, slug: str, days: int) -> Series:
    """
    Make a draft with the same texts, events, programme and lasting materials, all dates moved by ``days``.

    Times of day stay as they are on the clocks of each event's zone. People, seats, emails, news and join links stay behind.

    :raises AddressTaken: if another series has the address ``slug``
    """
    if Series.objects.filter(slug=slug).exists():
        raise AddressTaken
    events = list(series.events.all())
    involvements = list(series.involvements.all())
    materials = list(series.materials.filter(event=None, file=""))
    original = series.pk
    copy = Series.objects.get(pk=original)
    copy.pk = None
    copy._state.adding = True
    copy.slug = slug
    copy.status = Series.Status.DRAFT
    copy.publish_at = copy.published_at = copy.archived_at = None
    copy.copied_from_id = original
    copy.notice_version = 1
    try:
        copy.save()
    except IntegrityError as error:
        raise AddressTaken from error
    Involvement.objects.bulk_create(
        Involvement(series=copy, organisation_id=part.organisation_id, role=part.role, order=part.order)
        for part in involvements
    )
    Material.objects.bulk_create(
        Material(series=copy, title=item.title, url=item.url, visible_from=None) for item in materials
    )
    for event in events:
        _copy_event(event, into=copy, days=days)
    return copy


def _copy_event(event: Event, *, into: Series, days: int) -> None:
    programme = list(event.programme.all())
    zone = event.zone

    def moved(instant: datetime | None) -> datetime | None:
        return None if instant is None else rules.move(instant, days=days, zone=zone)

    event.pk = None
    event._state.adding = True
    event.uid = uuid.uuid4()
    event.sequence = 0
    event.series = into
    event.join_url = ""
    event.status, event.cancelled_at, event.cancel_reason = Event.Status.SCHEDULED, None, Texts()
    event.rescheduled_from = None
    event.capacity_online = event.capacity_onsite = None
    event.start = rules.move(event.start, days=days, zone=zone)
    event.end = rules.move(event.end, days=days, zone=zone)
    event.registration_opens = moved(event.registration_opens)
    event.registration_closes = moved(event.registration_closes)
    event.save()
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            event=event,
            start=rules.move(item.start, days=days, zone=zone),
            end=moved(item.end),
            title=item.title,
            speaker=item.speaker,
        )
        for item in programme
    )
