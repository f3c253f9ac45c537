"""E-mail addresses as they are compared, and names that would become links."""

from __future__ import annotations

import re
import unicodedata

_LINK = re.compile(r"://|@|\bwww\.|\b(?:https?|mailto|tel):", re.IGNORECASE)
_DOTTED = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_FREQUENT_ENDINGS = frozenset(
    [
        "app",
        "art",
        "bank",
        "bar",
        "best",
        "biz",
        "blog",
        "bond",
        "buzz",
        "cash",
        "click",
        "cloud",
        "club",
        "com",
        "company",
        "dev",
        "digital",
        "email",
        "events",
        "express",
        "finance",
        "fit",
        "fun",
        "games",
        "group",
        "guru",
        "help",
        "host",
        "icu",
        "info",
        "ink",
        "ltd",
        "life",
        "link",
        "live",
        "llc",
        "loan",
        "lol",
        "love",
        "marketing",
        "media",
        "mobi",
        "money",
        "mom",
        "monster",
        "net",
        "network",
        "news",
        "ninja",
        "one",
        "online",
        "org",
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
    ]
)


def holds_link(name: str) -> bool:
    """
    Say whether a name has an address of the web or of a mailbox in it, which an email program would turn into a link.

    Titles and initials pass: ``Dr.Mikko``, ``J.R.R. Tolkien``, ``M.Sc. Anna Holm``.

    >>> [holds_link(name) for name in ("Voitit! palkinto-evil.fi", "PALKINTO.FI", "A. Virtanen", "Ph.D. Li", "St.John")]
    [True, True, False, False, False]
    """
    plain = unicodedata.normalize("NFKC", name).replace("\u3002", ".")
    return _LINK.search(plain) is not None or any(map(_is_address, _DOTTED.findall(plain)))


def _is_address(dotted: str) -> bool:
    before, ending = dotted.rsplit(".", 1)[0].rpartition(".")[2], dotted.rpartition(".")[2]
    if before.isdigit() and ending.isdigit():
        return dotted.count(".") == 3
    if len(ending) < 2 or not ending.isalpha():
        return ending.lower().startswith("xn--")
    # Two letters are a country; of longer endings those in small letters might be one, the others only if they are frequent.
    is_country = len(ending) == 2 and ending.isascii() and len(before) > 1
    return is_country or ending.islower() or ending.lower() in _FREQUENT_ENDINGS


def clean_address(address: str) -> str:
    """Return an e-mail address as it is written to: trimmed, and without characters that cannot be seen."""
    return "".join(letter for letter in address if unicodedata.category(letter) not in {"Cf", "Cc"}).strip()


def normalise_address(address: str) -> str:
    """Return an e-mail address as it is compared: trimmed, without what cannot be seen, NFKC, without regard to case."""
    return unicodedata.normalize("NFKC", clean_address(address)).casefold()
