"""How large a request's body may be: one table, by the names of the addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import get_language_from_path


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """
    What the form at an address may send.

    :ivar bytes: how much, with all that encoding adds
    :ivar takes_files: whether it has a field for files
    """

    bytes: int
    takes_files: bool = False


USUAL = BodyLimit(500_000)
LARGER = {
    "desk:from-announcement": BodyLimit(11_000_000, takes_files=True),
    "desk:check-announcement": BodyLimit(2_500_000),
    "desk:new-material": BodyLimit(26_000_000, takes_files=True),
    "desk:material": BodyLimit(26_000_000, takes_files=True),
    "desk:face": BodyLimit(2_700_000, takes_files=True),
    "desk:face-email": BodyLimit(2_700_000, takes_files=True),
    "desk:new-import": BodyLimit(6_000_000, takes_files=True),
    "desk:take-in-findings": BodyLimit(2_000_000, takes_files=True),
    "desk:take-in-measures": BodyLimit(2_000_000, takes_files=True),
    "desk:new-actions-file": BodyLimit(21_000_000, takes_files=True),
    "desk:board-transcript": BodyLimit(11_000_000, takes_files=True),
    "desk:board-take-in": BodyLimit(62_000_000, takes_files=True),
}
"""Addresses whose forms take a file or a long text: what the form itself accepts, and a little more."""


@lru_cache(maxsize=1024)
def limit_of(path: str) -> BodyLimit:
    """Return what a request to ``path`` may bring."""
    try:
        # Addresses are found in one language at a time.
        with translation.override(get_language_from_path(path) or "en"):
            name = resolve(path).view_name
    except Resolver404:
        return USUAL
    return LARGER.get(name, USUAL)
