"""Telling languages apart and finding what says nearly the same."""

import pytest

from skaala.workshops.language import guess_language
from skaala.workshops.similar import ALIKE, find_similar, likeness

SENTENCES = {
    "fi": [
        "Pieni kunta ehtii vain, jos joku auttaa ensimmäiset askeleet",
        "Päättäjille kannattaa näyttää eurot eikä pelkkiä päästöjä",
        "Liian monta verkostoa, liian vähän aikaa",
        "Kilpailutuksen mallipohjat yhteiseen käyttöön",
    ],
    "sv": [
        "Ett besök på plats säger mer än en rapport",
        "Det saknas tid att söka exempel",
        "Små kommuner behöver färdiga mallar på svenska",
        "Vi har för många projekt och för få anställda",
    ],
    "en": [
        "Visiting a town that has done it convinces more than a report",
        "Projects end when the funding ends",
        "Nobody has the time to search for examples",
        "A shared template saves weeks of work",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts]
)
def test_a_short_sentence_tells_its_language(language, text):
    assert guess_language(text, default="??") == language


def test_what_tells_nothing_takes_the_default():
    assert guess_language("123 !!", default="sv") == "sv"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yhteiset kilpailutukset säästävät aikaa", "Yhteinen kilpailutus säästäisi aikaa ja rahaa"),
        ("Det saknas tid att söka exempel", "Tid saknas för att söka exempel"),
        ("Nobody has time to look for examples", "There is no time to look for good examples"),
    ],
)
def test_the_same_idea_in_other_words_is_found(one, other):
    assert likeness(one, other) >= ALIKE
    assert [each.text for each in find_similar(one, [("1", other), ("2", "Bussit kulkevat harvoin")])] == [
        other
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yhteinen hankinta säästää aikaa", "Kunnanjohtajan tuki ratkaisee"),
        ("Rahoitus loppuu kesken", "Hanke päättyy ennen kuin tulokset näkyvät"),
        ("Verkostot kokoavat kokemukset", "Pienellä kunnalla ei ole omaa asiantuntijaa"),
    ],
)
def test_another_idea_is_left_alone(one, other):
    assert likeness(one, other) < ALIKE


def test_the_likest_comes_first_and_only_a_few_are_shown():
    existing = [(str(n), "Yhteinen hankinta säästää aikaa" + " todella" * n) for n in range(6)]
    found = find_similar("Yhteinen hankinta säästää aikaa", existing)
    assert [each.key for each in found] == ["0", "1", "2"]
