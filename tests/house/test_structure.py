"""The structure keeps its limits, and each limit is noticed when it is not kept."""

from __future__ import annotations

import ast

import pytest

from checks.structure import Figures, branches_of, faults, measure

WITHIN = {"lines": 100, "ordered_lines": 90, "unordered": {}, "branches": {}, "long_files": {}}


def test_the_structure_keeps_its_limits():
    assert faults(measure()) == []


@pytest.mark.parametrize(
    ("beyond", "word"),
    [
        ({"ordered_lines": 89}, "contract"),
        ({"branches": {str(number): 16 for number in range(16)}}, "15 functions"),
        ({"branches": {"one": 31}}, "30 branches"),
        ({"long_files": {str(number): 301 for number in range(11)}}, "10 files"),
    ],
)
def test_a_limit_that_is_not_kept_is_said(beyond, word):
    (fault,) = faults(Figures(**WITHIN | beyond))
    assert word in fault


def test_branches_are_counted_in_nested_functions_too():
    function = ast.parse(
        "def f(a, b):\n    def g():\n        return 1 if a and b else 2\n    return [x for x in a if x]\n"
    ).body[0]
    assert branches_of(function) == 4
