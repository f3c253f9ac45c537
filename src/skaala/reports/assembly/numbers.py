"""Numbers and enumerations as texts write them, in the active language."""

from __future__ import annotations

from collections.abc import Iterable

from babel.lists import format_list
from babel.numbers import format_decimal
from django.utils.translation import get_language, pgettext


def number_word(number: int) -> str:
    """Return a number as texts write it: a word from two to ten, otherwise in figures."""
    words = {
        2: pgettext("number", "two"),
        3: pgettext("number", "three"),
        4: pgettext("number", "four"),
        5: pgettext("number", "five"),
        6: pgettext("number", "six"),
        7: pgettext("number", "seven"),
        8: pgettext("number", "eight"),
        9: pgettext("number", "nine"),
        10: pgettext("number", "ten"),
    }
    return words.get(number, str(number))


def grouped(number: int) -> str:
    """Return a number in figures, its thousands apart as the active language writes them."""
    return str(format_decimal(number, locale=_locale()))


def listed(parts: Iterable[str]) -> str:
    """Join with commas and an “and” in the active language."""
    return format_list(list(parts), locale=_locale())


def _locale() -> str:
    return (get_language() or "en").replace("-", "_")
