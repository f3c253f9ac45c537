"""Words by which an announcement says how long, under which heading, and that something was moved or called off."""

from __future__ import annotations

import pytest

from skaala.announcement.events.durations import find_duration
from skaala.announcement.layout.parts import TextPart, _part_under
from skaala.announcement.roles.decide import _MOVED_OR_CANCELLED


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("tilaisuus kestää neljä tuntia", 240), ("mötet varar fyra timmar", 240), ("it lasts four hours", 240),
        ("tilaisuus kestää kolme tuntia", 180), ("mötet varar tre timmar", 180), ("it lasts three hours", 180),
        ("tilaisuus kestää kaksi tuntia", 120), ("mötet varar två timmar", 120), ("it lasts two hours", 120),
        ("it lasts half an hour", 30), ("it lasts 90 min", 90), ("tilaisuus kestää kolme varttia", 45),
    ],
)  # fmt: skip
def test_how_long_something_lasts(words, minutes):
    found = find_duration(words, 0, len(words))
    assert found is not None
    assert found[0] == minutes


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Alustava ohjelma", TextPart.PROGRAMME), ("Preliminärt program", TextPart.PROGRAMME), ("Draft agenda", TextPart.PROGRAMME),
        ("Päivän kulku", TextPart.PROGRAMME), ("Seminaarin aikataulu", TextPart.PROGRAMME), ("Programme", TextPart.PROGRAMME),
        ("Näin ilmoittaudut", TextPart.REGISTRATION), ("How to register", TextPart.REGISTRATION), ("Anmälan", TextPart.REGISTRATION),
        ("Aiemmat tapahtumat", TextPart.PAST), ("Tidigare evenemang", TextPart.PAST), ("Past events", TextPart.PAST),
        ("Call for papers", TextPart.OTHER), ("Peruutusehdot", TextPart.OTHER), ("Boende", TextPart.OTHER), ("Lue myös", TextPart.OTHER),
        ("Tulevat työpajat", TextPart.BODY), ("Kommande workshoppar", TextPart.BODY), ("Upcoming events", TextPart.BODY),
    ],
)  # fmt: skip
def test_which_part_a_heading_opens(heading, part):
    assert _part_under(heading.casefold()) is part


@pytest.mark.parametrize(
    "after",
    [" on siirretty", " on peruttu", " perutaan", " flyttats", " är inställd", " was postponed", " is cancelled", " is canceled",
     " has been moved to", " siirtyy"],
)  # fmt: skip
def test_what_is_said_of_a_day_that_does_not_hold(after):
    assert _MOVED_OR_CANCELLED.match(after)
