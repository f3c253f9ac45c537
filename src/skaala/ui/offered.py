"""
Which languages are offered while a page, an email or a file is made: those of its series, and all where nothing narrows them.

What is not offered is neither asked for nor shown as missing. It is set once where a series is found, as the active
language is, so that no form and no template has to be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from skaala.ui.languages import LANGUAGE_CHOICES, LANGUAGES

_narrowed: ContextVar[tuple[str, ...]] = ContextVar("offered_languages", default=())


def every_language() -> list[str]:
    """Return all languages of the settings; for the default of a column."""
    return list(LANGUAGES)


def known_among(codes: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``codes`` that the settings have, in their order; all where it is none of them."""
    chosen = set(codes)
    return tuple(code for code in LANGUAGES if code in chosen) or LANGUAGES


def offered() -> tuple[str, ...]:
    """Return the languages that are offered now."""
    return _narrowed.get() or LANGUAGES


def offered_choices() -> list[tuple[str, str]]:
    """Return the languages that are offered now, each by its own name, for a list to choose from."""
    return [(code, name) for code, name in LANGUAGE_CHOICES if code in offered()]


def offer(languages: Iterable[str]) -> None:
    """Offer ``languages`` alone until the end of the request."""
    _narrowed.set(known_among(languages))


@contextmanager
def offering(languages: Iterable[str]) -> Iterator[None]:
    """Offer ``languages`` alone within the block."""
    before = _narrowed.set(known_among(languages))
    try:
        yield
    finally:
        _narrowed.reset(before)


def offered_one(language: str, languages: Iterable[str]) -> str:
    """Return ``language`` if it is one of ``languages``, else the first of them."""
    found = known_among(languages)
    return language if language in found else found[0]
