"""Statements that say nearly the same are found, the most alike first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skaala.workshops.rules.similar import ALIKE, find_similar, likeness

WORDS = st.text("abcäö ,.!12", max_size=40)


@given(WORDS, WORDS)
def test_likeness_is_the_same_either_way_and_between_nothing_and_one(one, other):
    found = likeness(one, other)
    assert found == likeness(other, one)
    assert 0 <= found <= 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Sama!", "  sama ", 1.0),
        ("Bussit kulkevat", "kulkevat bussit", 1.0),
        ("", "", 0.0),
        ("", "sama", 0.0),
        ("!?", "sama", 0.0),
        ("ab", "cd", 0.0),
        # Five of eight and nine runs of three letters are shared, and the beginning.
        ("kaupunki", "kaupungit", (2 * 5 / (8 + 9) + 1) / 2),
        # The small word counts among the runs of letters, not among the beginnings.
        ("on bussi", "bussi", (2 * 5 / (7 + 5) + 1) / 2),
        ("on", "on", 1.0),
    ],
)
def test_how_alike_two_sentences_are(one, other, alike):
    assert likeness(one, other) == pytest.approx(alike)


def test_the_most_alike_comes_first_and_of_equals_the_first_key():
    existing = [
        ("d", "Bussit ovat myöhässä"),
        ("c", "Yhteinen hankinta säästää rahaa"),
        ("b", "Yhteinen hankinta säästää aikaa"),
        ("a", "yhteinen hankinta säästää aikaa!"),
    ]
    found = find_similar("Yhteinen hankinta säästää aikaa", existing)
    assert [each.key for each in found] == ["a", "b", "c"]
    assert (found[0].text, found[0].likeness) == ("yhteinen hankinta säästää aikaa!", 1.0)
    assert ALIKE <= found[2].likeness < 1
    assert [each.key for each in find_similar("Yhteinen hankinta säästää aikaa", existing, at_most=1)] == [
        "a"
    ]
    assert find_similar("Lapset tarvitsevat koulun", existing) == []


def test_three_are_shown():
    same = [(str(number), "Yhteinen hankinta") for number in range(5)]
    assert [each.key for each in find_similar("Yhteinen hankinta", same)] == ["0", "1", "2"]
