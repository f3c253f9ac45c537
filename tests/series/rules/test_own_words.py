"""What an organisation may make of a list of words."""

from __future__ import annotations

import pytest

from skaala.series.rules.own_words import MOST_WORDS, WordDraft, WordProblem, problems

GOOD = [WordDraft("receiver", {"fi": "Oppijat"}), WordDraft("everyone", {"fi": "Kaikki"})]
P = WordProblem


def word(name: str = "Muut", **details) -> WordDraft:
    return WordDraft(**{"code": "", "names": {"fi": name}} | details)


@pytest.mark.parametrize(
    ("drafts", "found"),
    [
        (GOOD, []),
        ([*GOOD, word()], []),
        ([*GOOD, word(" oppijat ")], [(P.SAME_NAME, 2)]),
        ([*GOOD, word(names={"sv": "Oppijat", "fi": "Muut"})], []),
        ([*GOOD, word(names={"sv": "Andra"})], [(P.NO_NAME, 2)]),
        ([*GOOD, word(" ")], [(P.NO_NAME, 2)]),
        ([*GOOD, word("<b>Muut</b>")], [(P.MARKUP, 2)]),
        ([GOOD[0], word("Kaikki", code="everyone", is_offered=False)], [(P.NEEDED, 1)]),
        ([*GOOD, *(word(f"Sana {n}") for n in range(100))], [(P.TOO_MANY, None)]),
        ([*GOOD, *(word(f"Sana {n}") for n in range(MOST_WORDS - 2))], []),
    ],
)
def test_a_list_is_judged(drafts, found):
    assert problems(drafts, languages=["fi"], needed="everyone") == found


def test_something_has_to_be_offered():
    assert problems([word(is_offered=False)], languages=["fi"]) == [(P.NONE_OFFERED, None)]
