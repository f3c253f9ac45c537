"""Nothing about fewer than five people can be found by subtracting what is published from what is published."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import skaala
from skaala.insight.disclosure import (
    MIN_CELL,
    SuppressedCounts,
    combine_small,
    exact_share,
    is_disclosive,
    is_part_publishable,
    is_publishable,
    majority,
    may_follow,
    publishable_cells,
    publishable_shares,
    published_share,
    totals_may_follow,
)
from tests.insight.attack import recoverable

NAMES = "abcdef"
OUTSIDE = "in no cell"
few_cells = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 14), max_size=len(NAMES))


# --- The threshold -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "publishable", "disclosive"),
    [(-5, False, False), (-1, False, True), (0, False, False), (4, False, True), (5, True, False)],
)
def test_five_people_are_enough(people, publishable, disclosive):
    assert (is_publishable(people), is_disclosive(people)) == (publishable, disclosive)


def test_the_threshold_is_what_the_texts_say_and_is_defined_once():
    assert MIN_CELL == 5
    defined = [
        f"{path.name}:{name}"
        for path in Path(skaala.__file__).parent.rglob("*.py")
        for name in re.findall(r"^([A-Z_]+)(?:: \w+)? = 5$", path.read_text(), re.MULTILINE)
        if re.search(r"MIN_|SMALL|LEAST|FEW|THRESHOLD", name)
    ]
    assert [each for each in defined if each not in OTHER_FIVES] == ["disclosure.py:MIN_CELL"]


OTHER_FIVES = {"find_concepts.py:SHORTEST_INNER_STEM"}
"""Constants that are five for another reason."""


@pytest.mark.parametrize(
    ("side", "voters", "share"), [(4, 4, None), (0, 5, 0), (5, 5, 100), (5, 6, 83), (1, 8, 12), (3, 8, 38)]
)
def test_a_share_is_published_from_five_voters(side, voters, share):
    assert published_share(side, voters) == share


# --- Side by side ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "total", "cells"),
    [
        pytest.param({}, None, (), id="nobody"),
        pytest.param({"a": 5}, None, ("a",), id="one cell, which is the total"),
        pytest.param({"a": 4}, None, (), id="one small cell"),
        pytest.param({"a": 9, "b": 5}, None, ("a", "b"), id="all large"),
        pytest.param({"b": 5, "a": 9}, None, ("a", "b"), id="the largest first"),
        pytest.param({"a": 9, "b": 7, "c": 4}, None, ("a",), id="the smallest goes with a single small one"),
        pytest.param(
            {"a": 9, "b": 7, "c": 3, "d": 2}, None, ("a", "b"), id="small ones that cover one another"
        ),
        pytest.param({"a": 9, "b": 7, "c": 3, "d": 1}, None, ("a",), id="small ones that do not"),
        pytest.param({"a": 9, "b": 7, "c": 0}, None, ("a", "b"), id="an empty cell hides nobody"),
        pytest.param({"a": 9, "b": 9, "c": 2}, None, ("a",), id="of equal ones the last by name goes"),
        pytest.param({"a": 6, "b": 2}, None, (), id="and then none is left"),
        pytest.param({"a": 9, "b": 7}, 18, ("a",), id="two who are in no cell"),
        pytest.param({"a": 9, "b": 7}, 21, ("a", "b"), id="five who are in no cell"),
        pytest.param({"a": 9, "b": 7, "c": 4}, 21, ("a", "b"), id="one in no cell covers a small one"),
    ],
)
def test_a_small_cell_takes_the_smallest_other_with_it(counts, total, cells):
    assert publishable_cells(counts, total=total) == cells


@pytest.mark.attack("Find a small number of people by subtracting published counts")
@given(few_cells, st.integers(0, 9))
def test_no_small_number_of_people_can_be_found_by_subtraction(counts, outside):
    total = sum(counts.values()) + outside
    people = {**counts, OUTSIDE: outside}
    published = [{name} for name in publishable_cells(counts, total=total)]
    if is_publishable(total):
        published.append(set(people))
    assert recoverable(people, published) == []


@pytest.mark.attack("Find a small number of people behind combined counts")
@given(few_cells)
def test_combined_counts_add_up_and_lead_to_no_small_number(counts):
    table = combine_small(counts)
    published = [{name} for name, _ in table.rows]
    total = sum(counts.values())
    if table != SuppressedCounts(()):
        assert sum(count for _, count in table.rows) + table.rest == total
        published += [set(counts), set(counts) - {name for name, _ in table.rows}]
    else:
        assert total < MIN_CELL
    assert recoverable(counts, published) == []


@given(few_cells, st.integers(0, 9))
def test_no_more_is_suppressed_than_must_be(counts, outside):
    total = sum(counts.values()) + outside
    shown = publishable_cells(counts, total=total)
    large = {name for name, count in counts.items() if is_publishable(count)}
    extra = large - set(shown)
    if extra:
        # Whoever put the last cell back would leave one to four people to be found.
        last = max(extra, key=lambda name: (counts[name], -ord(name)))
        assert is_disclosive(total - sum(counts[name] for name in (*shown, last)))


@given(few_cells, st.randoms())
def test_the_same_cells_are_suppressed_whatever_their_order(counts, chance):
    mixed = list(counts.items())
    chance.shuffle(mixed)
    assert publishable_cells(dict(mixed)) == publishable_cells(counts)


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_part_is_a_cell_beside_its_total(part, rest):
    assert is_part_publishable(part, part + rest) == bool(publishable_cells({"a": part}, total=part + rest))


@pytest.mark.parametrize(
    ("counts", "table"),
    [
        ({}, SuppressedCounts(())),
        ({"a": 4}, SuppressedCounts(())),
        ({"a": 3, "b": 2}, SuppressedCounts((), 5, 2)),
        ({"b": 6, "a": 8, "c": 0}, SuppressedCounts((("a", 8), ("b", 6)))),
        ({"a": 8, "b": 6, "c": 1}, SuppressedCounts((("a", 8),), 7, 2)),
    ],
)
def test_small_counts_are_published_together(counts, table):
    assert combine_small(counts) == table


# --- Sides of a share --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "voters", "words"),
    [
        (38, 40, "at_least 88"),
        (40, 40, "at_least 88"),
        (36, 40, "at_least 88"),
        (35, 40, " 88"),
        (2, 40, "at_most 12"),
        (0, 40, "at_most 12"),
        (996, 1000, "at_least 99"),
        (3, 1000, "at_most 1"),
        (5, 10, " 50"),
        (7, 9, " None"),
    ],
)
def test_a_side_of_none_to_four_of_a_part_is_a_bound(side, voters, words):
    # Beside as many of others on either side, so that only the part's own sides matter.
    disclosed = publishable_shares({"a": (side, voters)}, total=(side + 20, voters + 40))["a"]
    assert f"{disclosed.bound} {disclosed.percent}" == words
    if disclosed.bound:
        share = 100 * side / voters
        assert share >= disclosed.percent if disclosed.bound == "at_least" else share <= disclosed.percent


@pytest.mark.parametrize(
    ("agree", "disagree", "voters", "most"),
    [(4, 0, 4, None), (3, 2, 5, "agree"), (5, 0, 5, "agree"), (0, 4, 7, "disagree"), (3, 3, 6, "neither")],
)
def test_under_ten_voters_words_say_what_most_of_them_say(agree, disagree, voters, most):
    assert majority(agree, disagree, voters) == most
    assert exact_share(agree, voters) is None


def test_nobody_s_side_can_be_worked_out_from_shares_and_the_count_of_all():
    """The attacker knows the rule: of all votes that would be published alike, none shows a small side as one number."""
    for sizes in itertools.product((6, 10, 12), (10, 11), (0, 5)):
        alike: dict[object, list[tuple[int, ...]]] = {}
        for sides in itertools.product(*(range(size + 1) for size in sizes)):
            parts = {"a": (sides[0], sizes[0]), "b": (sides[1], sizes[1])}
            disclosed = publishable_shares(parts, total=(sum(sides), sum(sizes)))
            alike.setdefault((sum(sides), *sorted(disclosed.items())), []).append(sides)
        for (in_all, *disclosed), worlds in alike.items():
            if in_all in (0, sum(sizes)):
                continue  # all say the same, and the exact count of a whole board may tell that
            exact = {name for name, share in disclosed if share.percent is not None and not share.bound}
            hidden = [place for place, name in enumerate("abc") if name not in exact and sizes[place]]
            for place in range(3):
                values = {sides[place] for sides in worlds}
                small = [value for value in values if min(value, sizes[place] - value) < MIN_CELL]
                if "abc"[place] in exact:
                    assert not small
                elif small and "abc"[place] in dict(disclosed) and dict(disclosed)["abc"[place]].bound:
                    assert len(values) > 1, (sizes, in_all, disclosed, values)
            if exact and hidden:
                left = sum(worlds[0][place] for place in hidden)
                assert min(left, sum(sizes[place] for place in hidden) - left) >= MIN_CELL


# --- One after the other -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "may"),
    [
        ({"a": 9, "b": 6}, True),
        ({"a": 9, "b": 6, "c": 0}, True),
        ({"a": 10, "b": 6}, False),
        ({"a": 13, "b": 6}, False),
        ({"a": 14, "b": 6}, True),
        ({"a": 11, "b": 9}, True),
        ({"a": 9, "b": 5}, False),
        ({"a": 9, "b": 1}, True),
        ({"a": 9, "b": 2}, False),
        ({"a": 9}, True),
        ({"a": 15, "b": 5}, False),
        ({"a": 14, "b": 1}, True),
        ({"a": 10, "b": 1, "c": 4}, True),
        ({"a": 9, "b": 6, "c": 4}, False),
    ],
)
def test_none_or_five_have_come_and_none_or_five_have_gone(now, may):
    before = {"a": 9, "b": 6}
    assert (may_follow(before, now), may_follow(now, before)) == (may, may)


@given(
    st.lists(st.sampled_from(["a", "b", "c", ""]), min_size=4, max_size=30),
    st.lists(st.sampled_from(["a", "b", "c", ""]), min_size=1, max_size=4),
)
def test_what_up_to_four_people_do_is_never_published(places, moves):
    """The first of them come, go or change their minds; an empty place is nowhere."""
    moved = [*moves, *places[len(moves) :]]

    def count(where: list[str]) -> dict[str, int]:
        return {cell: where.count(cell) for cell in set(where) - {""}}

    before, now = count(places), count(moved)
    changed = {cell for cell in "abc" if before.get(cell, 0) != now.get(cell, 0)}
    assert may_follow(before, now) == (not changed)


@pytest.mark.parametrize(
    ("numbers", "may"),
    [
        ([], True),
        ([(9, 9)], True),
        ([(9, 14), (20, 15)], True),
        ([(9, 10)], False),
        ([(9, 14), (9, 5)], False),
    ],
)
def test_totals_follow_when_none_changed_by_few(numbers, may):
    assert totals_may_follow(numbers) == may
