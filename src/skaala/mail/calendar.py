"""Calendar files (iCalendar, RFC 5545)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import icalendar


@dataclass(frozen=True)
class Entry:
    """
    One event in a calendar. ``start``, ``end`` and ``stamp`` are aware instants.

    ``organiser`` is a name and an e-mail address; RFC 5546 asks for one in what is sent by mail.
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


def calendar_file(
    entries: list[Entry], *, name: str, language: str, method: Literal["PUBLISH", "CANCEL"] = "PUBLISH"
) -> bytes:
    """Return one VCALENDAR with a VEVENT an entry, times in UTC, as UTF-8 with CRLF line ends."""
    import icalendar  # large, and not needed where no calendar file is made

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Skaala//Skaala//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    name = _printable(name)
    calendar.add("x-wr-calname", name)
    calendar.add("name", name, parameters={"LANGUAGE": language})
    for entry in entries:
        calendar.add_component(_vevent(entry, language))
    return calendar.to_ical()


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
        name = _printable(name)
        event.add("organizer", f"mailto:{address}", parameters={"CN": name} if name else {})
    for key, value in [("description", entry.description), ("location", entry.location), ("url", entry.url)]:
        if value:
            event.add(key, _printable(value))
    return event


def _printable(words: str) -> str:
    """Put a space in place of control characters, which come along from slides and end the file for some programs."""
    return "".join(" " if ord(sign) < 32 and sign not in "\r\n\t" else sign for sign in words)
