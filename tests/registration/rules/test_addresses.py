"""Which names are taken for web addresses: an email program would make links of them."""

from __future__ import annotations

import pytest

from skaala.registration.rules.addresses import clean_address, holds_link

# Endings that unwanted emails use most, written down from lists of them and not from the program.
ABUSED = [
    "app",
    "bar",
    "best",
    "biz",
    "bond",
    "buzz",
    "cash",
    "click",
    "cloud",
    "club",
    "company",
    "digital",
    "email",
    "events",
    "express",
    "finance",
    "fit",
    "fun",
    "guru",
    "help",
    "host",
    "icu",
    "info",
    "ink",
    "life",
    "link",
    "live",
    "llc",
    "loan",
    "lol",
    "love",
    "ltd",
    "marketing",
    "media",
    "mobi",
    "mom",
    "money",
    "monster",
    "network",
    "news",
    "ninja",
    "one",
    "online",
    "page",
    "party",
    "photos",
    "pics",
    "press",
    "pro",
    "promo",
    "quest",
    "rest",
    "run",
    "sale",
    "sbs",
    "shop",
    "show",
    "site",
    "skin",
    "social",
    "solutions",
    "space",
    "store",
    "stream",
    "studio",
    "support",
    "team",
    "tech",
    "technology",
    "tel",
    "tips",
    "today",
    "tools",
    "top",
    "trade",
    "vip",
    "wang",
    "website",
    "wiki",
    "win",
    "work",
    "works",
    "world",
    "wtf",
    "xin",
    "xyz",
    "zone",
    "com",
    "net",
    "org",
    "dev",
    "art",
    "bank",
    "blog",
    "games",
    "group",
]


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
