"""Calendar files (iCalendar, RFC 5545) and invitations (iTIP, RFC 5546)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import icalendar


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

REFRESHED = timedelta(hours=6)
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
    import icalendar  # large, and not needed where no calendar file is made

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Skaala//Skaala//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if feed_name:
        name = _printable(feed_name)
        calendar.add("x-wr-calname", name)
        calendar.add("name", icalendar.vText(name), parameters={"LANGUAGE": language})
        calendar.add("refresh-interval", icalendar.vDuration(REFRESHED), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", icalendar.vDuration(REFRESHED))
    for entry in entries:
        event = _vevent(entry, language)
        if entry.attendee and method != "PUBLISH":  # RFC 5546, 3.2.1: what is published has no attendees
            event.add("attendee", f"mailto:{entry.attendee}", parameters=_ACCEPTED)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


_ACCEPTED = {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}


def _vevent(entry: Entry, language: str) -> icalendar.Event:
    import icalendar

    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("dtstart", entry.start.astimezone(UTC))
    event.add("dtend", entry.end.astimezone(UTC))
    event.add("summary", _printable(entry.summary), parameters={"LANGUAGE": language})
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.organiser and entry.organiser[1]:
        name, address = entry.organiser
        name = _in_one_line(name)
        event.add("organizer", f"mailto:{address}", parameters={"CN": name} if name else {})
    for key, value in [("description", entry.description), ("location", entry.location)]:
        if value:
            event.add(key, _printable(value))
    if entry.url:
        event.add("url", _in_one_line(entry.url))
    return event


def _printable(words: str) -> str:
    """Put a space in place of control characters, which come along from slides and end the file for some programs."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        " " if (ord(sign) < 32 or sign == "\x7f") and sign not in "\n\t" else sign for sign in lines
    )


def _in_one_line(words: str) -> str:
    return " ".join(_printable(words).split("\n"))
