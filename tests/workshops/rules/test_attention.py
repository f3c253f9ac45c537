"""What holds a statement until somebody has looked at it, and that nearly nothing else does."""

import pytest

from skaala.demo.statements_2023 import NETWORKS, PIONEERS, RECEIVING
from skaala.workshops.rules.attention import Concern, concerns
from skaala.workshops.rules.insults import STEMS


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Kysykää lisää numerosta 040 123 4567", Concern.PHONE),
        ("Ring +358 9 1234567 så berättar vi", Concern.PHONE),
        ("Hänen tunnuksensa on 131052-308T", Concern.IDENTITY_CODE),
        ("Katso www.esimerkki.fi/ohje", Concern.LINK),
        ("Kirjoita osoitteeseen maija@esimerkki.fi", Concern.LINK),
        ("Näyttely on osoitteessa Sturenkatu 4", Concern.ADDRESS),
        ("Maija Virtasen hanke onnistui hyvin", Concern.NAME),
        ("Projektet som Lars Holmberg ledde var bra", Concern.NAME),
        ("Naapurikunnan idioottien takia tämä jäi tekemättä", Concern.WORD),
        ("Täysi i d i o o t t i ei", None),
        ("Vilken jävla röra", Concern.WORD),
        ("What a bunch of m0r0ns", Concern.WORD),
    ],
)
def test_what_should_be_looked_at_is_held(text, concern):
    assert (concern in concerns(text)) if concern else concerns(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vuosina 2021–2023 tehtiin 1 500 päätöstä",
        "Raha riittää 12 000 000 eurolla vuoteen 2030",
        "Uusi Espoo ja Vantaa tekevät tämän yhdessä",
        "Sitran Suomi 2035 -ohjelma auttoi",
        "Keskusteluun tarvitaan myös assistentteja ja klassikoita",
    ],
)
def test_what_is_harmless_is_shown(text):
    assert concerns(text) == []


def test_fewer_than_one_in_a_hundred_of_the_demo_s_statements_is_held():
    said = [one.text for one in [*RECEIVING, *PIONEERS, *NETWORKS]]
    held = [text for text in said if concerns(text)]
    assert len(held) < len(said) / 100, held


def test_the_organiser_adds_words_and_takes_some_off():
    assert concerns("Tämä on humpuukia", own_words=["humpuuk"]) == [Concern.WORD]
    assert concerns("Tyhmää säästämistä") == [Concern.WORD]
    assert concerns("Tyhmää säästämistä", own_words=["-tyhm"]) == []


def test_the_lists_are_long_enough():
    assert len(STEMS["fi"]) >= 150 and sum(map(len, STEMS.values())) >= 300
