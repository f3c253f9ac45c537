"""Loading the demo: the 2023 series, its copy in the coming spring, and people who register for it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db import transaction

from skaala.demo import attendance_2023 as attended
from skaala.demo import series_2023 as announced
from skaala.demo.action_of_2023 import load_action_of_2023
from skaala.demo.action_of_a_step import load_action_of_a_step
from skaala.demo.actions import load_actions
from skaala.demo.adoptions import load_adoptions
from skaala.demo.boards import load_boards
from skaala.demo.closing_2023 import load_closing
from skaala.demo.materials_2023 import load_materials
from skaala.demo.people import simulated_sign_ups
from skaala.demo.report import load_report
from skaala.demo.study_2023 import load_study
from skaala.people.models import Organisation
from skaala.people.operations import create_tenant
from skaala.places.models import Venue
from skaala.registration.operations import SignUp, copy_series, register, set_capacity
from skaala.series import operations, rules
from skaala.series.models import Event, Involvement, Series, Update
from skaala.ui.texts import Texts

PEOPLE = 120  # simulated registrations of the coming series
PLACES = 30  # at the second workshop; fewer than would like to come, so that a waiting list can be seen
Progress = Callable[[int, int], None]


def is_loaded() -> bool:
    """Say whether the demo is in the database."""
    return Series.objects.filter(slug=announced.SLUG).exists()


def load_demo(
    *, now: datetime, people: int = PEOPLE, boards: bool = True, progress: Progress = lambda done, of: None
) -> None:
    """
    Load all of the demo that is not there yet.

    :param boards: whether the workshops are held, of which the report is made
    :param progress: told how much is done of how much
    """
    steps = people + 4
    with transaction.atomic():
        past = Series.objects.filter(slug=announced.SLUG).first() or _announce_2023()
        load_study(past)
        if people and past.status == Series.Status.PUBLISHED:
            attended.ask(past)
    progress(1, steps)
    coming = Series.objects.filter(copied_from=past).first()
    if coming is None:
        with transaction.atomic():
            coming = _copy_to_coming_spring(past, now=now)
    progress(2, steps)
    with transaction.atomic():
        load_actions(now=now)
        load_adoptions(now=now)
    if boards:
        load_boards(past=past, coming=coming, now=now)
    progress(3, steps)
    if boards:
        with transaction.atomic():
            load_report(series=past, with_themes=people > 0)
            load_closing(past)
            load_action_of_2023(series=past, now=now)
            load_action_of_a_step(series=past, now=now)
            load_materials(past)
    if past.status == Series.Status.PUBLISHED:
        with transaction.atomic():
            attended.load_attendance(past, people * 3 // 4)
            operations.archive(series=past, now=announced.ARCHIVED)
    progress(4, steps)
    _register_people(coming, people, now=now, progress=lambda done: progress(4 + done, steps))
    progress(steps, steps)


def _announce_2023() -> Series:
    tenant = create_tenant(name=announced.ASSOCIATION.name)
    association, programme, mdi = (
        Organisation.objects.create(tenant=tenant, slug=one.slug, name=one.name, kind=one.kind, url=one.url)
        for one in (announced.ASSOCIATION, announced.PROGRAMME, announced.MDI)
    )
    series = Series.objects.create(
        tenant=tenant,
        slug=announced.SLUG,
        title=announced.TITLE,
        summary=announced.SUMMARY,
        introduction=announced.INTRODUCTION,
        basis=announced.BASIS,
        instructions=announced.INSTRUCTIONS,
        contact_name="Skaala-demo",
        contact_email="skaala@example.org",
        controller=association,
        privacy_details=attended.MADE_UP,
        retention_months=attended.KEPT_FOR,
    )
    role = Involvement.Role
    for order, (organisation, part) in enumerate(
        [
            (association, role.ORGANISER),
            (programme, role.ORGANISER),
            (programme, role.COMMISSIONER),
            (association, role.COMMISSIONER),
            (mdi, role.CARRIES_OUT),
        ]
    ):
        Involvement.objects.create(series=series, organisation=organisation, role=part, order=order)
    venue = Venue.objects.create(
        tenant=tenant,
        name=announced.VENUE_NAME,
        street=announced.VENUE_STREET,
        postal_code=announced.VENUE_POSTAL_CODE,
        city=announced.VENUE_CITY,
        municipality_id="091",
    )
    for one in announced.EVENTS:
        operations.save_event(event=_event(series, one, venue), now=announced.PUBLISHED, may_be_past=True)
    return operations.publish(series=series, now=announced.PUBLISHED)


def _event(series: Series, one: announced.AnnouncedEvent, venue: Venue) -> Event:
    zone = announced.ZONE
    return Event(
        series=series,
        slug=one.slug,
        kind=one.kind,
        number=one.number,
        title=one.title,
        audience=one.audience,
        description=one.description,
        perspective=one.perspective,
        start=datetime.combine(one.day, one.start, tzinfo=zone),
        end=datetime.combine(one.day, one.end, tzinfo=zone),
        mode=one.mode,
        venue=venue if one.mode == "hybrid" else None,
        platform="Teams" if one.mode == "online" else "",
        registration_closes=rules.end_of_day(one.register_by, zone) if one.register_by else None,
        programme_pending=one.kind == "closing_event",
    )


def first_day_of_copy(past: Series, *, today: date) -> date:
    """
    Return the first day of the coming spring's copy: the same weekday nearest to that of 2023, moved on week by week
    while an event would fall on a public holiday. From mid-February on, the coming spring is the next year's.
    """
    first = announced.EVENTS[0].day
    year = today.year if today < date(today.year, 2, 15) else today.year + 1
    day = date(year, first.month, first.day)
    day += timedelta(days=(first.weekday() - day.weekday() + 3) % 7 - 3)
    while operations.warn_of_holidays(series=past, days=(day - first).days):
        day += timedelta(weeks=1)
    return day


def _copy_to_coming_spring(past: Series, *, now: datetime) -> Series:
    day = first_day_of_copy(past, today=now.astimezone(announced.ZONE).date())
    coming = copy_series(
        series=past,
        slug=f"kestavyystoimien-skaalaus-{day.year}",
        days=(day - announced.EVENTS[0].day).days,
        now=now,
    )
    coming.is_simulated = True
    coming.retention_months, coming.privacy_details = 6, Texts()
    coming.introduction = Texts(
        **{
            code: text.replace("2023", str(day.year))
            for code, text in announced.INTRODUCTION.as_dict().items()
        }
    )
    coming.save()
    for event in coming.events.all():
        operations.change_join_link(
            event=event, join_url=f"https://teams.example.org/meet/{event.slug}-{day.year}"
        )
    second = coming.events.get(kind=Event.Kind.WORKSHOP, number=2)
    set_capacity(event=second, capacities={"online": PLACES}, now=now)
    published = now - timedelta(days=20)
    coming = operations.publish(series=coming, now=published)
    Update.objects.create(
        series=coming,
        title=Texts(fi="Ilmoittautuminen on auki", sv="Anmälan är öppen", en="Registration is open"),
        body=Texts(
            fi="Voit ilmoittautua kaikkiin tilaisuuksiin yhdellä lomakkeella. Lopputilaisuuden ohjelma tarkentuu keväällä.",
            sv="Du kan anmäla dig till alla evenemang med en och samma blankett. Programmet för avslutningsseminariet "
            "preciseras under våren.",
            en="You can register for all events with one form. The programme of the closing event will be specified in spring.",
        ),
        published_at=published,
    )
    return coming


def _register_people(series: Series, people: int, *, now: datetime, progress: Callable[[int], None]) -> None:
    """Register simulated people over the last twenty days; the same ones every time."""
    chance = random.Random(2023)  # noqa: S311  not for secrets
    done = series.registrations.filter(is_simulated=True).count()
    if done >= people:
        return
    moments = sorted(
        now - timedelta(minutes=chance.betavariate(1.1, 2.2) * 20 * 24 * 60) for _ in range(people)
    )
    answered = attended.answers(series, random.Random(2027))  # noqa: S311  not for secrets
    for number, (sign_up, moment) in enumerate(
        zip(simulated_sign_ups(series, people, chance), moments, strict=True), 1
    ):
        if number > done:
            said = answered(frozenset(choice.event_id for choice in sign_up.choices))
            request = SignUp(sign_up.details, sign_up.choices, said)
            register(series=series, request=request, now=moment, is_simulated=True)
        progress(number)
