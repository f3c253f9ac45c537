"""What languages are called in each other, by Unicode's locale data. Pure functions.

>>> language_name("sv", "fi"), language_name("sv", "en"), only_in_message("sv")
('ruotsi', 'Swedish', 'Only in Swedish')
"""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

SOURCE = "en"


@cache
def language_name(code: str, language: str) -> str:
    """Return the name of the language ``code`` in ``language``, as within a sentence; the code where none is known."""
    try:
        names = Locale.parse(language, sep="-").languages
    except (UnknownLocaleError, ValueError):
        names = Locale.parse(SOURCE).languages
    return str(names.get(code.replace("-", "_"), code))


def only_in_message(code: str) -> str:
    """Return the message that says that a text is there in ``code`` alone; the catalogues of this room translate it."""
    return f"Only in {language_name(code, SOURCE)}"
