"""
What a text says as a whole, before its events are told apart: language, head, sentences, roles of dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from skaala.series.announcement.dates import DateMention, find_dates
from skaala.series.announcement.draft import Draft, Note, Reason, Span
from skaala.series.announcement.headings import parts
from skaala.series.announcement.languages import tell_language
from skaala.series.announcement.people import find_organisers
from skaala.series.announcement.published import find_published
from skaala.series.announcement.role_words import REGISTRATION
from skaala.series.announcement.roles import Role, Sentence, role_by_column, role_of
from skaala.series.announcement.stretches import Stretch
from skaala.series.announcement.times import find_times
from skaala.series.announcement.titles import document_title
from skaala.series.announcement.tokens import lay_out, sentences
from skaala.series.announcement.years import YearClues, gather_clues

MOST_DATES = 2000


class Reading:
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
        self.sentences = self._cut_sentences()
        self.parts = parts(self.page, {m.line for m in self.mentions})
        self.published = published
        self.header: DateMention | None = None
        self.roles: dict[DateMention, Role] = {}
        self.clues = YearClues()
        self.sentence_starts = [sentence.span.start for sentence in self.sentences]

    def whole(self) -> None:
        """Read what holds for the whole text, and what each date in it is for."""
        self._read_language()
        self._read_published()
        self._read_head()
        self._give_roles()
        self.clues = gather_clues(self.page, self.mentions, self.published)

    def _cut_sentences(self) -> list[Sentence]:
        found: list[Sentence] = []
        by_line: dict[int, list[Span]] = {}
        for line_number, span in [(m.line, m.span) for m in self.mentions] + [
            (t.line, t.span) for t in self.times
        ]:
            by_line.setdefault(line_number, []).append(span)
        for line in self.page.lines:
            cut = sentences(self.page, line, sorted(by_line.get(line.index, [])))
            found.extend(Sentence(span, line) for span in cut)
        starts = [sentence.span.start for sentence in found]
        for mention in self.mentions:
            found[bisect_right(starts, mention.span.start) - 1].dates.append(mention)
        for time in self.times:
            found[bisect_right(starts, time.span.start) - 1].times.append(time)
        return found

    def _read_language(self) -> None:
        self.result.language = tell_language(self.page.folded)
        if self.result.language is None:
            self.result.undecided["language"] = Reason.UNKNOWN_LANGUAGE

    def _read_published(self) -> None:
        found = find_published(self.page, self.mentions)
        if found:
            day, self.header = found
            self.result.evidence["published"] = [self.header.span]
            if self.published is None:
                self.published = day
        if self.published is not None:
            self.result.published = self.published.isoformat()
            if found and found[0] != self.published:
                del self.result.evidence["published"]
        else:
            self.result.undecided["published"] = Reason.NOT_STATED

    def _read_head(self) -> None:
        title = document_title(self.page, [m.span for m in self.mentions])
        if title:
            self.result.title = one_line(title.of(self.page.text))
            self.result.evidence["title"] = [title]
        else:
            self.result.undecided["title"] = Reason.NOT_STATED
        organisers = find_organisers(self.page)
        self.result.organisers = [one_line(name) for name, _ in organisers]
        if organisers:
            self.result.evidence["organiser"] = [span for _, span in organisers]
        else:
            self.result.undecided["organiser"] = Reason.NOT_STATED

    def _give_roles(self) -> None:
        dated = {m.line for m in self.mentions}
        context_start = 0
        previous_line = -1
        for sentence in self.sentences:
            if sentence.line.index != previous_line:
                block_start = self.page.first_of_block(sentence.line).start
                context_start = max(block_start, sentence.line.start - 200)
                previous_line = sentence.line.index
            for at, mention in enumerate(sentence.dates):
                if mention is self.header:
                    self.roles[mention] = Role.PUBLISHED
                    continue
                column = role_by_column(self.page, mention, dated)
                if column is not None:
                    self.roles[mention] = column
                    continue
                context = self.page.folded[
                    max(context_start, sentence.span.start - 200) : sentence.span.start
                ]
                before = self.roles.get(sentence.dates[at - 1]) if at else None
                self.roles[mention] = role_of(
                    self.page, sentence, at, self.parts[sentence.line.index], context, before
                )

    def sentence_at(self, position: int) -> Sentence:
        starts = self.sentence_starts
        return self.sentences[max(0, bisect_right(starts, position) - 1)]

    def words(self, sentence: Sentence) -> str:
        return self.page.folded[sentence.span.start : sentence.span.end]

    def sentences_between(self, start: int, end: int) -> list[Span]:
        found: list[Span] = []
        at = max(0, bisect_right(self.sentence_starts, start) - 1)
        while at < len(self.sentences) and self.sentences[at].span.start < end:
            sentence = self.sentences[at]
            low, high = max(start, sentence.span.start), min(end, sentence.span.end)
            if low < high and not self.is_about_registering(sentence):
                found.append(Span(low, high))
            at += 1
        return found

    def is_about_registering(self, sentence: Sentence) -> bool:
        words = self.words(sentence)
        return (
            bool(REGISTRATION.match(words.lstrip(" *•-")))
            and not SAYS_IT_HAPPENS.search(words)
            and len(words.split()) < 40
            and not any(self.roles.get(m) is Role.EVENT for m in sentence.dates)
        )

    def taken_in(self, stretch: Stretch) -> list[Span]:
        low = max(0, bisect_right(self.taken, stretch.head_start, key=lambda span: span.start) - 1)
        high = bisect_right(self.taken, stretch.head_end, key=lambda span: span.start)
        return [s for s in self.taken[low:high] if s.start < stretch.head_end and s.end > stretch.head_start]

    def title_span(self) -> tuple[int, int]:
        spans = self.result.evidence.get("title")
        return (spans[0].start, spans[0].end) if spans else (0, 0)


def one_line(words: str) -> str:
    return " ".join(words.split())


SAYS_IT_HAPPENS = re.compile(
    r"(?:järjestetään|järjestää|järjestävät|järjestettä\w*|pidetään|pidettä\w*|kokoontu\w*|osallistu\w*|"
    r"seurata|toteutetaan|striimataan|lähetetään\s+suorana|ordnas|ordnar|hålls|hålla|arrangeras|delta\b|"
    r"deltar|följa|sänds|äger\s+rum|går\s+(?:via|av)|"
    r"takes?\s+place|held|join|attend|take\s+part|participat\w*|streamed|meets?\b|hosting|follow|"
    r"tilaisuudet|webinaarit|webbinarierna|tervetuloa|välkommen|welcome|olemme|kiertue|ilta)"
)
