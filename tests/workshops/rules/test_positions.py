"""How one participant's votes compare with those of the others."""

from __future__ import annotations

import pytest

from skaala.workshops import rules


@pytest.mark.parametrize(
    ("own", "agree", "disagree", "total", "answer"),
    [
        (1, 6, 1, 8, True),
        (1, 2, 6, 8, False),
        (-1, 6, 2, 8, False),
        (-1, 2, 6, 9, True),
        (0, 8, 0, 8, None),  # passing is no side
        (1, 5, 0, 5, None),  # four others are too few
        (1, 4, 3, 7, None),  # three with them, three against them
    ],
)
def test_whether_most_others_agree_with_a_vote(own, agree, disagree, total, answer):
    assert rules.with_most(own, agree, disagree, total) is answer
