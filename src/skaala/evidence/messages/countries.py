"""Countries by their two letters, and by what they are called in the languages of the house."""

from __future__ import annotations

from functools import cache

from babel import Locale

from skaala.ui.languages import LANGUAGES, known_language

HOME = "FI"
# What people write and Babel does not call them.
ALSO = {
    "uk": "GB",
    "england": "GB",
    "englanti": "GB",
    "usa": "US",
    "holland": "NL",
    "hollanti": "NL",
    "eu": "EU",
}
# Codes that CLDR knows and that are no countries.
NONE_OF_THEM = {"EZ", "QO", "UN", "XA", "XB", "XK", "ZZ"}


@cache
def names(language: str) -> dict[str, str]:
    """Return what each country is called in ``language``, and the European Union."""
    territories = Locale(language).territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NONE_OF_THEM
    }


def name(code: str, language: str) -> str:
    """
    Return what the country is called.

    >>> name("DK", "fi"), name("DK", "sv")
    ('Tanska', 'Danmark')
    """
    return names(known_language(language)).get(code, code)


def code_of(written: str) -> str | None:
    """
    Return the two letters of a country named in any of the languages, or written as its code.

    >>> code_of("ruotsi"), code_of("Sverige"), code_of("se"), code_of("Atlantis")
    ('SE', 'SE', 'SE', None)
    """
    return _codes().get(" ".join(written.split()).casefold())


@cache
def _codes() -> dict[str, str]:
    found = {name.casefold(): code for language in LANGUAGES for code, name in names(language).items()}
    return found | {code.casefold(): code for code in names("en")} | ALSO
