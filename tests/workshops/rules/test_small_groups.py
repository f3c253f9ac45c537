"""Dealing people into groups: even and mixed, and the seed decides."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from skaala.workshops.rules.small_groups import group_for, split_room


@settings(max_examples=60)
@given(
    kinds=st.lists(st.sampled_from(["", "small", "medium", "large"]), max_size=60),
    count=st.integers(2, 12),
    seed=st.integers(0, 2**63),
)
def test_groups_are_even_and_mixed_and_the_seed_decides(kinds, count, seed):
    people = {f"p{number}": kind for number, kind in enumerate(kinds)}
    groups = split_room(people, count, seed=seed)
    assert sorted(who for group in groups for who in group) == sorted(people)
    sizes = [len(group) for group in groups]
    assert max(sizes) - min(sizes) <= 1
    for kind in set(kinds):
        of_kind = [sum(people[who] == kind for who in group) for group in groups]
        assert max(of_kind) - min(of_kind) <= 1
    backwards = dict(reversed(people.items()))
    assert split_room(backwards, count, seed=seed) == groups


def test_another_seed_gives_other_groups_and_late_comers_even_them_out():
    people = {f"p{number}": "small" for number in range(20)}
    assert split_room(people, 4, seed=1) != split_room(people, 4, seed=2)
    assert group_for("small", [["small", "large"], ["small"], ["large"]]) == 2
    assert group_for("small", [["small", "small"], ["large", "small"]]) == 1
