"""Copying a series to new dates."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skaala.demo.load import first_day_of_copy, load_demo
from skaala.series import operations
from skaala.series.models import ProgrammeItem, Series
from tests.cast import TODAY, a_registration, a_series, an_event, texts

pytestmark = pytest.mark.django_db
HELSINKI = ZoneInfo("Europe/Helsinki")


def the_2023_series() -> Series:
    from skaala.demo import series_2023

    load_demo(now=datetime(2026, 11, 24, 12, 0, tzinfo=HELSINKI), people=0, boards=False)
    return Series.objects.get(slug=series_2023.SLUG)


def test_easter_monday_is_warned_of_and_the_demo_takes_another_week():
    series = the_2023_series()
    days = (date(2027, 3, 29) - date(2023, 3, 27)).days
    warnings = operations.warn_of_holidays(series=series, days=days)
    assert [(w.event.slug, w.day) for w in warnings] == [("tyopaja-1", date(2027, 3, 29))]
    assert warnings[0].holiday.as_dict() == {
        "fi": "Toinen pääsiäispäivä",
        "sv": "Annandag påsk",
        "en": "Easter Monday",
    }
    assert first_day_of_copy(series, today=date(2026, 11, 24)) == date(2027, 4, 5)


def test_weekdays_times_and_deadlines_move_along():
    copy = Series.objects.get(copied_from=the_2023_series())
    seen = [
        (
            event.start.astimezone(HELSINKI).strftime("%a %-d.%-m.%Y %H:%M"),
            event.end.astimezone(HELSINKI).strftime("%H:%M"),
            event.registration_closes
            and event.registration_closes.astimezone(HELSINKI).strftime("%a %-d.%-m. %H:%M"),
            event.mode,
        )
        for event in copy.events.all()
    ]
    assert seen == [
        ("Mon 5.4.2027 13:00", "15:00", "Mon 5.4. 00:00", "online"),
        ("Wed 7.4.2027 13:00", "15:00", "Wed 7.4. 00:00", "online"),
        ("Thu 8.4.2027 09:00", "11:00", "Thu 8.4. 00:00", "online"),
        ("Wed 19.5.2027 10:00", "15:00", None, "hybrid"),
    ]


def test_texts_come_along_and_people_and_secrets_do_not():
    series = a_series(introduction=texts("Why"))
    event = an_event(series, 1)
    ProgrammeItem.objects.create(event=event, start=event.start, title=texts("Welcome"))
    a_registration(series)
    copy = operations.copy_series(series=series, slug="autumn", days=7)
    copied = copy.events.get()
    assert (copy.status, copy.introduction, copy.published_at) == ("draft", texts("Why"), None)
    assert (copied.title, copied.join_url, copied.start) == (event.title, "", event.start + timedelta(days=7))
    assert copied.uid != series.events.get().uid
    assert copied.programme.get().start == event.start + timedelta(days=7)
    assert (copy.registrations.count(), series.registrations.count(), series.events.count()) == (0, 1, 1)


def test_a_copy_over_the_change_of_clocks_keeps_the_clock():
    series = a_series()
    start = datetime(2030, 3, 25, 13, 0, tzinfo=HELSINKI)  # winter time; the clocks change on 31.3.
    an_event(series, 1, now=TODAY, start=start, end=start + timedelta(hours=2), registration_closes=None)
    copy = operations.copy_series(series=series, slug="later", days=14)
    moved = copy.events.get().start.astimezone(HELSINKI)
    assert (moved.hour, moved.date(), moved.utcoffset()) == (13, date(2030, 4, 8), timedelta(hours=3))
