"""Finding statements that say nearly the same."""

import pytest

from skaala.workshops.rules.similar import ALIKE, find_similar, likeness


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
