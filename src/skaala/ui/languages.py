"""The languages of pages and texts as the settings have them, and what they are called.

They are declared in `skaala.config.languages`; nothing else lists them.
"""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language, gettext

from skaala.ui import language_names

LANGUAGES: tuple[str, ...] = tuple(code for code, _name in settings.LANGUAGES)
DEFAULT_LANGUAGE: str = settings.LANGUAGE_CODE
LANGUAGE_CHOICES: list[tuple[str, str]] = [(code, str(name)) for code, name in settings.LANGUAGES]
"""For a list to choose from: each language by its own name, so that whoever looks for it finds it."""
LONGEST_CODE = 16
"""Room for the code of a language in a column."""


def default_language() -> str:
    """Return the language of whoever has not chosen one; for the default of a column."""
    return DEFAULT_LANGUAGE


def known_language(code: str | None) -> str:
    """Return the language of ours that ``code`` means (`sv` for `sv-FI`), the default one if none."""
    wanted = (code or "").lower()
    for candidate in (wanted, wanted.partition("-")[0]):
        if candidate in LANGUAGES:
            return candidate
    return DEFAULT_LANGUAGE


def reader_language() -> str:
    """Return the language now active."""
    return known_language(get_language())


def language_name(code: str) -> str:
    """Return what a language is called in the reader's, as within a sentence: "ruotsi"."""
    return language_names.language_name(code, reader_language())


def language_label(code: str) -> str:
    """Return what a language is called in the reader's, as a label: "Ruotsi"."""
    name = language_name(code)
    return name[:1].upper() + name[1:]


def code_of_language(written: str) -> str | None:
    """Return which language of ours is meant by its code or by its name in any of them; None if none is."""
    wanted = " ".join(written.split()).casefold()
    for code, own_name in LANGUAGE_CHOICES:
        names = (language_names.language_name(code, language) for language in (*LANGUAGES, "en"))
        if wanted in {code, own_name.casefold(), *(name.casefold() for name in names)}:
            return code
    return None


def only_in(code: str) -> str:
    """Return the note, in the reader's language, that a text exists in ``code`` alone."""
    return gettext(language_names.only_in_message(code))
