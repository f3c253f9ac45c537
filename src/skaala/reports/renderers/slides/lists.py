"""Slides of text in which nothing is cut: a paragraph, or a statement with its votes, is there whole or in the notes alone."""

from __future__ import annotations

from collections.abc import Sequence

from skaala.reports.contents import Contents, Table
from skaala.reports.renderers.slides.deck import BODY, INNER, SMALL, Deck
from skaala.reports.renderers.slides.fit import split
from skaala.reports.renderers.texts import clean, percent

GAP = 0.14
SIZES = (BODY, 20, SMALL)
LISTS = ("agreed", "divisive", "uncertain")
MOST_STATEMENTS = 5


def add_whole(deck: Deck, title: str, paragraphs: Sequence[str]) -> None:
    """Add one slide with as many of the paragraphs as fit, in the largest letters with which all do; all are in the notes."""
    slide = deck.slide(title)
    shown = [each for each in paragraphs if each]
    size = next((each for each in SIZES if _fits(shown, each, slide.room)), SMALL)
    while shown and not _fits(shown, size, slide.room):
        shown.pop()
    if shown:
        slide.text(shown, gap=GAP, size=size)
    slide.close([each for each in paragraphs if each])


def _fits(paragraphs: Sequence[str], size: int, room: float) -> bool:
    return len(split(paragraphs, size, INNER, room, GAP)) <= 1


def lists_of(contents: Contents) -> list[Table]:
    """Return the agreed, the divisive and the uncertain statements; those lists that have any."""
    return [table for table in contents.lists if table.key in LISTS and table.rows]


def statements_of(table: Table) -> list[str]:
    """Return the first statements of a list with how many agree, disagree, passed and voted."""
    heads = [clean(each).rstrip(" ,%").lower() for each in table.columns]
    found = []
    for text, number, *shares, votes in table.rows[:MOST_STATEMENTS]:
        named = [
            f"{head} {percent(int(share))}"
            for head, share in zip(heads[2:5], shares, strict=True)
            if isinstance(share, int)
        ]
        counts = f" – {', '.join(named)}; n = {votes}" if named else ""
        found.append(f"{clean(str(text))} [{number}]{counts}")
    return found
