"""Drafts the events of a text, one field after the other, in order of time."""

from __future__ import annotations

from skaala.announcement.document.audiences import find_audiences
from skaala.announcement.document.reading import TextReading, one_line
from skaala.announcement.draft import EventDraft, Reason, Span
from skaala.announcement.drafting.group import EventGroup
from skaala.announcement.drafting.places import write_places_and_modes
from skaala.announcement.drafting.registration import write_registration
from skaala.announcement.drafting.times import write_times
from skaala.announcement.drafting.titles import write_number, write_title
from skaala.announcement.events.occasion import Occasion


def write_events(reading: TextReading, occasions: list[Occasion]) -> None:
    """Write the events found into the draft, in order of time."""
    drafts = [EventDraft(notes=list(occasion.notes)) for occasion in occasions]
    group = EventGroup(reading, occasions, drafts)
    for draft, occasion, sections in zip(drafts, occasions, group.own_sections, strict=True):
        write_times(draft, occasion)
        write_number(reading, draft, sections, only=group.is_single)
        write_title(reading, draft, sections, only=group.is_single)
    write_places_and_modes(group)
    write_registration(group)
    _write_audiences(group)
    for draft in drafts:
        _explain_gaps(draft)
    reading.result.events = sorted(drafts, key=lambda draft: (draft.start is None, draft.start or ""))


def _write_audiences(group: EventGroup) -> None:
    page = group.reading.page
    shared = [
        span
        for span in find_audiences(page, 0, len(page.text))
        if group.is_single or group.section_at(span.start) is None
    ]
    for draft, sections in zip(group.drafts, group.own_sections, strict=True):
        own = [span for section in sections for span in find_audiences(page, section.start, section.end)]
        audience: Span | None = next(iter([*own, *shared]), None)
        if audience:
            draft.audience = one_line(audience.of(page.text))
            draft.evidence["audience"] = audience


def _explain_gaps(draft: EventDraft) -> None:
    """Give each field that is empty the reason why, unless it has one already."""
    if draft.start is None:
        no_end = draft.undecided["start"]
    else:
        no_end = Reason.NO_END if "T" in draft.start else Reason.NO_TIME
    reasons = {
        "end": no_end,
        "mode": Reason.NO_MODE,
        "venue": Reason.ONLINE_ONLY if draft.mode == "online" else Reason.NOT_STATED,
        "registration_deadline": Reason.NO_DEADLINE,
        "registration_opens": Reason.NOT_STATED,
        "audience": Reason.NOT_STATED,
        "title": Reason.NOT_STATED,
    }
    for name, reason in reasons.items():
        if getattr(draft, name) is None:
            draft.undecided.setdefault(name, reason)
