"""Days in a row with a session each, how long they last, and what above an announcement is no title."""

from __future__ import annotations

from datetime import date

import pytest

from skaala.announcement import read_announcement
from skaala.announcement.events.durations import find_duration


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("illat kestävät puolitoista tuntia", 90),
        ("kesto noin 45 min", 45),
        ("kestää tunnin", 60),
        ("mötet varar en och en halv timme", 90),
        ("pågår i 2 timmar", 120),
        ("the talk lasts about an hour and a half", 90),
        ("lasts half an hour", 30),
        ("takes two hours", 120),
        ("hakuaika on kolme viikkoa", None),
        ("tunnin kuluttua", None),
    ],
)
def test_how_long_an_event_lasts(words: str, minutes: int | None) -> None:
    found = find_duration(words, 0, len(words))
    assert (found[0] if found else None) == minutes


def test_each_day_of_a_week_is_an_event_where_the_text_says_so() -> None:
    text = """Jäteviikko 3.–5.5.2027

Joka päivä on yksi webinaari. Ne alkavat klo 12 ja kestävät 45 minuuttia.

Maanantai 3.5. Biojäte
Tiistai 4.5. Tekstiilit
Keskiviikko 5.5. Sähkölaitteet
"""
    events = read_announcement(text).events
    assert [(event.title, event.start, event.end, event.mode) for event in events] == [
        ("Biojäte", "2027-05-03T12:00", "2027-05-03T12:45", "online"),
        ("Tekstiilit", "2027-05-04T12:00", "2027-05-04T12:45", "online"),
        ("Sähkölaitteet", "2027-05-05T12:00", "2027-05-05T12:45", "online"),
    ]


def test_days_of_one_meeting_stay_one_event() -> None:
    text = """Jätepäivät 3.–4.5.2027

Jätepäivät pidetään Porissa. Ohjelma alkaa klo 10.

Maanantai 3.5. Luennot
Tiistai 4.5. Retki kaatopaikalle
"""
    events = read_announcement(text).events
    assert [(event.start, event.end) for event in events] == [("2027-05-03T10:00", "2027-05-04")]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Rannikon kuntien uutiskirje, maaliskuu 2027", "Meriviikko"),
        ("Nyhetsbrev från Kustens kommuner, mars 2027", "Meriviikko"),
        ("KUTSU TYÖPAJAAN", "Meriviikko"),
        ("Inkoon kunta tiedottaa 1.3.2027", "Meriviikko"),
        ("Maa- ja metsätalousministeriö", "Meriviikko"),
    ],
)
def test_what_only_leads_to_the_title_is_none(head: str, title: str) -> None:
    text = f"{head}\n\nMeriviikko\n\nTiistai 6.4.2027 klo 13–15, Teams\n"
    draft = read_announcement(text, published=date(2027, 3, 1))
    assert draft.title == title
    assert [event.title for event in draft.events] == [title]


def test_an_hour_with_its_ending_is_a_deadline() -> None:
    text = "Iltakoulu\n\nAika: ma 13.9.2027 klo 14–16, Teams\nMiten mukaan? Ilmoittaudu ke 8.9. klo 12:een mennessä.\n"
    (event,) = read_announcement(text).events
    assert event.registration_deadline == "2027-09-08T12:00"
