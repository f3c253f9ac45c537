"""
What a text says as a whole, before its events are told apart: language, head, sentences, roles of dates.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from skaala.announcement.dates.find import find_dates
from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.dates.year_clues import YearClues, gather_clues
from skaala.announcement.document.organisers import find_organisers
from skaala.announcement.document.publication import find_published
from skaala.announcement.draft import Draft, Note, Reason, Span
from skaala.announcement.layout.page import TextLine, lay_out
from skaala.announcement.layout.parts import parts_of_lines
from skaala.announcement.layout.sentences import split_sentences
from skaala.announcement.roles.columns import role_by_column
from skaala.announcement.roles.decide import role_of
from skaala.announcement.roles.role import DateRole, Sentence
from skaala.announcement.times.find import find_times
from skaala.announcement.times.mentions import TimeMention
from skaala.announcement.titles.document import document_title
from skaala.announcement.vocabulary.purposes import REGISTRATION, TAKES_PLACE
from skaala.insight.languages import detect_language

MOST_DATES = 2000
MOST_CONTEXT = 200  # characters before a sentence, in the same paragraph


class TextReading:
    """One reading of one text."""

    def __init__(self, text: str, published: date | None) -> None:
        self.page = lay_out(text)
        self.result = Draft(text)
        self.mentions = find_dates(self.page)
        if len(self.mentions) > MOST_DATES:
            self.mentions = self.mentions[:MOST_DATES]
            self.result.notes.append(Note.TOO_MANY)
        self.times = find_times(self.page, self.mentions)
        self.taken = sorted([m.span for m in self.mentions] + [t.span for t in self.times])
        self.dated_lines = {mention.line for mention in self.mentions}
        self.sentences = self._cut_sentences()
        self.sentence_starts = [sentence.span.start for sentence in self.sentences]
        self._put_dates_and_times_into_sentences()
        self.parts = parts_of_lines(self.page, self.dated_lines)
        self.published = published
        self.header: DateMention | None = None
        self.roles: dict[DateMention, DateRole] = {}
        self.clues = YearClues()

    def whole(self) -> None:
        """Read what holds for the whole text, and what each date in it is for."""
        self._read_language()
        self._read_published()
        self._read_title()
        self._read_organisers()
        self._give_roles()
        self.clues = gather_clues(self.page, self.mentions, self.published)

    def _cut_sentences(self) -> list[Sentence]:
        mentions: list[DateMention | TimeMention] = [*self.mentions, *self.times]
        by_line: dict[int, list[Span]] = {}
        for mention in mentions:
            by_line.setdefault(mention.line, []).append(mention.span)
        return [
            Sentence(span, line)
            for line in self.page.lines
            for span in split_sentences(self.page, line, sorted(by_line.get(line.index, [])))
        ]

    def _put_dates_and_times_into_sentences(self) -> None:
        for mention in self.mentions:
            self._sentence_before(mention.span.start).dates.append(mention)
        for time in self.times:
            self._sentence_before(time.span.start).times.append(time)

    def _sentence_before(self, position: int) -> Sentence:
        return self.sentences[bisect_right(self.sentence_starts, position) - 1]

    def _read_language(self) -> None:
        self.result.language = detect_language(self.page.folded)
        if self.result.language is None:
            self.result.undecided["language"] = Reason.UNKNOWN_LANGUAGE

    def _read_published(self) -> None:
        """Read the day of publication; the one that the caller knows wins over the one in the text."""
        stated = find_published(self.page, self.mentions)
        day = None
        if stated:
            day, self.header = stated
            self.published = self.published or day
        if self.published is None:
            self.result.undecided["published"] = Reason.NOT_STATED
            return
        self.result.published = self.published.isoformat()
        if self.header and day == self.published:
            self.result.evidence["published"] = [self.header.span]

    def _read_title(self) -> None:
        title = document_title(self.page, [mention.span for mention in self.mentions])
        if title:
            self.result.title = one_line(title.of(self.page.text))
            self.result.evidence["title"] = [title]
        else:
            self.result.undecided["title"] = Reason.NOT_STATED

    def _read_organisers(self) -> None:
        organisers = find_organisers(self.page)
        self.result.organisers = [one_line(name) for name, _ in organisers]
        if organisers:
            self.result.evidence["organiser"] = [span for _, span in organisers]
        else:
            self.result.undecided["organiser"] = Reason.NOT_STATED

    def _give_roles(self) -> None:
        for sentence in self.sentences:
            for at, mention in enumerate(sentence.dates):
                self.roles[mention] = self._role_of(sentence, at)

    def _role_of(self, sentence: Sentence, at: int) -> DateRole:
        mention = sentence.dates[at]
        if mention is self.header:
            return DateRole.PUBLISHED
        by_column = role_by_column(self.page, mention, self.dated_lines)
        if by_column is not None:
            return by_column
        part = self.parts[sentence.line.index]
        before = self.roles.get(sentence.dates[at - 1]) if at else None
        return role_of(self.page, sentence, at, part, self._paragraph_before(sentence), before)

    def _paragraph_before(self, sentence: Sentence) -> str:
        """Return the words before a sentence in the same paragraph."""
        line = sentence.line
        low = max(
            self.page.first_of_block(line).start,
            line.start - MOST_CONTEXT,
            sentence.span.start - MOST_CONTEXT,
        )
        return self.page.folded[low : sentence.span.start]

    def sentence_at(self, position: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self.sentence_starts, position) - 1)]

    def words(self, sentence: Sentence) -> str:
        return self.page.folded[sentence.span.start : sentence.span.end]

    def sentences_between(self, start: int, end: int) -> list[Span]:
        """Return the sentences between two places, cut to them, without those about registering."""
        spans: list[Span] = []
        at = max(0, bisect_right(self.sentence_starts, start) - 1)
        while at < len(self.sentences) and self.sentences[at].span.start < end:
            sentence = self.sentences[at]
            low, high = max(start, sentence.span.start), min(end, sentence.span.end)
            if low < high and not self.is_about_registering(sentence):
                spans.append(Span(low, high))
            at += 1
        return spans

    def is_about_registering(self, sentence: Sentence) -> bool:
        words = self.words(sentence)
        return (
            bool(REGISTRATION.match(words.lstrip(" *•-")))
            and not TAKES_PLACE.search(words)
            and len(words.split()) < 40
            and not any(self.roles.get(m) is DateRole.EVENT for m in sentence.dates)
        )

    def taken_between(self, start: int, end: int) -> list[Span]:
        """Return the dates and times that lie, even in part, between two places."""
        low = max(0, bisect_right(self.taken, start, key=lambda span: span.start) - 1)
        high = bisect_right(self.taken, end, key=lambda span: span.start)
        return [span for span in self.taken[low:high] if span.start < end and span.end > start]

    def taken_on(self, line: TextLine) -> list[Span]:
        """Return the dates and times that begin on a line."""
        low = bisect_left(self.taken, line.start, key=lambda span: span.start)
        high = bisect_left(self.taken, line.end, key=lambda span: span.start)
        return self.taken[low:high]

    def title_span(self) -> Span:
        """Return where the text's title is; empty if it has none."""
        spans = self.result.evidence.get("title")
        return spans[0] if spans else Span(0, 0)


def one_line(words: str) -> str:
    return " ".join(words.split())
