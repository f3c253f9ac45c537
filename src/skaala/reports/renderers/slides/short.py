"""The deck for thirty minutes: ten slides at most, the summary and the three lists with how many voted; no statement is cut."""

from __future__ import annotations

from django.utils import translation

from skaala.reports.contents import Contents
from skaala.reports.renderers.slides import Slides
from skaala.reports.renderers.slides.alignment import add_alignment
from skaala.reports.renderers.slides.lists import add_whole, lists_of, statements_of
from skaala.reports.renderers.texts import clean
from skaala.tables.packages import without_clock

MOST_SLIDES = 10


def render(contents: Contents) -> bytes:
    """Return the deck as a PPTX."""
    with translation.override(contents.language):
        return without_clock(ShortDeck(contents).make())


class ShortDeck(Slides):
    """Lays the summary and the lists out, one slide each."""

    def make(self) -> bytes:
        self.add_cover()
        alignment = self.contents.alignment
        lists = [(clean(table.title), statements_of(table)) for table in lists_of(self.contents)]
        # What is uncertain gives way to the picture where there is no room for both.
        room = MOST_SLIDES - 2 - (alignment is not None)
        for title, paragraphs in [*self._passages(), *lists][:room]:
            add_whole(self.deck, title, paragraphs)
        if alignment is not None:
            add_alignment(self.deck, alignment)
        add_whole(self.deck, self.words["method"], [clean(each) for each in self.contents.method])
        return self.deck.save()

    def _passages(self) -> list[tuple[str, list[str]]]:
        titles, paragraphs = self.contents.summary_titles, self.contents.summary
        if not titles:
            return [(self.words["summary"], [clean(each) for each in paragraphs])] if paragraphs else []
        starts = [at for at, title in enumerate(titles) if title]
        return [
            (clean(titles[start]), [clean(each) for each in paragraphs[start:end]])
            for start, end in zip(starts, [*starts[1:], len(titles)], strict=True)
        ]
