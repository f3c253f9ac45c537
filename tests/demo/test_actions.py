"""The demo's actions: what their words name is among their conditions, and all that counts them agrees."""

from __future__ import annotations

import pytest

from skaala.catalogue.rules.need_words import named_in
from skaala.catalogue.rules.needs import NEEDS
from skaala.demo.actions import read_file

FILES = ("invented_actions.txt", "actions_of_five_cities.txt")
DESCRIBED = [one for file in FILES for one in read_file(file)]


@pytest.mark.parametrize("described", DESCRIBED, ids=lambda one: one.name.get("en"))
def test_what_the_words_name_is_a_condition(described):
    texts = {
        code: f"{described.name.get(code)}. {described.summary.get(code)}" for code in ("fi", "sv", "en")
    }
    needs = {one for one in described.cells[-1].split(",") if one}
    assert needs <= {*NEEDS}
    assert {*named_in(texts)} <= needs
