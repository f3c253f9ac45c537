"""The interface's words in the reader's language, as they are looked for on a page."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext, override, pgettext

from skaala.ui.texts import Texts


def said(text: str, language: str, context: str = "") -> str:
    """Return the interface's text; where a catalogue lacks it, the English one is looked for and not found."""
    with override(language):
        return pgettext(context, text) if context else gettext(text)


def counted(one: str, many: str, number: int, language: str) -> str:
    with override(language):
        return ngettext(one, many, number)


def written(texts: Texts, language: str) -> str:
    """Return what people wrote, in ``language``."""
    return str(texts.get(language))
