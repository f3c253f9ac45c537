"""Nobody who has registered is named in what is published, however their name is bent; common words do not stand in the way."""

from __future__ import annotations

import pytest

from skaala.registration.rules.names import Text, find_names

PEOPLE = ["Maija Mäkinen", "Aino Aalto", "Per-Erik Öberg", "Li", "Jukka Virtanen"]


@pytest.mark.parametrize(
    ("text", "sure", "perhaps"),
    [
        ("Maija Mäkinen ehdotti yhteistä hankintaa", {"Maija Mäkinen"}, set()),
        ("Kiitos MAIJA  MÄKISELLE ideasta", {"Maija Mäkinen"}, set()),
        ("Mäkinen Maija sanoi saman", {"Maija Mäkinen"}, set()),
        ("Niin kuin Aino Aallolta kuultiin", {"Aino Aalto"}, set()),
        ("Enligt Per-Erik Öbergs förslag", {"Per-Erik Öberg"}, set()),
        ("Kysy: jukka.virtanen@example.org", {"jukka.virtanen@example.org", "Jukka Virtanen"}, set()),
        ("Näin arvioi Virtanen keväällä", set(), {"Jukka Virtanen"}),
        ("Virtanen vesi säästää energiaa", set(), set()),
        ("aalto on pitkä ja mäki korkea", set(), set()),
        ("Maija sanoi, että mäkinen maasto hidastaa", set(), set()),
        ("Li", set(), set()),
        ("", set(), set()),
    ],
)
def test_names_are_found(text, sure, perhaps):
    hits = find_names([Text("here", text)], PEOPLE, ["Jukka.Virtanen@example.org"])
    assert {hit.name for hit in hits if hit.sure} == sure
    assert {hit.name for hit in hits if not hit.sure} == perhaps
    assert {hit.where for hit in hits} <= {"here"}
