from __future__ import annotations

import numpy as np
import pytest

from skaala.insight.votes import Moderation, arrange_votes, gather_votes, natural_order


def test_latest_vote_counts_and_a_pass_is_a_vote() -> None:
    votes = gather_votes([("a", "1", 1), ("a", "2", -1), ("a", "1", 0)])
    assert votes.values.tolist() == [0, -1]
    assert votes.votes_cast.tolist() == [2]


def test_natural_order_puts_numbers_first_and_by_size() -> None:
    assert natural_order(["x", "10", "2", "01", "1", "²"]) == ["01", "1", "2", "10", "x", "²"]


def test_order_of_arrival_does_not_matter() -> None:
    given = [("b", "2", 1), ("a", "10", -1), ("a", "2", 0)]
    forward, backward = gather_votes(given), gather_votes(given[::-1])
    assert forward.participants == backward.participants == ("a", "b")
    assert forward.statements == backward.statements == ("2", "10")
    assert forward.values.tolist() == backward.values.tolist() == [0, -1, 1]


def test_part_keeps_the_chosen_cells() -> None:
    votes = gather_votes([("a", "1", 1), ("a", "2", -1), ("b", "2", 0), ("c", "1", -1), ("c", "3", 1)])
    part = votes.part(np.array([0, 2]), np.array([1, 2]))
    assert part.participants == ("a", "c")
    assert part.statements == ("2", "3")
    assert part.rows.tolist() == [0, 1]
    assert part.columns.tolist() == [0, 1]
    assert part.values.tolist() == [-1, 1]


@pytest.mark.parametrize(("names", "value"), [(["a", "a"], 1), (["a", "b"], 2)])
def test_nonsense_is_refused(names: list[str], value: int) -> None:
    with pytest.raises(ValueError, match=r"twice|vote is"):
        arrange_votes(names, ["1"], rows=np.array([0]), columns=np.array([0]), values=np.array([value]))


def test_moderation_zeroes_rejected_and_metadata() -> None:
    votes = gather_votes([("a", str(j), 1) for j in range(3)])
    moderation = Moderation(rejected={"0"}, metadata={"2"})
    assert moderation.zeroed(votes).tolist() == [True, False, True]
    assert moderation.is_metadata(votes).tolist() == [False, False, True]
