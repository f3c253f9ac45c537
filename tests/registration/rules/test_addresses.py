"""Which names are taken for web addresses: an email program would make links of them."""

from __future__ import annotations

import pytest

from skaala.registration.rules.addresses import clean_address, holds_link

# Those that reports on unwanted emails name most often.
ABUSED = (
    "bar", "bond", "buzz", "click", "club", "fit", "fun", "host", "icu", "link", "live", "loan", "mobi", "monster", "online", "party", "quest",
    "sale", "sbs", "shop", "site", "space", "store", "top", "vip", "wang", "website", "win", "work", "xyz",
)  # fmt: skip


@pytest.mark.parametrize("ending", ABUSED)
def test_a_frequent_ending_makes_an_address_in_capitals_too(ending):
    assert holds_link(f"Voitto.{ending.upper()}")
    assert holds_link(f"Voitto {ending.capitalize()}: palkinto.{ending}")
    assert not holds_link(f"Voitto {ending.upper()}")


@pytest.mark.parametrize(
    ("name", "is_link"),
    [
        ("a.b.Evil.SHOP", True),
        ("SHOP.Evil.Anna", False),
        ("192.0.2.1", True),
        ("1.2", False),
        ("xn--80ak6aa92e.XN--P1AI", True),
        ("A.Fi", False),
        ("Ab.Fi", True),
    ],
)
def test_the_last_part_decides(name, is_link):
    assert holds_link(name) is is_link


def test_an_address_is_kept_without_what_cannot_be_seen():
    assert clean_address(" \u200banna@example.org\u200d\n") == "anna@example.org"
