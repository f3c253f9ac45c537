"""Best–worst choices: everybody sees every item as often, and an order that was planted is found with its doubt."""

from __future__ import annotations

import math
import random
from collections import Counter
from itertools import combinations, pairwise

import pytest

from skaala.insight.best_worst import (
    FEWEST_PEOPLE,
    MOST_SETS,
    TIMES_SHOWN,
    Answer,
    design,
    each_is_seen_often,
    is_sure,
    rank,
)


def answers(worth: dict[str, float], people: int, *, seed: int = 1) -> dict[str, list[Answer]]:
    """What so many people choose of whom each finds items worth so much, with a noise of their own in each set."""
    chance = random.Random(seed)

    def noise() -> float:
        return -math.log(-math.log(chance.random()))

    found: dict[str, list[Answer]] = {}
    for number in range(people):
        given = []
        for items in design(list(worth), seed=str(number)):
            felt = sorted(items, key=lambda item: worth[item] + noise())
            given.append((items, felt[-1], felt[0]))
        found[str(number)] = given
    return found


@pytest.mark.parametrize("count", [*range(5, 18), 20, 32])
def test_each_person_sees_each_item_three_times_and_no_set_has_one_twice(count):
    items = [chr(97 + number) for number in range(count)]
    for seed in map(str, range(20)):
        sets = design(items, seed=seed)
        assert sets == design(items, seed=seed)
        assert all(len(set(one)) == 4 for one in sets)
        times = Counter(item for one in sets for item in one)
        assert min(times[item] for item in items) >= TIMES_SHOWN
        assert max(times.values()) - min(times[item] for item in items) <= 1
        assert len(sets) == math.ceil(count * TIMES_SHOWN / 4) <= MOST_SETS


def test_pairs_meet_about_as_often():
    items = "abcdefgh"
    met = Counter(
        frozenset(pair)
        for seed in range(100)
        for one in design(items, seed=str(seed))
        for pair in combinations(one, 2)
    )
    assert len(met) == 28 and max(met.values()) < 1.35 * min(met.values())


def test_of_many_items_each_person_sees_a_part_and_all_together_see_each_as_often():
    items = [str(number) for number in range(40)]
    sets = [design(items, seed=str(seed)) for seed in range(200)]
    assert {len(one) for one in sets} == {MOST_SETS}
    times = Counter(item for each in sets for one in each for item in one)
    assert max(times.values()) < 1.25 * min(times.values()) and len(times) == 40


@pytest.mark.parametrize(("count", "sets", "size"), [(2, 0, 0), (3, 1, 3), (4, 1, 4), (5, 4, 4)])
def test_of_few_items_nobody_is_asked_the_same_twice(count, sets, size):
    found = design("abcde"[:count], seed="x")
    assert (len(found), {len(one) for one in found} or {0}) == (sets, {size})


def test_a_planted_order_is_found():
    worth = {name: -0.8 * place for place, name in enumerate("hgfedcba")}
    order = rank(answers(worth, 40), sorted(worth), seed="x")
    assert (order.people, [one.item for one in order.items]) == (40, list(worth))
    assert all(one.low <= one.score <= one.high for one in order.items)
    assert is_sure(order.items[0], order.items[-1])
    assert [one.first_rank <= place <= one.last_rank for place, one in enumerate(order.items, 1)] == [
        True
    ] * 8


def test_without_an_order_none_is_sure():
    sure = 0
    for seed in range(20):
        order = rank(answers(dict.fromkeys("abcdefgh", 0.0), 20, seed=seed), "abcdefgh", seed="x")
        sure += sum(is_sure(above, below) for above, below in pairwise(order.items))
    assert sure <= 1, "neighbours of one order that comes from nowhere"


def test_intervals_hold_what_was_planted_about_as_often_as_they_say():
    worth = {name: -0.5 * place for place, name in enumerate("abcdef")}
    true = {one.item: one.score for one in rank(answers(worth, 3000, seed=99), "abcdef", seed="x").items}
    held = [
        one.low - 1 <= true[one.item] <= one.high + 1
        for seed in range(30)
        for one in rank(answers(worth, 25, seed=seed), "abcdef", seed="x").items
    ]
    assert sum(held) / len(held) > 0.88


def test_people_are_drawn_not_choices():
    """Ten people of one mind are as sure as ten, however many sets each has answered."""
    split: dict[str, list[Answer]] = {
        str(who): [(("a", "b", "c", "d"), *(("a", "b") if who % 2 else ("b", "a")))] * 12 for who in range(10)
    }
    order = rank(split, "abcd", seed="x")
    first = order.items[0]
    assert first.high - first.low > 80 and not is_sure(order.items[0], order.items[-1])


def test_below_ten_people_there_is_no_order_and_only_what_is_asked_counts():
    given = answers({"a": 2.0, "b": 1.0, "c": 0.0, "d": -1.0}, FEWEST_PEOPLE)
    few = dict(list(given.items())[:-1])
    assert rank(few, "abcd", seed="x").items == () and rank(few, "abcd", seed="x").people == 9
    order = rank(given | {"idle": []}, "abde", seed="x")
    assert order.people == 10 and {one.item for one in order.items} == {"a", "b", "d"}
    assert order == rank(given | {"idle": []}, "abde", seed="x")


@pytest.mark.parametrize(
    ("items", "is_often"), [(3, True), (4, True), (5, True), (17, True), (32, True), (33, False)]
)
def test_it_is_said_whether_everybody_sees_each_item_three_times(items, is_often):
    assert each_is_seen_often(items) is is_often
    if items > 4:
        times = Counter(
            item for one in design([str(number) for number in range(items)], seed="x") for item in one
        )
        assert (min(times[str(number)] for number in range(items)) >= TIMES_SHOWN) is is_often
