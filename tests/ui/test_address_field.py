"""Common slips in an email address are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

import skaala
from skaala.ui.address_field import AddressField


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("maija@kunta,fi", "comma"),
        ("maija@kunta.fi, ville@kunta.fi", "one email address only"),
        ("maija@@kunta.fi", "two @ signs"),
        ("maija.kunta.fi", "@ sign is missing"),
        ("@kunta.fi", "comes before the @ sign"),
        ("maija@kunta", "for example .fi"),
        ("maija@kunta..fi", "full stop too many"),
        ("maija@kunta.fi.", "full stop too many"),
        ("päivi@kunta.fi", "There is ä before"),
        ("maija mayor@kunta.fi", "space"),
        ("maija@kun_ta.fi", "in full"),
    ],
)
def test_a_slip_is_named(typed, said):
    with override("en"), pytest.raises(ValidationError, match=said):
        AddressField().clean(typed)


@pytest.mark.parametrize("typed", [" maija@kunta.fi ", "maija+x@kunta.fi", "maija@jyväskylä.fi"])
def test_a_right_one_is_taken(typed):
    assert AddressField().clean(typed) == typed.strip()


def test_forms_ask_for_addresses_by_this_field():
    source = Path(skaala.__file__).parent
    others = [path for path in source.glob("*/**/*.py") if "forms.EmailField" in path.read_text()]
    assert {path.relative_to(source).as_posix() for path in others} == {
        "ui/address_field.py",
        "ui/style_guide/sample_forms.py",
    }
