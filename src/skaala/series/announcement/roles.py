"""Tells what a date is for: an event, the opening or last day of registration, or none of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.draft import Span
from skaala.series.announcement.headings import Part
from skaala.series.announcement.role_words import (
    CLOSE_AFTER,
    CLOSE_BEFORE,
    END_OF_MONTH,
    EVENT_AFTER,
    EVENT_VERB,
    LAW,
    MOVED,
    NEW_DATE,
    NEWS,
    ONLY_A_DAY,
    OPEN_AFTER,
    OPEN_BEFORE,
    OPEN_PERIOD,
    OTHER,
    PAST,
    PUBLICATION,
    REGISTRATION,
    SAME_TIME,
    SOFT_END,
    STARTS_LABEL,
    THE_ONE_BEFORE,
    last_match,
)
from skaala.series.announcement.times import TimeMention
from skaala.series.announcement.tokens import Line, Page


class Role(Enum):
    """What a date is for."""

    EVENT = auto()
    OPENS = auto()
    DEADLINE = auto()
    WINDOW = auto()
    PUBLISHED = auto()
    PAST = auto()
    OTHER = auto()


@dataclass(slots=True)
class Sentence:
    """A sentence with the dates and times in it."""

    span: Span
    line: Line
    dates: list[DateMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)


_DEADLINE_COLUMN = re.compile(r"ilmoittau|anmäl|regist|deadline|viimei|sista|mennessä|\bdl\b|rsvp|sign")


def role_by_column(page: Page, mention: DateMention, dated: set[int]) -> Role | None:
    """
    Return the role a table's heading gives the column the date stands in, if the date stands in a table
    with one.
    """
    line = page.lines[mention.line]
    mark = "|" if "|" in page.folded[line.start : line.end] else "\t"
    cells = page.folded[line.start : line.end].strip(" |").count(mark)
    if cells < 2:
        return None
    low = max(page.first_of_block(line).index, line.index - 60, 0)
    for index in range(line.index - 1, low - 1, -1):
        heading = page.words(page.lines[index]).strip(" |")
        if index in dated or heading.count(mark) != cells:
            continue
        lead = page.folded[line.start : mention.span.start]
        column = lead.count(mark) - (1 if lead.lstrip().startswith(mark) else 0)
        words = heading.split(mark)[column]
        if _DEADLINE_COLUMN.search(words):
            return Role.OPENS if OPEN_BEFORE.search(words) else Role.DEADLINE
        return Role.EVENT
    return None


def role_of(
    page: Page, sentence: Sentence, at: int, part: Part, context: str, previous: Role | None = None
) -> Role:
    """
    Return what the sentence's date number `at` is for; `previous` is the role of the date before it there.

    A further date in a list goes the way of the one before: `1 November for A and B, and 15 November for C`.
    """
    role = _role_alone(page, sentence, at, part, context)
    if role is Role.EVENT and at and previous in (Role.DEADLINE, Role.OTHER, Role.PAST):
        between = page.folded[sentence.dates[at - 1].span.end : sentence.dates[at].span.start]
        between = re.sub(r"\d[.:]\d\d|[ap]\.m\.", "", between)
        listed = re.fullmatch(r"[^.;:]*(?:,|\b(?:and|ja|och|samt|sekä)\b)[^.;:]*", between)
        own_time = any(
            t.end is not None and t.span.start >= sentence.dates[at].span.end for t in sentence.times
        )
        if listed and len(between.split()) <= 12 and not own_time and not EVENT_VERB.search(between):
            return previous
    return role


def _role_alone(page: Page, sentence: Sentence, at: int, part: Part, context: str) -> Role:
    """
    Return what the sentence's date number `at` is for.

    `context` is what stands before the sentence in the same paragraph; "Viimeistään 8.3." leans on it.
    """
    mention = sentence.dates[at]
    folded = page.folded
    previous_end = sentence.dates[at - 1].span.end if at else sentence.span.start
    next_start = sentence.dates[at + 1].span.start if at + 1 < len(sentence.dates) else sentence.span.end
    before = folded[previous_end : mention.span.start]
    head = folded[sentence.span.start : mention.span.start][-400:]
    after = folded[mention.span.end : max(next_start, mention.span.end)][:200]
    chained_end = _end_of_chain(sentence, at)
    tail = folded[chained_end : sentence.span.end][:200]
    if part is Part.PAST or THE_ONE_BEFORE.search(before):
        return Role.PAST
    if PUBLICATION.search(before):
        return Role.PUBLISHED
    if re.search(r"early[\s-]?bird|ennakkohin\w*|förköpspris|förhandspris", before):
        return Role.OTHER
    moved = _moved(head, before, after)
    if moved is not None:
        return moved

    closing = (
        bool(END_OF_MONTH.match(folded, mention.span.start))
        or _closing(before, after)
        or (bool(at) and not before.strip(" ,") and _closing_before(head))
    )
    opening = not closing and (bool(OPEN_AFTER.match(after)) or _nearest(OPEN_BEFORE, before) is not None)
    registration = _nearest(REGISTRATION, head)
    if registration is None and REGISTRATION.search(after):
        registration = 0 if closing or opening else None
    other = _nearest(OTHER, head)
    if other is None and (closing or opening) and OTHER.search(tail[:60]) and registration is None:
        other = 0
    news = _nearest(NEWS, head)
    about_other = max((p for p in (other, news) if p is not None), default=None)
    nearer_registration = registration is not None and (about_other is None or registration > about_other)

    if nearer_registration and not closing and not opening:
        closing = _closes_at_the_end(folded, sentence, at)
    if nearer_registration:
        if EVENT_AFTER.match(after) and not closing:
            return Role.EVENT
        if mention.is_range:
            label = STARTS_LABEL.search(head) or re.search(rf"{REGISTRATION.pattern}\W*$", head)
            if label or OPEN_PERIOD.search(head[-60:]) or OPEN_PERIOD.match(after.strip()):
                return Role.WINDOW
        if closing:
            return Role.DEADLINE
        if opening:
            return Role.OPENS
        if _is_label_for(head):
            return Role.DEADLINE
    elif about_other is not None:
        if closing or opening or news is not None:
            return Role.OTHER
        if sentence.times == [] and not EVENT_VERB.search(head):
            return Role.OTHER
    elif closing and (
        part is Part.REGISTRATION
        or (len(head.split()) <= 4 and REGISTRATION.search(context[-160:]))
        or _bare_deadline(head)
    ):
        if mention.is_range:
            return Role.WINDOW
        return Role.DEADLINE
    elif part is Part.REGISTRATION and (opening or OPEN_BEFORE.search(head)):
        return Role.OPENS
    elif (closing and not sentence.times) or (
        closing and not EVENT_VERB.search(head) and not SOFT_END.search(before)
    ):
        return Role.OTHER
    if LAW.search(before[-60:]) or LAW.search(after[:30]):
        return Role.OTHER
    if part is Part.OTHER and (closing or not sentence.times):
        return Role.OTHER
    if PAST.search(before) or (PAST.search(tail) and not EVENT_VERB.search(before)):
        return Role.PAST
    if news is not None and not EVENT_VERB.search(head):
        return Role.OTHER
    return Role.EVENT


def is_strong(page: Page, sentence: Sentence, at: int) -> bool:
    """
    Return whether a date that may be an event's is said to be one: by a verb, a label, a time or a list's
    row.
    """
    mention = sentence.dates[at]
    head = page.folded[sentence.span.start : mention.span.start]
    tail = page.folded[mention.span.end : sentence.span.end]
    line = sentence.line
    if (
        SAME_TIME.search(tail)
        or sentence.times
        or EVENT_VERB.search(head)
        or EVENT_VERB.search(tail[:80])
        or mention.is_range
    ):
        return True
    line_head = page.folded[line.start : mention.span.start].strip(" \t|*•·-")
    return len(line_head.split()) <= 8 and line.end - line.start <= 200


def _end_of_chain(sentence: Sentence, at: int) -> int:
    while sentence.dates[at].chained and at + 1 < len(sentence.dates):
        at += 1
    return sentence.dates[at].span.end


def _nearest(pattern: re.Pattern[str], words: str) -> int | None:
    match = last_match(pattern, words)
    return match.start() if match else None


def _closing_before(words: str) -> bool:
    for match in CLOSE_BEFORE.finditer(words):
        gap = words[match.end() :]
        if match.group() in ("by", "till", "innan", "ennen", "före", "before", "until"):
            if ONLY_A_DAY.fullmatch(gap):
                return True
        elif len(gap.split()) <= 9:
            return True
    return False


def _closing(before: str, after: str) -> bool:
    return bool(CLOSE_AFTER.match(after)) or _closing_before(before)


def _closes_at_the_end(folded: str, sentence: Sentence, at: int) -> bool:
    """
    Return whether the list this date begins closes with the word for all: `A 4.10., B 1.11. ja C 22.11.
    mennessä`.
    """
    while at + 1 < len(sentence.dates):
        gap = folded[sentence.dates[at].span.end : sentence.dates[at + 1].span.start]
        if len(gap.split()) > 3 or CLOSE_BEFORE.search(gap):
            return False
        at += 1
        following = sentence.dates[at + 1].span.start if at + 1 < len(sentence.dates) else sentence.span.end
        if CLOSE_AFTER.match(folded[sentence.dates[at].span.end : following]):
            return True
    return False


def _is_label_for(head: str) -> bool:
    """
    Return whether the date follows a registration word directly: `Anmälan: den 28 februari`,
    `Ilmoittautumiset 10.4.`
    """
    match = last_match(REGISTRATION, head)
    if match is None:
        return False
    gap = head[match.end() :].strip()
    return gap in (":", "", "-") or bool(re.fullmatch(r"[^:]{0,24}:", gap))


def _bare_deadline(head: str) -> bool:
    return bool(
        re.match(r"[\s*•-]*(?:deadline|dl|sista\s+\w*dag\w*|last\s+day|viimeinen\s+päivä)[^.]{0,20}$", head)
    )


def _moved(head: str, before: str, after: str) -> Role | None:
    """
    Return the role of a date in a sentence about an event moved or cancelled, or none if it is not about
    that.
    """
    if NEW_DATE.search(before) and MOVED.search(head + after):
        return Role.EVENT
    if re.match(r"\s*(?:päivästä|päivältä)\b", after) or (
        re.search(
            r"(?:siirtyy|siirretty|siirretään|(?:flytta[ts]s?|moved|postponed|rescheduled)\s+from|"
            r"från)\s*(?:den\s+)?$",
            before,
        )
        and MOVED.search(head)
    ):
        return Role.PAST
    if re.search(r"(?:alun\s+perin|ursprungligen|originally)", before) or re.match(
        r"\s*(?:\S+\s+){0,6}?(?:on\s+)?(?:siirretty|peruttu|perutaan|flyttats|inställd|inställt|"
        r"postponed|cancelled|canceled|moved\s+to|siirtyy)",
        after,
    ):
        return Role.PAST
    return None
