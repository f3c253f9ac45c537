"""What a page's address is to the tests that look at every page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True, eq=False)
class Address:
    """
    One page in one state.

    :param sends: what a form sends; then it is a POST
    :param state_of: the page this is another state of; the two may share a title
    :param looks_like: the page that shows the same; a browser looks at that one alone
    :param asked: how often it has to be asked until it answers with ``status``
    """

    name: str
    path: str
    status: int = 200
    who: str = "public"
    sends: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    state_of: str = ""
    looks_like: str = ""
    asked: int = 1

    def __str__(self) -> str:
        return self.name


def with_key(name: str, path: str, whose: str = "paula", *args: Any, **more: Any) -> Address:
    """A page that opens with somebody's key in the browser."""
    return Address(name, path, *args, headers={"Cookie": f"{{{whose}_cookie}}"}, **more)
