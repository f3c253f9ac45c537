"""From what was read of an announcement to a draft: instants, deadlines, platforms, places and programmes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from skaala.announcement import read_announcement
from skaala.series.rules import drafting
from skaala.series.rules.drafts import DraftedEvent

HELSINKI = ZoneInfo("Europe/Helsinki")


def the_events(text: str) -> tuple[DraftedEvent, ...]:
    return drafting.draft_series(read_announcement(text, published=date(2030, 1, 7))).events


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        (None, None),
        ("2030-03-27T13:30", datetime(2030, 3, 27, 11, 30, tzinfo=UTC)),
        ("2030-03-27", datetime(2030, 3, 26, 22, 0, tzinfo=UTC)),
        # In the night the clocks are set forward there is no 3:30; the day is known and begins at midnight.
        ("2030-03-31T03:30", datetime(2030, 3, 30, 22, 0, tzinfo=UTC)),
        ("2030-03-31T04:00", datetime(2030, 3, 31, 1, 0, tzinfo=UTC)),
    ],
)
def test_registration_opens_at_an_instant_or_with_the_day(written, instant):
    assert drafting.opening(written) == instant


START = datetime(2030, 3, 27, 13, 0, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("written", "start", "instant"),
    [
        (None, START, None),
        ("2030-03-26T12:00", START, datetime(2030, 3, 26, 12, 0, tzinfo=HELSINKI)),
        ("2030-03-26", START, datetime(2030, 3, 27, 0, 0, tzinfo=HELSINKI)),
        ("2030-03-27", START, START),  # on the day of the event: until it starts
        ("2030-03-27", START.date(), datetime(2030, 3, 28, 0, 0, tzinfo=HELSINKI)),
        ("2030-03-27", None, datetime(2030, 3, 28, 0, 0, tzinfo=HELSINKI)),
        ("2030-03-30", None, datetime(2030, 3, 31, 0, 0, tzinfo=HELSINKI)),
        ("2030-03-31", None, datetime(2030, 4, 1, 0, 0, tzinfo=HELSINKI)),
    ],
)
def test_registration_closes_at_an_instant_or_with_the_end_of_the_day(written, start, instant):
    assert drafting.closing(written, start) == instant


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("Toinen linja 14 FIN-00530 Helsinki, Suomi", ("Toinen linja 14", "00530", "Helsinki")),
        ("Storagatan 8, AX-22100 Mariehamn.", ("Storagatan 8", "22100", "Mariehamn")),
        ("  Toinen   linja 14,\n00530  Helsinki ", ("Toinen linja 14", "00530", "Helsinki")),
        ("Toinen linja 14, 00530", ("Toinen linja 14", "00530", "")),
        ("(Kauppakatu 7, Vaasa)", ("Kauppakatu 7", "", "Vaasa")),
        ("Kuntatalo, Toinen linja 14, Helsinki", ("Kuntatalo, Toinen linja 14", "", "Helsinki")),
        ("PL 123456 Helsinki", ("PL 123456 Helsinki", "", "")),  # six figures are no postal code
        ("Finland", ("", "", "")),
    ],
)
def test_addresses_as_people_write_them(address, parts):
    assert drafting.split_address(address) == parts


@pytest.mark.parametrize(
    ("beside", "platform"),
    [
        ("(Teams)", "Teams"),
        ("(Zoom)", "Zoom"),
        ("(Google Meet)", "Google Meet"),
        ("(Howspace)", "Howspace"),
    ],
)
def test_the_platform_is_the_one_that_is_named(beside, platform):
    (event,) = the_events(f"1. Työpaja 27.3. klo 13–15 Kiertotalous {beside}")
    assert (event.mode, event.platform) == ("online", platform)


def test_what_a_workshop_is_drafted_as():
    (event,) = the_events("2. Työpaja 27.3. klo 13–15 Kiertotalous (Teams)")
    assert (event.kind, event.number, event.perspective) == ("workshop", 2, "everyone")
    assert (event.start, event.end) == (START, START.replace(hour=15))
    assert (event.venue_name, event.venue_address, event.programme_pending) == ("", "", False)


def test_a_programme_to_come_belongs_to_the_event_before_it():
    first, second = the_events(
        "1. Työpaja 27.3. klo 13–15 Kiertotalous (Teams)\n"
        "2. Työpaja 3.4. klo 13–15 Liikkuminen (Teams). Ohjelma tarkentuu myöhemmin.\n"
    )
    assert (first.programme_pending, second.programme_pending) == (False, True)


@pytest.mark.parametrize(
    "words",
    [
        "Ohjelma julkaistaan myöhemmin.",
        "Programmet preciseras senare.",
        "The programme will be confirmed later.",
    ],
)
def test_a_programme_to_come_that_is_spoken_of_first_is_that_of_all(words):
    events = the_events(
        f"{words}\n\n1. Työpaja 27.3. klo 13–15 Kiertotalous (Teams)\n2. Työpaja 3.4. klo 13–15 Liikkuminen (Teams)\n"
    )
    assert [event.programme_pending for event in events] == [True, True]
