"""Dates and times in the reader's language, in the time zone of the event they belong to. Pure functions.

Finnish and Swedish follow the practice of Finnish public bodies (`ma 27.3.2023 klo 13–15`,
`mån 27.3.2023 kl. 13–15`), English writes the month out so that nobody reads a day for a month.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_name

# Patterns of Unicode's locale data; the words for days and months come from Babel.
_DAY = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMMM y"}
_WEEKDAY_AND_DAY = {"fi": "ccc d.M.y", "sv": "EEE d.M.y", "en": "EEE d MMMM y"}
_AT = {"fi": " klo ", "sv": " kl. ", "en": ", "}
_BY = {"fi": "{} asti", "sv": "till och med {}", "en": "until {}"}
_BY_A_TIME = {"fi": "{} asti", "sv": "till {}", "en": "until {}"}


def zone_of(zone: str | tzinfo) -> tzinfo:
    """Return the time zone that ``zone`` names, or ``zone`` itself if it is one already."""
    return ZoneInfo(zone) if isinstance(zone, str) else zone


def _language(language: str) -> str:
    code = language[:2]
    return code if code in _DAY else "en"


def _locale(language: str) -> str:
    return "en_GB" if language == "en" else language


def day(moment: date, language: str, *, weekday: bool = False) -> str:
    """Write a calendar day, with its weekday if asked. Bring an instant to its zone before."""
    language = _language(language)
    pattern = (_WEEKDAY_AND_DAY if weekday else _DAY)[language]
    return format_date(moment, pattern, locale=_locale(language))


def weekday(moment: date, language: str) -> str:
    """Write the short name of the weekday."""
    return format_date(moment, "ccc", locale=_locale(_language(language)))


def month(moment: date, language: str) -> str:
    """Write the short name of the month, as it stands on a calendar sheet."""
    return format_date(moment, "LLL", locale=_locale(_language(language))).rstrip(".")


def clock(moment: datetime, language: str) -> str:
    """Write a time of day: `13` and `13.30` in Finnish and Swedish, `13:00` and `13:30` in English."""
    if _language(language) == "en":
        return f"{moment:%H:%M}"
    return f"{moment.hour}.{moment:%M}" if moment.minute else f"{moment.hour}"


def moment(instant: datetime, language: str, zone: str | tzinfo, *, weekday: bool = False) -> str:
    """Write an instant as day and time in ``zone``."""
    local = instant.astimezone(zone_of(zone))
    return f"{day(local, language, weekday=weekday)}{_AT[_language(language)]}{clock(local, language)}"


def when(
    start: datetime, end: datetime | None, language: str, zone: str | tzinfo, home: str | tzinfo = ""
) -> str:
    """
    Write from when until when something lasts, in ``zone``.

    Within one day the day is said once; an end at midnight belongs to the day before (`klo 20–24`).
    Where the clocks of ``home`` show another time than those of ``zone`` at the start, the zone is named.
    """
    language = _language(language)
    there = zone_of(zone)
    first = start.astimezone(there)
    text = moment(start, language, there, weekday=True)
    if end is not None and end > start:
        last = end.astimezone(there)
        if last.date() == first.date():
            text = f"{text}–{clock(last, language)}"
        elif (last.hour, last.minute) == (0, 0) and last.date() == first.date() + timedelta(days=1):
            text = f"{text}–{'24:00' if language == 'en' else '24'}"
        else:
            text = f"{text} – {moment(end, language, there, weekday=True)}"
    if home and start.astimezone(zone_of(home)).utcoffset() != first.utcoffset():
        text = f"{text} ({get_timezone_name(first, width='long', locale=_locale(language))})"
    return text


def deadline(instant: datetime, language: str, zone: str | tzinfo) -> str:
    """
    Write a deadline. The end of a day, whether kept as its last second or as the next midnight, is said as
    that day: `26.3.2023 asti`; any other instant is said with its time.
    """
    language = _language(language)
    local = instant.astimezone(zone_of(zone))
    last_day = end_of_day(local)
    if last_day is not None:
        return _BY[language].format(day(last_day, language))
    return _BY_A_TIME[language].format(moment(instant, language, zone))


def end_of_day(local: datetime) -> date | None:
    """Return the day that ends at ``local``, or None if no day does."""
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return local.date() - timedelta(days=1)
    if (local.hour, local.minute) == (23, 59):
        return local.date()
    return None
