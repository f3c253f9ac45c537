"""What stands around an announcement, and is none of it: menus, footers, signatures, other calls, earlier meetings."""

from __future__ import annotations

from typing import Any

import pytest

from skaala.announcement import Draft, read_announcement


def draft_of(text: str) -> Draft:
    return read_announcement(text)


def only(text: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = draft_of(text).as_json()["events"]
    assert len(found) == 1, [event["start"] for event in found]
    return found[0]


@pytest.mark.parametrize(
    "footer",
    [
        "Kuntaliitto, Toinen linja 14, 00530 Helsinki",
        "Korjaava talous ry | Vilhonkatu 5 B, 00100 Helsinki | Tietosuojaseloste | Saavutettavuus",
        "Nordic Reuse Hub, Lintulahdenkuja 10, 00500 Helsinki",
        "Finlands Kommunförbund · Andra linjen 14, 00530 Helsingfors · kommunforbundet.example",
    ],
)
def test_the_senders_address_is_no_venue_of_an_online_event(footer: str) -> None:
    event = only(f"Webinaari korjaamisesta\n\nAika: ke 10.9.2025 klo 18–19.30\nPaikka: Zoom\n\n{footer}\n")
    assert (event["mode"], event["venue"]) == ("online", None)


def test_an_address_alone_below_is_the_venue_where_nothing_says_online() -> None:
    event = only(
        "Korjausilta\n\nKe 10.9.2025 klo 18–19.30, tervetuloa!\n\nKirjasto, Toinen linja 14, 00530 Helsinki\n"
    )
    assert event["mode"] == "onsite"


@pytest.mark.parametrize(
    "sentence",
    [
        "Kuntaliitto ja Suomen ympäristökeskus vastaavat tarpeeseen neljällä iltapäivän mittaisella koulutuksella.",
        "Koulutuksen sisällöstä vastaa Ilmastotalon keskus yhdessä kuntien luontoverkoston ja muiden kanssa.",
    ],
)
def test_an_organisation_in_a_sentence_is_no_venue(sentence: str) -> None:
    event = only(f"Verkkokoulutus: luontotyö alkuun\n\n{sentence}\n\nTi 16.9.2025 klo 12.30–15 Teamsissa\n")
    assert (event["mode"], event["venue"]) == ("online", None)


@pytest.mark.parametrize(
    "words",
    [
        "Lue edellisen tapaamisen (14.11.) muistio työtilasta.",
        "Läs anteckningarna från förra mötet (14.11.).",
        "The notes of the previous meeting (14 November) are in the folder.",
        "Abstraktien jättöaika: 28.2.2025",
        "Hyväksymispäätökset: 3.3.2025",
        "Notification of acceptance: 3 March 2025",
        "Saatat olla kiinnostunut\n14.10.2025 Podcastin julkaisu",
        "You may also like\nOct 14, 2025 - Podcast launch: Ballot box blues",
        "Läs också\n14.10.2025 Ny podd om val",
    ],
)
def test_dates_of_other_things_are_no_events(words: str) -> None:
    event = only(f"Tapaaminen\n\nTapaaminen to 27.3.2025 klo 12.30–15.30 Teamsissa.\n\n{words}\n")
    assert event["start"] == "2025-03-27T12:30"


@pytest.mark.parametrize(
    "words",
    [
        "Ilmoittautuminen: 15.4.–15.5.2025",
        "Ilmoittautumisaika on 15.4–15.5.2025.",
        "Anmälningstiden är 15.4–15.5.2025.",
        "Registration is open 15 April–15 May 2025.",
    ],
)
def test_a_window_over_two_months_opens_and_closes(words: str) -> None:
    event = only(f"Seminaari\n\nSeminaari 5.6.2025 klo 9–12, Teams\n\n{words}\n")
    assert (event["registration_opens"], event["registration_deadline"]) == ("2025-04-15", "2025-05-15")


def test_a_time_of_day_with_full_stops_is_no_window() -> None:
    event = only("Seminaari 5.6.2025 klo 9.10–11.12. Tervetuloa Teamsiin!\n")
    assert (event["start"], event["end"]) == ("2025-06-05T09:10", "2025-06-05T11:12")


def test_who_registers_for_each_event_does_not_apply_through_a_call_for_something_else() -> None:
    text = (
        "Two webinars explain the fund\n\nRegister separately for each webinar on Teams.\n\n"
        "1. Tue 10 March 2026 at 9–10: Indicators. Register by 6 March.\n"
        "2. Tue 24 March 2026 at 9–10: Last questions. Register by 20 March.\n\n"
        "The call for applications opens on 2 March and closes on 15 April 2026 at 16:15.\n"
    )
    found = draft_of(text).as_json()["events"]
    assert [(e["registration_opens"], e["registration_deadline"]) for e in found] == [
        (None, "2026-03-06"),
        (None, "2026-03-20"),
    ]


@pytest.mark.parametrize(
    "words", ["We should be done by 19:00.", "It will wrap up at 19:00.", "Olemme valmiita klo 19."]
)
def test_the_end_may_be_said_in_other_words(words: str) -> None:
    assert (
        only(f"Winter evening on Zoom\n\nOur evening is on 4 Feb 2025 at 17:30. {words}\n")["end"]
        == "2025-02-04T19:00"
    )


def test_no_show_fees_do_not_deny_taking_part_on_site() -> None:
    event = only(
        "Open seminar\n\nWhen? 6 March 2025, 1–4 pm\nWhere? Tellus Arena, Pentti Kaiteran katu 1, Oulu, or online via "
        "Zoom\n\nParticipation is free of charge, but no-show fees apply on-site.\n"
    )
    assert event["mode"] == "hybrid"


@pytest.mark.parametrize("closing", ["Vasa den 1 september 2025", "Helsingissä 1.9.2025", "Turku, 1.9.2025"])
def test_the_date_that_closes_a_letter_is_its_day(closing: str) -> None:
    draft = draft_of(
        "Trafikdagen i Vasa\n\nTrafikdagen ordnas onsdagen den 8 oktober 2025 kl. 8.30–16 på Academill.\n\n"
        f"Välkomna!\n\n{closing}\n\nMats Brandt\nlandskapsdirektör\n"
    )
    assert (draft.published, len(draft.events)) == ("2025-09-01", 1)


@pytest.mark.parametrize(
    "furniture",
    [
        "Gå direkt till innehållet",
        "Home | Events | Projects | Publications | About us | FI | SV",
        "Lahden kaupunki » Ajankohtaista » Uutiset",
        "Raseborgs stad – Aktuellt",
        "Korjaava talous ry\nEtusivu\nToiminta\nLiity jäseneksi\nEvästeasetukset",
        "Inbjudan\nTill kommunerna i Österbotten\nTill intressegrupper inom trafik",
    ],
)
def test_what_is_on_every_page_is_no_title(furniture: str) -> None:
    draft = draft_of(f"{furniture}\n\nKevään suuri luontopäivä\n\n27.3.2025 klo 12–15, Teams\n")
    assert draft.title == "Kevään suuri luontopäivä"


def test_a_mails_subject_is_the_title_without_its_date() -> None:
    draft = draft_of(
        "Aihe: Kutsu: Pirkanmaan hankintatapaaminen to 27.3.\n\nHei!\n\nTervetuloa 27.3.2025 klo 12–15.\n"
    )
    assert draft.title == "Pirkanmaan hankintatapaaminen"


def test_parts_with_roman_numbers_keep_their_titles() -> None:
    text = "Luontotyö\n\n" + "\n\n".join(
        f"Osa {number}. {title}\nti {day}.9.2025 klo 12.30–15\nMistä tiedot löytyvät ja miten niitä luetaan?"
        for number, title, day in [
            ("I", "Tieto haltuun", 2),
            ("II", "Tavoitteesta ohjelmaksi", 9),
            ("IV", "Budjetti", 16),
        ]
    )
    assert [(e.number, e.title) for e in draft_of(text).events] == [
        (1, "Tieto haltuun"),
        (2, "Tavoitteesta ohjelmaksi"),
        (4, "Budjetti"),
    ]


@pytest.mark.parametrize(
    ("words", "organiser"),
    [
        (
            "Päivät järjestää Itä-Suomen yliopiston Karjalan tutkimuslaitos.",
            "Itä-Suomen yliopiston Karjalan tutkimuslaitos",
        ),
        ("Hösten 2024 bjuder Kommunförbundet in till tre webbinarier.", "Kommunförbundet"),
        (
            "The seminar is organised by the Kerttu Saalasti Institute together with the City of Oulu.",
            "the Kerttu Saalasti Institute, the City of Oulu",
        ),
        (
            "Keväisin terveisin\n\nOuti Niemelä\nhankintakoordinaattori\nPirkanmaan liitto\n",
            "Pirkanmaan liitto",
        ),
    ],
)
def test_who_organises(words: str, organiser: str) -> None:
    assert draft_of(f"Tapahtuma\n\nTilaisuus 27.3.2025 klo 12–15.\n\n{words}\n").organiser == organiser


def test_the_same_place_as_an_online_event_is_online_with_the_same_words() -> None:
    text = (
        "Helmikuun kahvit 9.5.2023 klo 9–12 etänä Teamsissa.\nMeetup: May 22nd 2023, same time and place.\n"
    )
    events = draft_of(text).events
    assert [(event.mode, event.evidence["mode"].of(text)) for event in events] == [("online", "etänä")] * 2
