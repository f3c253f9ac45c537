"""The pages of an organisation's look and sender, as rows of the list of addresses."""

from __future__ import annotations

from typing import Any

from tests.pages.address import Address

LOOK = "/desk/organisations/house/look/"
FACE: list[tuple[str, str, int, dict[str, Any] | None, str]] = [
    ("face", LOOK, 200, None, ""),
    (
        "face-errors",
        LOOK,
        422,
        {"accent": "#ffcc00", "band": "green", "reply_address": "x", "sender_name_fi": "tilaus@example.org"},
        "desk-face",
    ),
]
OPEN_FACE = [
    Address("reply-address", "/desk/reply-address/{reply_address}/"),
    Address("reply-address-none", "/desk/reply-address/made~up/", 404, state_of="reply-address"),
]
