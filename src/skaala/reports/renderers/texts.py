"""Texts and numbers as files can hold them: literal, and in the way of the report's language."""

from __future__ import annotations

import re

from django.utils import translation
from django.utils.formats import localize
from django.utils.translation import pgettext

from skaala.reports.contents import Contents
from skaala.reports.figures.vote_snapshot import FIRST_RULE, RULE

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


def statements_address(contents: Contents) -> str:
    """Return where all statements of a published version are listed on the web; empty where nothing refers to them."""
    address = web_address(contents.address)
    return (
        f"{address}{contents.version}/statements/"
        if address and contents.version and contents.statements
        else ""
    )


def titled_summary(contents: Contents, otherwise: str = "") -> list[tuple[str, str]]:
    """Return the paragraphs of the summary, each with its heading; without headings the first has ``otherwise``."""
    titles = contents.summary_titles or (otherwise, *("" for _ in contents.summary[1:]))
    return list(zip(titles, contents.summary, strict=False))


def foreign_texts(contents: Contents) -> tuple[tuple[str, str], ...]:
    """Return the texts in a report that are in another language than its own, with that language."""
    quotes = (quote for part in contents.sections for entry in part.entries for quote in entry.quotes)
    found = {quote.text: quote.language for quote in quotes} | dict(contents.spoken)
    return tuple((text, code) for text, code in found.items() if text and code not in {"", contents.language})


def runs(text: str, foreign: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """
    Return a text in pieces, each with its language; empty for the report's own.

    >>> runs("Next: “Varje år” (6.1)", (("Varje år", "sv"),))
    [('Next: “', ''), ('Varje år', 'sv'), ('” (6.1)', '')]
    """
    if not foreign or not text:
        return [(text, "")] if text else []
    languages = dict(foreign)
    longest_first = sorted(languages, key=len, reverse=True)
    pieces = re.split(f"({'|'.join(map(re.escape, longest_first))})", text)
    return [(piece, languages.get(piece, "") if at % 2 else "") for at, piece in enumerate(pieces) if piece]


def percent(share: int | str) -> str:
    """Write a share as the language in force does."""
    return pgettext("report", "%(share)s%%") % {"share": share}


def interval(low: int, high: int) -> str:
    """Write an interval of shares as the language in force does."""
    return percent(f"{low}–{high}")


def cell_text(value: str | int | float | None) -> str:
    """Write a table's cell as the language in force does; nothing is a dash."""
    if value is None:
        return "–"
    return clean(value) if isinstance(value, str) else str(localize(value))


def labels_of(contents: Contents) -> dict[str, str]:
    """Return the renderers' own words for a report: a published version's are those it was published with."""
    return labels(contents.language, contents.rule) | dict(contents.labels)


def labels(language: str, rule: int = RULE) -> dict[str, str]:
    """Return the renderers' own words in ``language``, of a report under ``rule``; their context keeps them apart from other rooms' same words."""
    with translation.override(language):
        return {
            "contents": pgettext("report", "Contents"),
            "summary": pgettext("report", "Summary"),
            "overview": pgettext("report", "Overview"),
            "tables": pgettext("report", "Tables"),
            "method": pgettext("report", "How the figures were made"),
            "who": pgettext("report", "Who"),
            "about": pgettext("report", "What"),
            "share": pgettext("report", "Share"),
            "interval": pgettext("report", "95% interval"),
            "votes": pgettext("report", "Votes"),
            "votes_short": pgettext("report, narrow column", "Votes"),
            "firmness": pgettext("report", "How reliable this is"),
            "takes": pgettext("for a next step", "Responsible"),
            "when": pgettext("report", "By when"),
            "source": pgettext("report", "Source"),
            "themes": pgettext("report", "Themes"),
            "theme": pgettext("report", "Theme"),
            "few": pgettext("report", "fewer than five votes")
            if rule == FIRST_RULE
            else pgettext("report", "fewer than ten votes"),
            "steps": pgettext("report", "Share that agrees"),
            "web": pgettext("report", "This report on the web"),
            "version": pgettext("report", "Version"),
            "findings": pgettext("report", "Findings"),
            "figures": pgettext("report", "Figures"),
            "quotes": pgettext("report", "Quotations"),
            "number": pgettext("report", "Number"),
            "kind": pgettext("report", "Type"),
            "section": pgettext("report", "Section"),
            "finding": pgettext("report", "Finding"),
            "paragraphs": pgettext("report", "Text"),
            "language": pgettext("report", "Language"),
            "said_in": pgettext("report", "Presented in"),
            "note": pgettext("report", "Note"),
            "translation": pgettext("report", "Translation"),
            "address": pgettext("report", "Address"),
            "chart": pgettext("report", "Chart"),
            "key": pgettext("report", "Key"),
            "low": pgettext("report", "Interval from"),
            "high": pgettext("report", "Interval to"),
            "about_file": pgettext("report", "About this file"),
            "date": pgettext("report", "Date"),
            "publishers": pgettext("report", "Publishers"),
            "sheet": pgettext("report", "Sheet"),
            "holds": pgettext("report", "Contains"),
            "continued": pgettext("report", "continued"),
            "statement": pgettext("report", "Statement"),
            "profiles": pgettext("report", "Theme by theme"),
            "numbers": pgettext(
                "report", "Numbers in square brackets are those of the statements. All are listed here"
            ),
            "lists": pgettext("report", "What unites, what divides, what is uncertain"),
        }
