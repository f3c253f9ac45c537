"""The words around a date, and what each kind of them says: that something closes, opens, is registered for, is past."""

from __future__ import annotations

import re
from functools import cached_property

from skaala.announcement.layout.page import Page
from skaala.announcement.layout.parts import TextPart
from skaala.announcement.roles.role import Sentence
from skaala.announcement.vocabulary.purposes import (
    CLOSE_AFTER,
    CLOSE_BEFORE,
    END_OF_MONTH,
    EVENT_AFTER,
    EVENT_VERB,
    LAW,
    NEWS,
    ONLY_A_DAY,
    OPEN_AFTER,
    OPEN_BEFORE,
    OPEN_PERIOD,
    OTHER,
    PAST,
    REGISTRATION,
    SOFT_END,
    STARTS_LABEL,
    last_match,
)

_CLOSES_ONLY_BESIDE = frozenset({"by", "till", "innan", "ennen", "före", "before", "until"})
_REGISTRATION_AT_END = re.compile(rf"{REGISTRATION.pattern}\W*$")
_LABEL_GAP = re.compile(r"[^:]{0,24}:")
_BARE_DEADLINE = re.compile(
    r"[\s*•-]*(?:deadline|dl|sista\s+\w*dag\w*|last\s+day|viimeinen\s+päivä)[^.]{0,20}$"
)


class DateContext:
    """
    One date of a sentence with the words around it.

    ``paragraph`` is what is before the sentence in the same paragraph; "Viimeistään 8.3." leans on it.
    """

    def __init__(self, page: Page, sentence: Sentence, at: int, part: TextPart, paragraph: str) -> None:
        self.page, self.sentence, self.at, self.part, self.paragraph = page, sentence, at, part, paragraph
        self.mention = sentence.dates[at]
        span, dates, folded = self.mention.span, sentence.dates, page.folded
        previous_end = dates[at - 1].span.end if at else sentence.span.start
        next_start = dates[at + 1].span.start if at + 1 < len(dates) else sentence.span.end
        self.before = folded[previous_end : span.start]
        self.head = folded[sentence.span.start : span.start][-400:]
        self.after = folded[span.end : max(next_start, span.end)][:200]
        self.tail = folded[_end_of_chain(sentence, at) : sentence.span.end][:200]

    # --- closing and opening

    @cached_property
    def closes(self) -> bool:
        """Whether something closes on this date."""
        return self._closes_here or (
            self.is_nearer_registration and not self.opens and self._closes_with_the_list()
        )

    @cached_property
    def opens(self) -> bool:
        """Whether something opens on this date."""
        if self._closes_here:
            return False
        return bool(OPEN_AFTER.match(self.after)) or bool(OPEN_BEFORE.search(self.before))

    @cached_property
    def _closes_here(self) -> bool:
        return (
            bool(END_OF_MONTH.match(self.page.folded, self.mention.span.start))
            or bool(CLOSE_AFTER.match(self.after))
            or _closes_before(self.before)
            or (self.at > 0 and not self.before.strip(" ,") and _closes_before(self.head))
        )

    def _closes_with_the_list(self) -> bool:
        """
        Return whether the list this date begins closes with the word for all: `A 4.10., B 1.11. ja C 22.11.
        mennessä`.
        """
        folded, dates = self.page.folded, self.sentence.dates
        for at in range(self.at, len(dates) - 1):
            gap = folded[dates[at].span.end : dates[at + 1].span.start]
            if len(gap.split()) > 3 or CLOSE_BEFORE.search(gap):
                return False
            following = dates[at + 2].span.start if at + 2 < len(dates) else self.sentence.span.end
            if CLOSE_AFTER.match(folded[dates[at + 1].span.end : following]):
                return True
        return False

    # --- registering, or something else

    @cached_property
    def is_nearer_registration(self) -> bool:
        """Whether the nearest word before the date is about registering, not about anything else."""
        registration, other = self._registration_at, self._about_other_at
        return registration is not None and (other is None or registration > other)

    @property
    def is_about_other(self) -> bool:
        """Whether the words before the date are about something else: questions, materials, news."""
        return self._about_other_at is not None

    @property
    def is_news(self) -> bool:
        return self._news_at is not None

    @cached_property
    def _registration_at(self) -> int | None:
        registration = _last_start(REGISTRATION, self.head)
        if registration is None and self._closes_or_opens_here() and REGISTRATION.search(self.after):
            return 0
        return registration

    @cached_property
    def _about_other_at(self) -> int | None:
        other = _last_start(OTHER, self.head)
        if (
            other is None
            and self._registration_at is None
            and self._closes_or_opens_here()
            and OTHER.search(self.tail[:60])
        ):
            other = 0
        return max((at for at in (other, self._news_at) if at is not None), default=None)

    @cached_property
    def _news_at(self) -> int | None:
        return _last_start(NEWS, self.head)

    def _closes_or_opens_here(self) -> bool:
        return self._closes_here or self.opens

    def is_window(self) -> bool:
        """Return whether a range of dates is the time in which one can register."""
        if not self.mention.is_range:
            return False
        label = STARTS_LABEL.search(self.head) or _REGISTRATION_AT_END.search(self.head)
        return bool(label or OPEN_PERIOD.search(self.head[-60:]) or OPEN_PERIOD.match(self.after.strip()))

    def is_labelled_registration(self) -> bool:
        """
        Return whether the date follows a registration word directly: `Anmälan: den 28 februari`,
        `Ilmoittautumiset 10.4.`
        """
        match = last_match(REGISTRATION, self.head)
        if match is None:
            return False
        gap = self.head[match.end() :].strip()
        return gap in (":", "", "-") or bool(_LABEL_GAP.fullmatch(gap))

    def is_bare_deadline(self) -> bool:
        """Return whether the part, the paragraph or the words alone say that registration closes here."""
        return (
            self.part is TextPart.REGISTRATION
            or (len(self.head.split()) <= 4 and bool(REGISTRATION.search(self.paragraph[-160:])))
            or bool(_BARE_DEADLINE.match(self.head))
        )

    # --- the event

    @cached_property
    def has_event_verb(self) -> bool:
        """Whether the words before the date say that something takes place."""
        return bool(EVENT_VERB.search(self.head))

    def is_followed_by_event(self) -> bool:
        return bool(EVENT_AFTER.match(self.after))

    def ends_softly(self) -> bool:
        """Return whether what closes is the event itself: `päättyy`, `ends`."""
        return bool(SOFT_END.search(self.before))

    def opens_before(self) -> bool:
        return bool(OPEN_BEFORE.search(self.head))

    def is_about_law(self) -> bool:
        return bool(LAW.search(self.before[-60:]) or LAW.search(self.after[:30]))

    def is_past(self) -> bool:
        return bool(PAST.search(self.before)) or bool(
            PAST.search(self.tail) and not EVENT_VERB.search(self.before)
        )


def _last_start(pattern: re.Pattern[str], words: str) -> int | None:
    match = last_match(pattern, words)
    return match.start() if match else None


def _closes_before(words: str) -> bool:
    """Return whether one of the words says that something closes on the date behind them."""
    for match in CLOSE_BEFORE.finditer(words):
        gap = words[match.end() :]
        if match.group() in _CLOSES_ONLY_BESIDE:
            if ONLY_A_DAY.fullmatch(gap):
                return True
        elif len(gap.split()) <= 9:
            return True
    return False


def _end_of_chain(sentence: Sentence, at: int) -> int:
    """Return where the list of dates ends to which a date belongs."""
    while sentence.dates[at].chained and at + 1 < len(sentence.dates):
        at += 1
    return sentence.dates[at].span.end
