"""Decides what a date is for, by the words around it: the surest evidence first."""

from __future__ import annotations

import re

from skaala.announcement.layout.page import Page
from skaala.announcement.layout.parts import TextPart
from skaala.announcement.roles.context import DateContext
from skaala.announcement.roles.role import DateRole, Sentence
from skaala.announcement.vocabulary.purposes import (
    EVENT_VERB,
    MOVED,
    NEW_DATE,
    PUBLICATION,
    SAME_TIME,
    THE_ONE_BEFORE,
)

MOST_WORDS_IN_LIST = 12

_EARLY_PRICE = re.compile(r"early[\s-]?bird|ennakkohin\w*|förköpspris|förhandspris")
_MOVED_AWAY_AFTER = re.compile(r"\s*(?:päivästä|päivältä)\b")
_MOVED_AWAY_BEFORE = re.compile(
    r"(?:siirtyy|siirretty|siirretään|(?:flytta[ts]s?|moved|postponed|rescheduled)\s+from|"
    r"från)\s*(?:den\s+)?$"
)
_ORIGINALLY = re.compile(r"(?:alun\s+perin|ursprungligen|originally)")
_MOVED_OR_CANCELLED = re.compile(
    r"\s*(?:\S+\s+){0,6}?(?:on\s+)?(?:siirretty|peruttu|perutaan|flyttats|inställd|inställt|"
    r"postponed|cancelled|canceled|moved\s+to|siirtyy)"
)
_CLOCK_TIMES = re.compile(r"\d[.:]\d\d|[ap]\.m\.")
_LISTED = re.compile(r"[^.;:]*(?:,|\b(?:and|ja|och|samt|sekä)\b)[^.;:]*")


def role_of(
    page: Page, sentence: Sentence, at: int, part: TextPart, paragraph: str, previous: DateRole | None = None
) -> DateRole:
    """
    Return what the sentence's date number ``at`` is for.

    ``paragraph`` is what is before the sentence in the same paragraph. ``previous`` is the role of the date before
    it in the sentence: a further date in a list goes the way of the one before, as in `1 November for A and B, and 15
    November for C`.
    """
    context = DateContext(page, sentence, at, part, paragraph)
    role = _stated_role(context) or _registration_role(context) or _remaining_role(context)
    if role is DateRole.EVENT and at and previous in (DateRole.DEADLINE, DateRole.OTHER, DateRole.PAST):
        return previous if _continues_list(page, sentence, at) else role
    return role


def _stated_role(context: DateContext) -> DateRole | None:
    """Return the role of a date in a part about the past, of publication, of an early price, or of a move."""
    if context.part is TextPart.PAST or THE_ONE_BEFORE.search(context.before):
        return DateRole.PAST
    if PUBLICATION.search(context.before):
        return DateRole.PUBLISHED
    if _EARLY_PRICE.search(context.before):
        return DateRole.OTHER
    return _moved(context.head, context.before, context.after)


def _moved(head: str, before: str, after: str) -> DateRole | None:
    """Return the role of a date in a sentence about an event moved or cancelled, or none in any other sentence."""
    if NEW_DATE.search(before) and MOVED.search(head + after):
        return DateRole.EVENT
    if _MOVED_AWAY_AFTER.match(after) or (_MOVED_AWAY_BEFORE.search(before) and MOVED.search(head)):
        return DateRole.PAST
    if _ORIGINALLY.search(before) or _MOVED_OR_CANCELLED.match(after):
        return DateRole.PAST
    return None


def _registration_role(context: DateContext) -> DateRole | None:
    """Return the role by the words about registering or something else, or none if they leave it open."""
    if context.is_nearer_registration:
        return _role_beside_registration(context)
    if context.is_about_other:
        return _role_beside_other(context)
    if context.closes and context.is_bare_deadline():
        return DateRole.WINDOW if context.mention.is_range else DateRole.DEADLINE
    if context.part is TextPart.REGISTRATION and (context.opens or context.opens_before()):
        return DateRole.OPENS
    if context.closes and (
        not context.sentence.times or not (context.has_event_verb or context.ends_softly())
    ):
        return DateRole.OTHER
    return None


def _role_beside_registration(context: DateContext) -> DateRole | None:
    if context.is_followed_by_event() and not context.closes:
        return DateRole.EVENT
    if context.is_window():
        return DateRole.WINDOW
    if context.closes:
        return DateRole.DEADLINE
    if context.opens:
        return DateRole.OPENS
    return DateRole.DEADLINE if context.is_labelled_registration() else None


def _role_beside_other(context: DateContext) -> DateRole | None:
    if context.closes or context.opens or context.is_news:
        return DateRole.OTHER
    return None if context.sentence.times or context.has_event_verb else DateRole.OTHER


def _remaining_role(context: DateContext) -> DateRole:
    """Return the role of a date that nothing about registering has claimed: an event, unless the words say no."""
    if context.is_about_law():
        return DateRole.OTHER
    if context.part is TextPart.OTHER and (context.closes or not context.sentence.times):
        return DateRole.OTHER
    if context.is_past():
        return DateRole.PAST
    return DateRole.OTHER if context.is_news and not context.has_event_verb else DateRole.EVENT


def _continues_list(page: Page, sentence: Sentence, at: int) -> bool:
    """Return whether a date continues the list of the one before, with no time or verb of its own."""
    between = page.folded[sentence.dates[at - 1].span.end : sentence.dates[at].span.start]
    between = _CLOCK_TIMES.sub("", between)
    has_own_time = any(
        time.end is not None and time.span.start >= sentence.dates[at].span.end for time in sentence.times
    )
    return (
        bool(_LISTED.fullmatch(between))
        and len(between.split()) <= MOST_WORDS_IN_LIST
        and not has_own_time
        and not EVENT_VERB.search(between)
    )


def is_strong(page: Page, sentence: Sentence, at: int) -> bool:
    """
    Return whether a date that may be an event's is said to be one: by a verb, a label, a time or a list's
    row.
    """
    mention = sentence.dates[at]
    head = page.folded[sentence.span.start : mention.span.start]
    tail = page.folded[mention.span.end : sentence.span.end]
    if sentence.times or mention.is_range or SAME_TIME.search(tail):
        return True
    if EVENT_VERB.search(head) or EVENT_VERB.search(tail[:80]):
        return True
    line = sentence.line
    line_head = page.folded[line.start : mention.span.start].strip(" \t|*•·-")
    return len(line_head.split()) <= 8 and line.end - line.start <= 200
