"""What is decided between reading an announcement and saving it; pure."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from skaala.announcement import read_announcement
from skaala.series.rules import drafting, drafts

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)


def the_events(text: str) -> tuple[drafts.DraftedEvent, ...]:
    return drafting.draft_series(read_announcement(text, published=date(2030, 1, 7))).events


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1. Työpaja 27.3. klo 13–15 Kiertotalous (Teams)", "workshop"),
        ("Workshop 2: Sharing, 27 March 2030 at 1–3 pm (Zoom)", "workshop"),
        ("Verkstad den 27 mars 2030 kl. 13–15 (Teams)", "workshop"),
        ("Lopputilaisuus 10.5. klo 10–15, Kuntatalo", "closing_event"),
        ("Työpajasarjan päätösseminaari 10.5. klo 10–15", "closing_event"),
        ("Avslutande seminarium den 10 maj 2030 kl. 10–15", "closing_event"),
        ("Webinaari 27.3. klo 13–15 (Teams)", "other"),
    ],
)
def test_the_kind_follows_from_the_words_beside_the_date(line: str, kind: str) -> None:
    assert [event.kind for event in the_events(line)] == [kind]


@pytest.mark.parametrize(
    ("audience", "perspective"),
    [
        ("pienten ja keskisuurten kuntien edustajille, joissa etsitään esimerkkejä", "receiver"),
        ("edelläkävijäkuntien ja -kaupunkien edustajille", "pioneer"),
        ("kuntien kestävyysverkostojen koordinaattoreille", "network"),
        ("för kommuner som söker lösningar", "receiver"),
        ("för föregångarkommuner", "pioneer"),
        ("för nätverkens koordinatorer", "network"),
        ("for coordinators of networks", "network"),
        ("for small and mid-size municipalities", "receiver"),
        ("verkostoitumisesta kiinnostuneille", "everyone"),
        ("edelläkävijöille ja verkostoille", "everyone"),  # two of them: nobody decides for them
        ("kaikille", "everyone"),
        ("", "everyone"),
    ],
)
def test_the_perspective_is_guessed_only_where_one_is_spoken_of(audience: str, perspective: str) -> None:
    assert drafting.perspective_of(audience) == perspective


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("Toinen linja 14, 00530 Helsinki", ("Toinen linja 14", "00530", "Helsinki")),
        ("Toinen linja 14, FI-00530 Helsinki, Finland", ("Toinen linja 14", "00530", "Helsinki")),
        ("Kauppakatu 7, Vaasa", ("Kauppakatu 7", "", "Vaasa")),
        ("Kauppakatu 7, 3. krs", ("Kauppakatu 7, 3. krs", "", "")),
        ("Kauppakatu 7", ("Kauppakatu 7", "", "")),
        ("", ("", "", "")),
    ],
)
def test_an_address_is_taken_apart(address: str, parts: tuple[str, str, str]) -> None:
    assert drafting.split_address(address) == parts


@pytest.mark.parametrize(
    ("names", "organisations"),
    [
        ("THL ja Kuntaliitto", ["THL", "Kuntaliitto"]),
        ("Kuntaliitto, THL ja Taiteen edistämiskeskus", ["Kuntaliitto", "THL", "Taiteen edistämiskeskus"]),
        ("The City of Espoo and Motiva", ["City of Espoo", "Motiva"]),
        (
            "Svenska kulturfonden och Ålands landskapsregering",
            ["Svenska kulturfonden", "Ålands landskapsregering"],
        ),
        ("Ministry of Economic Affairs and Employment", ["Ministry of Economic Affairs and Employment"]),
        ("Opetus- ja kulttuuriministeriö", ["Opetus- ja kulttuuriministeriö"]),
        ("Natur och Miljö", ["Natur och Miljö"]),
    ],
)
def test_organisations_are_separated_where_each_clearly_is_one(names: str, organisations: list[str]) -> None:
    assert drafting.split_names(names) == organisations


def test_a_day_alone_closes_registration_at_its_end_also_when_clocks_change() -> None:
    assert drafting.closing("2030-03-31", None) == datetime(2030, 4, 1, tzinfo=HELSINKI)
    assert drafting.opening("2030-03-31") == datetime(2030, 3, 31, tzinfo=HELSINKI)


def test_the_day_of_the_event_itself_closes_registration_at_its_start() -> None:
    start = datetime(2030, 3, 27, 13, tzinfo=HELSINKI)
    assert drafting.closing("2030-03-27", start) == start


def test_an_hour_that_does_not_exist_is_not_taken_for_another() -> None:
    draft = read_announcement("Valvojaiset 31.3.2030 klo 3.30–5 (Teams)")
    assert drafting.draft_series(draft).events[0].start == date(2030, 3, 31)


def test_a_programme_to_come_is_that_of_the_event_before_the_words() -> None:
    two = "Työpaja 27.3. klo 13–15 (Teams)\n\nLopputilaisuus 10.5. klo 10–15 (Teams)\n\nOhjelma tarkentuu"
    assert [event.programme_pending for event in the_events(two)] == [False, True]
    all_of_them = "Ohjelmat julkaistaan myöhemmin.\n\n" + two.removesuffix("Ohjelma tarkentuu")
    assert [event.programme_pending for event in the_events(all_of_them)] == [True, True]
    with_programme = two.replace("Ohjelma tarkentuu", "Ohjelma on liitteenä")
    assert [event.programme_pending for event in the_events(with_programme)] == [False, False]


def test_a_letter_is_no_number_but_is_kept() -> None:
    events = the_events(
        "A) Työpaja: Liikenne 27.3. klo 13–15 (Teams)\nB) Työpaja: Asuminen 28.3. klo 13–15 (Teams)"
    )
    assert [(event.number, event.title[:3]) for event in events] == [(None, "A: "), (None, "B: ")]


def test_what_is_lacking_is_named_in_the_order_of_the_page() -> None:
    event = drafts.DraftedEvent(start=date(2030, 3, 27))
    found = drafts.lacks(drafts.DraftedSeries(events=(event,)))
    assert [(hindrance.event, hindrance.what.value) for hindrance in found] == [
        (None, "no_title"),
        (None, "no_language"),
        (0, "no_event_title"),
        (0, "no_time_of_start"),
        (0, "no_end"),
        (0, "no_mode"),
    ]
    assert [hindrance.what.value for hindrance in drafts.lacks(drafts.DraftedSeries("x", "fi"))] == [
        "no_events"
    ]


def test_past_events_are_pointed_out() -> None:
    events = (
        drafts.DraftedEvent(start=datetime(2030, 1, 15, 9, tzinfo=UTC)),
        drafts.DraftedEvent(start=datetime(2030, 1, 15, 11, tzinfo=UTC)),
        drafts.DraftedEvent(start=date(2030, 1, 14)),
        drafts.DraftedEvent(start=date(2030, 1, 15)),
        drafts.DraftedEvent(),
    )
    assert drafts.past_events(drafts.DraftedSeries(events=events), now=NOW) == [0, 2]
