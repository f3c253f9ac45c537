"""Dates and times in the reader's language, in the time zone of the event they belong to.

Finnish and Swedish follow the practice of Finnish public bodies (`ma 27.3.2023 klo 13–15`,
`mån 27.3.2023 kl. 13–15`), English writes the month out so that nobody reads a day for a month.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_timezone_name
from django.utils.translation import override, pgettext

# House style where it is not what Unicode's locale data has; any other language follows the data.
_DAY = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMMM y"}
_WEEKDAY_AND_DAY = {"fi": "ccc d.M.y", "sv": "EEE d.M.y", "en": "EEE d MMMM y"}
_HOURS_WITH_A_POINT = {"fi", "sv"}

# Where people read a language beside the place of the service; a time without its zone would mislead them.
_ALSO_READ_IN = {"sv": ("Europe/Stockholm",)}
# In plain words, where Unicode's locale data say “Eastern European Standard Time”.
_OWN_WORDS = {
    "Europe/Helsinki": {"fi": "Suomen aikaa", "sv": "finsk tid", "en": "Finnish time"},
}

Home = str | tzinfo | tuple[tzinfo, ...]
"""The time zone, or zones, in whose clocks a reader may think."""


def zone_of(zone: str | tzinfo) -> tzinfo:
    """Return the time zone that ``zone`` names, or ``zone`` itself if it is one already."""
    return ZoneInfo(zone) if isinstance(zone, str) else zone


def _locale(language: str) -> Locale:
    try:
        return Locale.parse("en_GB" if language == "en" else language, sep="_" if "_" in language else "-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def day(moment: date, language: str, *, weekday: bool = False) -> str:
    """Write a calendar day, with its weekday if asked. Bring an instant to its zone before."""
    locale = _locale(language)
    house = _WEEKDAY_AND_DAY if weekday else _DAY
    if language in house:
        return format_date(moment, house[language], locale=locale)
    return format_skeleton("yMMMEd" if weekday else "yMMMd", moment, locale=locale)


def day_style(language: str) -> str:
    """Return how a field writes a day so that it is read back: `point` (27.3.2023), `words` (27 March 2023), else `iso`."""
    return {"d.M.y": "point", "d MMMM y": "words"}.get(_DAY.get(language, ""), "iso")


def weekday(moment: date, language: str) -> str:
    """Write the short name of the weekday."""
    return format_date(moment, "ccc", locale=_locale(language))


def month(moment: date, language: str) -> str:
    """Write the short name of the month, as it stands on a calendar sheet."""
    return format_date(moment, "LLL", locale=_locale(language)).rstrip(".")


def clock(moment: datetime, language: str) -> str:
    """Write a time of day: `13` and `13.30` in Finnish and Swedish, `13:00` and `13:30` in others."""
    return _clock(moment.hour, moment.minute, language)


def _clock(hour: int, minute: int, language: str) -> str:
    if writes_hours_with_a_point(language):
        return f"{hour}.{minute:02}" if minute else f"{hour}"
    return f"{hour:02}:{minute:02}"


def writes_hours_with_a_point(language: str) -> bool:
    """Tell whether a time of day is written as `13.30` (and a full hour as `13`)."""
    return language in _HOURS_WITH_A_POINT


def homes(language: str, *zones: str | tzinfo) -> tuple[tzinfo, ...]:
    """Return the time zones that somebody who reads ``language`` may take a time for: ``zones``, and where they may live."""
    return tuple(zone_of(zone) for zone in (*zones, *_ALSO_READ_IN.get(language, ())))


def zone_name(instant: datetime, language: str, zone: str | tzinfo, home: Home = ()) -> str:
    """Return in parentheses which clocks are meant, where those of ``home`` show another time at ``instant``; else nothing."""
    there = zone_of(zone)
    offset = instant.astimezone(there).utcoffset()
    places = home if isinstance(home, tuple) else (home,) if home else ()
    if all(instant.astimezone(zone_of(place)).utcoffset() == offset for place in places):
        return ""
    own = _OWN_WORDS.get(getattr(there, "key", ""), {}).get(language)
    name = own or get_timezone_name(instant.astimezone(there), width="long", locale=_locale(language))
    return f" ({name})"


def moment(
    instant: datetime, language: str, zone: str | tzinfo, home: Home = (), *, weekday: bool = False
) -> str:
    """Write an instant as day and time in ``zone``, with its name where the clocks of ``home`` differ."""
    local = instant.astimezone(zone_of(zone))
    with override(language):
        words = pgettext("a moment", "{day}, {time}")
    text = words.format(day=day(local, language, weekday=weekday), time=clock(local, language))
    return text + zone_name(instant, language, zone, home)


def when(start: datetime, end: datetime | None, language: str, zone: str | tzinfo, home: Home = ()) -> str:
    """
    Write from when until when something lasts, in ``zone``.

    Within one day the day is said once; an end at midnight belongs to the day before (`klo 20–24`).
    Where the clocks of ``home`` show another time than those of ``zone`` at the start, the zone is named.
    """
    there = zone_of(zone)
    first = start.astimezone(there)
    text = moment(start, language, there, weekday=True)
    if end is not None and end > start:
        last = end.astimezone(there)
        if last.date() == first.date():
            text = f"{text}–{clock(last, language)}"
        elif (last.hour, last.minute) == (0, 0) and last.date() == first.date() + timedelta(days=1):
            text = f"{text}–{_clock(24, 0, language)}"
        else:
            text = f"{text} – {moment(end, language, there, weekday=True)}"
    return text + zone_name(start, language, there, home)


def deadline(instant: datetime, language: str, zone: str | tzinfo, home: Home = ()) -> str:
    """
    Write a deadline. The end of a day, whether kept as its last second or as the next midnight, is said as
    that day: `26.3.2023 asti`; any other instant is said with its time. Of ``home`` see :func:`when`.
    """
    local = instant.astimezone(zone_of(zone))
    last_day = end_of_day(local)
    with override(language):
        if last_day is None:
            return pgettext("a deadline", "until {moment}").format(
                moment=moment(instant, language, zone, home)
            )
        words = pgettext("a deadline", "until {day}").format(day=day(last_day, language))
    return words + zone_name(instant, language, zone, home)


def day_or_moment(instant: datetime, language: str, zone: str | tzinfo, home: Home = ()) -> str:
    """Write an instant as the day that ends then, or else with its time. Of ``home`` see :func:`when`."""
    last_day = end_of_day(instant.astimezone(zone_of(zone)))
    if last_day is None:
        return moment(instant, language, zone, home)
    return day(last_day, language) + zone_name(instant, language, zone, home)


def end_of_day(local: datetime) -> date | None:
    """Return the day that ends at ``local``, or None if no day does."""
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return local.date() - timedelta(days=1)
    if (local.hour, local.minute) == (23, 59):
        return local.date()
    return None
