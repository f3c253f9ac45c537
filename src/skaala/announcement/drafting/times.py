"""Writes when an event starts and ends."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from skaala.announcement.draft import EventDraft, Note, Reason, Span
from skaala.announcement.events.occasion import Occasion
from skaala.announcement.times.mentions import TimeMention
from skaala.announcement.times.zones import HELSINKI, in_helsinki

MOST_BETWEEN = 30  # characters between a date and a time that are one piece of evidence


def write_times(draft: EventDraft, occasion: Occasion) -> None:
    """Fill in start and end, with the reason where the day cannot be told."""
    if occasion.day is None:
        draft.undecided["start"] = occasion.reason or Reason.NO_YEAR
        draft.evidence["start"] = occasion.mention.span
        return
    evidence = _evidence(occasion)
    draft.evidence["start"] = occasion.date_span or evidence
    if occasion.time is None:
        draft.start = occasion.day.isoformat()
        _write_last_day(draft, occasion)
        return
    if occasion.date_span or not _is_beside(occasion, occasion.time):
        draft.evidence["start_time"] = occasion.time.span
    start = in_helsinki(occasion.day, occasion.time.start, occasion.time.zone)
    if _is_converted(occasion.day, occasion.time, start):
        draft.notes.append(Note.TIME_CONVERTED)
    draft.start = start.isoformat(timespec="minutes")
    _write_end(draft, occasion, start, evidence)


def _evidence(occasion: Occasion) -> Span:
    time, date_span = occasion.time, occasion.mention.span
    return date_span.joined(time.span) if time and _is_beside(occasion, time) else date_span


def _is_beside(occasion: Occasion, time: TimeMention) -> bool:
    date_span, time_span = occasion.mention.span, time.span
    whole = date_span.joined(time_span)
    between = whole.end - whole.start - (date_span.end - date_span.start) - (time_span.end - time_span.start)
    return time.line == occasion.mention.line and between <= MOST_BETWEEN


def _is_converted(day: date, time: TimeMention, start: datetime) -> bool:
    as_written = datetime.combine(day, datetime.min.time()) + timedelta(minutes=time.start)
    return time.zone is not None and time.zone != HELSINKI and start != as_written


def _write_end(draft: EventDraft, occasion: Occasion, start: datetime, evidence: Span) -> None:
    ending = _ending(occasion, evidence)
    if ending is None:
        _write_last_day(draft, occasion)
        return
    end, span = ending
    if end <= start:
        draft.undecided["end"] = Reason.ENDS_BEFORE_START
        return
    draft.end = end.isoformat(timespec="minutes")
    draft.evidence["end"] = span


def _ending(occasion: Occasion, evidence: Span) -> tuple[datetime, Span] | None:
    """Return when the event ends and where that is written, if a time of ending is known."""
    time, other = occasion.time, occasion.end_time
    last_day = occasion.last_day or occasion.day
    if time is None or last_day is None:
        return None
    if other is not None and (time.end is None or occasion.last_day):
        minutes = other.end if other.end is not None and other is not time else other.start
        return in_helsinki(last_day, minutes, other.zone or time.zone), other.span
    if time.end is not None:
        return in_helsinki(last_day, time.end, time.zone), evidence
    return None


def _write_last_day(draft: EventDraft, occasion: Occasion) -> None:
    if occasion.last_day:
        draft.end = occasion.last_day.isoformat()
        draft.evidence["end"] = (occasion.end_mention or occasion.mention).span
