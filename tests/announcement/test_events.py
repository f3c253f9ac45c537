"""
What a date is for, which year it is in, how one takes part, until when one registers: rules, a row each.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from skaala.announcement import read_announcement


def events(text: str, published: str | None = None) -> list[dict[str, Any]]:
    draft = read_announcement(text, published=date.fromisoformat(published) if published else None)
    found: list[dict[str, Any]] = draft.as_json()["events"]
    return found


def only(text: str, published: str | None = None) -> dict[str, Any]:
    found = events(text, published)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("Ilmoittautuminen 26.3. mennessä.", "2023-03-26"),
        ("Ilmoittautumiset 19.3. klo 12.00 mennessä.", "2023-03-19T12:00"),
        ("Ilmoittaudu viimeistään keskiviikkona 8.3.", "2023-03-08"),
        ("Ilmoittautumisaika päättyy 20.3. klo 16.", "2023-03-20T16:00"),
        ("Ilmoittautuminen on auki 15.1.-15.2.", "2023-02-15"),
        ("Iltaan voi ilmoittautua maanantaihin 20.3. asti.", "2023-03-20"),
        ("Sista anmälningsdag är 20.3.", "2023-03-20"),
        ("Anmäl dig senast den 20 mars kl. 12.", "2023-03-20T12:00"),
        ("Anmälan senast 18.3.", "2023-03-18"),
        ("Register no later than noon 20 March.", "2023-03-20T12:00"),
        ("RSVP by March 20.", "2023-03-20"),
        ("Registration closes on 20 March at 4 pm.", "2023-03-20T16:00"),
        ("Ilmoittautuminen viimeistään viikkoa ennen tilaisuutta.", "2023-03-20"),
        ("Ilmoittaudu edellisenä päivänä klo 12 mennessä.", "2023-03-26T12:00"),
        ("Please register by the Friday before.", "2023-03-24"),
        ("Kysymyksiä voi lähettää 20.3. mennessä.", None),
        ("Frågor på förhand senast 20.3.", None),
        ("Abstracts are due 20 March 2023.", None),
        ("Peruutukset viimeistään 20.3.", None),
        ("Majoitus tulee varata viimeistään 5.3.", None),
        ("Early-bird registration ends 1 March.", None),
    ],
)
def test_the_last_day_for_registering(words: str, deadline: str | None) -> None:
    assert (
        only(f"Työpaja\n\nTilaisuus 27.3.2023 klo 13–15, Teams.\n\n{words}\n")["registration_deadline"]
        == deadline
    )


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("Ilmoittautuminen aukeaa 15.1. klo 9.", "2023-01-15T09:00"),
        ("Ilmoittautuminen on auki 15.1.-15.2.", "2023-01-15"),
        ("Anmälan öppnar 15.1 och stänger 15.2.", "2023-01-15"),
        ("Registration opens on 15 January and closes on 15 February.", "2023-01-15"),
    ],
)
def test_the_opening_of_registration(words: str, opens: str) -> None:
    assert (
        only(f"Työpaja\n\nTilaisuus 27.3.2023 klo 13–15, Teams.\n\n{words}\n")["registration_opens"] == opens
    )


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("Teams", "online"),
        ("etäyhteys", "online"),
        ("på distans", "online"),
        ("webinaari", "online"),
        ("online via Zoom", "online"),
        ("Kuntatalo, Toinen linja 14, Helsinki", "onsite"),
        ("paikan päällä", "onsite"),
        ("på plats i Vasa", "onsite"),
        ("in person only", "onsite"),
        ("Kuntatalo (Toinen linja 14, 00530 Helsinki) / etäyhteys", "hybrid"),
        ("hybridi", "hybrid"),
        ("in person or online", "hybrid"),
        ("paikan päällä ja etänä", "hybrid"),
        ("på plats och på distans", "hybrid"),
        ("Kuntatalo, Toinen linja 14, Helsinki. Etäosallistuminen ei ole mahdollista.", "onsite"),
        ("Logomo, Köydenpunojankatu 14, Turku. Sessions will not be streamed.", "onsite"),
        ("Ilmoittaudu verkossa.", None),
        ("Lue lisää verkkosivuilta.", None),
        ("Kuntien verkosto kokoontuu.", None),
    ],
)
def test_the_mode(words: str, mode: str | None) -> None:
    assert only(f"Kevään kokoontuminen\n\nAika: 27.3.2023 klo 13–15\n\n{words}\n")["mode"] == mode


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("Työpaja 27.3. klo 13", "2023-03-06", "2023-03-27T13:00"),
        ("Työpaja 18.1. klo 9", "2022-11-15", "2023-01-18T09:00"),
        ("Julkaistu 6.3.2023\n\nTyöpaja 27.3. klo 13", None, "2023-03-27T13:00"),
        ("Kevät 2024\n\nTyöpaja 27.3. klo 13", None, "2024-03-27T13:00"),
        ("Hösten 2024\n\nVerkstad 27 oktober kl. 13", None, "2024-10-27T13:00"),
        ("Lukuvuosi 2023–2024\n\nTyöpaja 18.1. klo 9", None, "2024-01-18T09:00"),
        ("Työpaja perjantaina 12.1. klo 18", "2023-12-04", "2024-01-12T18:00"),
        ("Työpaja 27.3. klo 13", None, None),
        ("Työpaja 31.6.2023 klo 13", None, None),
        ("Työpaja 29.2. klo 13", "2023-01-10", None),
        ("Workshop 3 March 2026, 2–4 pm CET", None, "2026-03-03T15:00"),
        ("Workshop 3 June 2026, 12:00 UTC", None, "2026-06-03T15:00"),
    ],
)
def test_the_start(text: str, published: str | None, start: str | None) -> None:
    assert only(text, published)["start"] == start


def test_a_year_that_nothing_settles_is_explained() -> None:
    event = only("Työpaja 27.3. klo 13")
    assert event["undecided"]["start"].startswith("The year is not stated")
    assert event["evidence"]["start"] == "27.3."


def test_two_seasons_leave_the_year_open() -> None:
    event = only("Työpaja 27.3. klo 13\n\nSarja jatkuu keväällä 2024 ja päättyy syksyllä 2025.")
    assert (event["start"], event["undecided"]["start"]) == (
        None,
        "Two years are possible, and the text does not say which.",
    )


def test_a_day_that_does_not_exist_is_explained() -> None:
    assert (
        only("Työpaja 31.6.2023 klo 13")["undecided"]["start"] == "The text gives a date that does not exist."
    )


def test_a_weekday_that_differs_is_noted() -> None:
    event = only("Työpaja tiistaina 27.3.2023 klo 13")
    assert event["start"] == "2023-03-27T13:00"
    assert event["notes"] == ["The weekday in the text is not the weekday of that date."]


@pytest.mark.parametrize(
    "text",
    [
        "Tilaisuus 27.3.2023. Aamukahvi klo 8.30, tilaisuus alkaa klo 9.",
        "Tilaisuus 27.3.2023 klo 9 (kahvi klo 8.30 alkaen)",
        "Tillfälle 27.3.2023 kl. 9. Kaffe serveras från kl. 8.30.",
        "Seminar 27 March 2023, coffee from 8:30, start at 9:00",
    ],
)
def test_coffee_is_not_the_start(text: str) -> None:
    assert only(text)["start"] == "2023-03-27T09:00"


def test_rows_of_a_programme_are_no_events() -> None:
    event = only("Seminaari 27.3.2023 klo 9–12\n\nOhjelma\n9.00 Avaus\n9.30–10.00 Tauko\n12.00 Päätös\n")
    assert (event["start"], event["end"]) == ("2023-03-27T09:00", "2023-03-27T12:00")


@pytest.mark.parametrize(
    "words",
    [
        "Viime vuonna tilaisuus järjestettiin 12.4.2022.",
        "Förra gången ordnades tillfället 12.4.2022.",
        "Last year's forum was held on 12 April 2022.",
        "Laki tuli voimaan 1.1.2023.",
        "Tallenne on katsottavissa 30.4.2023 asti.",
        "Materiaalit julkaistaan 1.4.2023.",
    ],
)
def test_other_dates_are_no_events(words: str) -> None:
    assert (
        only(f"Seminaari\n\nSeminaari 27.3.2023 klo 9–12, Teams\n\n{words}\n")["start"] == "2023-03-27T09:00"
    )


def test_a_list_with_the_latest_first_comes_out_in_order_of_time() -> None:
    found = events(
        "Tilaisuudet\n\n7.2. klo 9–10 Kolmas\n17.1. klo 9–10 Toinen\n13.12. klo 9–10 Ensimmäinen\n",
        "2023-11-20",
    )
    assert [e["start"] for e in found] == ["2023-12-13T09:00", "2024-01-17T09:00", "2024-02-07T09:00"]


def test_one_deadline_for_all_holds_for_each() -> None:
    found = events(
        "Sarja 2023\n\n1. Ensin 27.3. klo 9–10\n2. Sitten 28.3. klo 9–10\n\nIlmoittaudu kaikkiin 20.3. "
        "mennessä.\n"
    )
    assert [e["registration_deadline"] for e in found] == ["2023-03-20", "2023-03-20"]


@pytest.mark.parametrize(
    ("heading", "number"),
    [("1. Työpaja", 1), ("Työpaja II", 2), ("B) Työpaja", "B"), ("Session 3:", 3), ("Työpaja", None)],
)
def test_numbers_of_events(heading: str, number: int | str | None) -> None:
    found = events(f"Sarja 2023\n\n{heading} 27.3. klo 9–10 Kestävä ruoka\n\nLopputilaisuus 28.3. klo 9–10\n")
    assert (found[0]["number"], found[1]["number"]) == (number, None)
