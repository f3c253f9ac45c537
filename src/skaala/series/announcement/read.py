"""Reads an announcement: brings what the other files find together into one draft."""

from __future__ import annotations

from datetime import date

from skaala.series.announcement.draft import Draft, TextTooLong

LONGEST_TEXT = 200_000


def read_announcement(text: str, *, published: date | None = None) -> Draft:
    """
    Draft a series from the text of an announcement.

    `published` is the day of publication where the caller knows it; it wins over the one in the text.

    :raises TextTooLong: if the text has more than `LONGEST_TEXT` characters
    """
    # Word lists and patterns take longer to load than all other pages' code; most processes never read an announcement.
    from skaala.series.announcement.finding import find_occasions
    from skaala.series.announcement.reading import Reading
    from skaala.series.announcement.writing import write_events

    if len(text) > LONGEST_TEXT:
        raise TextTooLong(
            f"The text has {len(text)} characters; an announcement of more than {LONGEST_TEXT} is not read."
        )
    reading = Reading(text, published)
    if reading.page.lines:
        reading.whole()
        occasions = find_occasions(reading)
        if occasions:
            write_events(reading, occasions)
    return reading.result
