"""Reads an announcement somebody already wrote and drafts the series from it.

Text in Finnish, Swedish or English goes in; title, organiser and dated events come out, each value with the
exact words it was read from. It knows no Django, no network and no clock, and it never invents: what the text
leaves open stays empty with a reason.
"""

from __future__ import annotations

from skaala.announcement.draft import LONGEST_TEXT, Draft, EventDraft, Note, Reason, Span, TextTooLong, Words
from skaala.announcement.read import read_announcement

__all__ = [
    "LONGEST_TEXT",
    "Draft",
    "EventDraft",
    "Note",
    "Reason",
    "Span",
    "TextTooLong",
    "Words",
    "read_announcement",
]
