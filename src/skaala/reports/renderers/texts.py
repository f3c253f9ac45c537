"""Texts and numbers as files can hold them: literal, and in the way of the report's language."""

from __future__ import annotations

import re

from django.utils import translation
from django.utils.formats import localize
from django.utils.translation import gettext as _

# What no XML holds (controls, halves of pairs, non-characters), and what turns the direction of what follows: nothing
# that could be seen is lost with either.
UNHOLDABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
WHITE = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
WEB = re.compile(r"https?://[^\s\"<>]+")


def clean(text: str) -> str:
    """Return a text as one paragraph without what no file can hold; everything that can be seen stays as it is."""
    return WHITE.sub(" ", UNHOLDABLE.sub("", text)).strip()


def language_tag(code: str, otherwise: str) -> str:
    """Return the language of a quotation as files name it, or ``otherwise`` where it is not known."""
    match = LANGUAGE.fullmatch(code)
    return match.group(1) if match else otherwise


def web_address(address: str) -> str:
    """Return an address if it is one that a reader may follow, else nothing: a file starts no programs."""
    return address if WEB.fullmatch(address) else ""


def percent(share: int) -> str:
    """Write a share as the language in force does."""
    return _("%(share)s%%") % {"share": share}


def interval(low: int, high: int) -> str:
    """Write an interval of shares as the language in force does."""
    return percent(f"{low}–{high}")  # type: ignore[arg-type]


def cell_text(value: str | int | float | None) -> str:
    """Write a table's cell as the language in force does; nothing is a dash."""
    if value is None:
        return "–"
    return clean(value) if isinstance(value, str) else str(localize(value))


def labels(language: str) -> dict[str, str]:
    """Return the renderers' own words in ``language``."""
    with translation.override(language):
        return {
            "contents": _("Contents"),
            "summary": _("Summary"),
            "overview": _("Overview"),
            "tables": _("Tables"),
            "method": _("How the figures were made"),
            "who": _("Who"),
            "about": _("What"),
            "share": _("Share"),
            "interval": _("95% interval"),
            "votes": _("Votes"),
            "firmness": _("How far this carries"),
            "takes": _("Who takes it on"),
            "when": _("By when"),
            "source": _("Source"),
            "themes": _("Themes"),
            "theme": _("Theme"),
            "few": _("fewer than five votes"),
            "steps": _("Share that agrees"),
            "web": _("This report on the web"),
            "version": _("Version"),
            "page": _("Page"),
            "findings": _("Findings"),
            "figures": _("Figures"),
            "quotes": _("Quotations"),
            "number": _("Number"),
            "kind": _("Kind"),
            "section": _("Section"),
            "finding": _("Finding"),
            "paragraphs": _("Text"),
            "language": _("Language"),
            "said_in": _("Said in"),
            "note": _("Note"),
            "address": _("Address"),
            "chart": _("Chart"),
            "key": _("Key"),
            "low": _("Interval from"),
            "high": _("Interval to"),
            "about_file": _("About this file"),
            "date": _("Date"),
            "publishers": _("Publishers"),
            "sheet": _("Sheet"),
            "holds": _("Holds"),
            "continued": _("continued"),
            "statement": _("Statement"),
        }
