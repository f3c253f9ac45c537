"""Reads an announcement: overview, then events, then what is said of each."""

from __future__ import annotations

from datetime import date

from skaala.announcement.draft import LONGEST_TEXT, Draft, TextTooLong


def read_announcement(text: str, *, published: date | None = None) -> Draft:
    """
    Draft a series from the text of an announcement.

    `published` is the day of publication where the caller knows it; it wins over the one in the text.

    :raises TextTooLong: if the text has more than `LONGEST_TEXT` characters
    """
    # Word lists and patterns take longer to load than all other pages' code; most processes never read an announcement.
    from skaala.announcement.document.reading import TextReading
    from skaala.announcement.drafting.events import write_events
    from skaala.announcement.events.find import find_occasions

    if len(text) > LONGEST_TEXT:
        raise TextTooLong(
            f"The text has {len(text)} characters; an announcement of more than {LONGEST_TEXT} is not read."
        )
    reading = TextReading(text, published)
    if reading.page.lines:
        reading.whole()
        occasions = find_occasions(reading)
        if occasions:
            write_events(reading, occasions)
    return reading.result
