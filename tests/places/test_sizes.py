"""What follows from a municipality's figures."""

from __future__ import annotations

import pytest

from skaala.places.rules.sizes import holds_in, size_class


@pytest.mark.parametrize(
    ("population", "size"),
    [(111, "small"), (9_999, "small"), (10_000, "medium"), (49_999, "medium"), (50_000, "large")],
)
def test_size_classes(population, size):
    assert size_class(population) == size


@pytest.mark.parametrize(
    ("year", "until", "holds"),
    [
        (2014, None, False),
        (2015, None, True),
        (2100, None, True),
        (2014, 2020, False),
        (2015, 2020, True),
        (2020, 2020, True),
        (2021, 2020, False),
    ],
)
def test_what_holds_from_one_year_to_another_holds_in_both(year, until, holds):
    assert holds_in(year, valid_from=2015, valid_until=until) is holds
