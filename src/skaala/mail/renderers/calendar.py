"""Calendar files (iCalendar, RFC 5545) and invitations (iTIP, RFC 5546)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from skaala.mail.renderers.content_lines import joined, line, text_line


@dataclass(frozen=True)
class Entry:
    """
    One event in a calendar. ``start``, ``end`` and ``stamp`` are aware instants.

    ``organiser`` is a name and an e-mail address; RFC 5546 asks for one in what is sent by mail. ``attendee`` is the address
    of whom an invitation is for: they have said already that they come, so no answer is asked for.
    ``uid`` stays the same for the life of the event; ``sequence`` rises with each change of time, place or mode.
    """

    uid: str
    sequence: int
    stamp: datetime
    start: datetime
    end: datetime
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    is_cancelled: bool = False
    organiser: tuple[str, str] | None = None
    attendee: str = ""


Method = Literal["PUBLISH", "REQUEST", "CANCEL"]

REFRESHED = "PT6H"
"""How often a program that has subscribed to a feed is asked to look again."""


def calendar_file(
    entries: list[Entry],
    *,
    language: str,
    feed_name: str = "",
    method: Method = "PUBLISH",
) -> bytes:
    """
    Return one VCALENDAR with a VEVENT an entry, times in UTC, as UTF-8 with CRLF line ends.

    :param feed_name: the name of a calendar that one subscribes to. A file of single events must have none: Outlook opens a
        named one as a calendar of its own instead of adding the event to the reader's.
    :param method: ``PUBLISH`` for files that one fetches; ``REQUEST`` and ``CANCEL`` for one event of one attendee, by email
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Skaala//Skaala//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
    ]
    if feed_name:
        lines += [
            text_line("NAME", feed_name, {"LANGUAGE": language}),
            text_line("X-WR-CALNAME", feed_name),
            line("REFRESH-INTERVAL", REFRESHED, {"VALUE": "DURATION"}),
            line("X-PUBLISHED-TTL", REFRESHED),
        ]
    for entry in entries:
        lines += _vevent(entry, language, method)
    return joined([*lines, "END:VCALENDAR"])


_ACCEPTED = {"CUTYPE": "INDIVIDUAL", "PARTSTAT": "ACCEPTED", "ROLE": "REQ-PARTICIPANT", "RSVP": "FALSE"}


def _vevent(entry: Entry, language: str, method: Method) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield text_line("SUMMARY", entry.summary, {"LANGUAGE": language})
    yield line("DTSTART", _instant(entry.start))
    yield line("DTEND", _instant(entry.end))
    yield line("DTSTAMP", _instant(entry.stamp))
    yield text_line("UID", entry.uid)
    yield line("SEQUENCE", str(entry.sequence))
    if entry.attendee and method != "PUBLISH":  # RFC 5546, 3.2.1: what is published has no attendees
        yield line("ATTENDEE", f"mailto:{entry.attendee}", _ACCEPTED)
    if entry.description:
        yield text_line("DESCRIPTION", entry.description)
    if entry.location:
        yield text_line("LOCATION", entry.location)
    if entry.organiser and entry.organiser[1]:
        name, address = entry.organiser
        yield line("ORGANIZER", f"mailto:{address}", {"CN": name} if name else None)
    yield line("STATUS", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.url:
        yield line("URL", entry.url)
    yield "END:VEVENT"


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
