"""Where a text names somebody, and what it says once it has been masked."""

from __future__ import annotations

import pytest

from skaala.registration.rules.names import Text as Said
from skaala.registration.rules.names import find_names
from skaala.workshops.rules.mentions import People, digest, masked, pieces, places

PEOPLE = People.of(
    ["Maija Virtanen", "Jukka Mäki", "Anna-Liisa Lahti", "Bo"],
    ["maija@example.org", ""],
    ["Tavoittaa numerosta 040 123 4567", "kokki@example.com"],
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Kysykää Maija Virtaselta lisää", "Kysykää […] lisää"),
        ("Virtanen Maija kertoi", "[…] kertoi"),
        ("Fråga Jukka Mäkis kontor", "Fråga […] kontor"),
        ("Olen samaa mieltä kuin Virtanen.", "Olen samaa mieltä kuin […]."),
        ("Lukekaa Virtasen ja Jukka Mäen ehdotus", "Lukekaa […] ja […] ehdotus"),
        ("Kirjoita maija@example.org tai Kokki@example.com", "Kirjoita […] tai […]"),
        ("Soita +358 40 1234567 heti", "Soita […] heti"),
        # A surname at the beginning of a sentence, in small letters, or of a town, may be another word.
        ("Metsä palaa. Mäki on jyrkkä", "Metsä palaa. Mäki on jyrkkä"),
        ("Pyöräily mäki ylös", "Pyöräily mäki ylös"),
        ("Otetaan mallia siitä, mitä Lahti tekee", "Otetaan mallia siitä, mitä Lahti tekee"),
        ("Bo och alla andra", "Bo och alla andra"),
        ("Yhteinen hankinta säästää 1500 euroa", "Yhteinen hankinta säästää 1500 euroa"),
    ],
)
def test_who_is_named_is_masked(text, says):
    assert masked(text, places(text, PEOPLE, spared={"lahti"})) == says


def test_numbers_and_addresses_of_others_count_in_texts_of_participants_alone():
    text = "Soita 09 771 2000 tai kirjoita info@kunta.example, 010190-123A"
    assert masked(text, places(text, PEOPLE)) == text
    assert masked(text, places(text, PEOPLE, any_contact=True)) == "Soita […] tai kirjoita […], […]"


def test_a_full_name_that_is_found_twice_is_masked_once():
    text = "Maija Virtanen Maija"
    (found,) = places(text, PEOPLE)
    assert (found.start, found.end) == (0, len(text))


def test_pieces_are_the_whole_text():
    text = "Hei Maija Virtanen, hei"
    cut = pieces(text, places(text, PEOPLE))
    assert "".join(piece.text for piece in cut) == text
    assert [piece.text for piece in cut if piece.is_mention] == ["Maija Virtanen"]


def test_another_text_and_another_person_in_it_have_another_digest():
    text = "Maija Virtanen ja Jukka Mäki"
    both, one = places(text, PEOPLE), places(text, People.of(["Maija Virtanen"], []))
    assert len({digest(text, both), digest(text, one), digest(text + "!", both)}) == 3
    assert digest(text, both) == digest(text, list(both))


def test_the_same_full_names_are_found_as_before_a_report_is_published():
    for text in ("Maija Virtasen ehdotus", "Ehdotus: Mäki Jukka", "Maija ja Virtanen", "Anna-Liisa Lahden"):
        sure = any(
            hit.sure
            for hit in find_names([Said("", text)], ["Maija Virtanen", "Jukka Mäki", "Anna-Liisa Lahti"])
        )
        assert sure == (masked(text, places(text, PEOPLE, spared={"virtanen", "mäki", "lahti"})) != text)
