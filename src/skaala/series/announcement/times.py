"""Finds the times of day of a text, alone or as ranges, with their time zones.

A time is minutes after midnight. Dates are hidden before times are sought, so that `27.3.` is never half past
something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.draft import Span
from skaala.series.announcement.tokens import Line, Page

HELSINKI = "Europe/Helsinki"

_CLOCK = r"(?<!\w)(?:klo|kello|klockan|kl)\b\.?\s*:?\s*"
_ABOUT = r"(?:(?:n\.|noin|ca\.?|cirka|about|around|approximately|approx\.?)\s*)?"
_HOUR = r"(?:2[0-4]|[01]?\d)(?!\d)"
_MINUTE = r"[0-5]\d"
_NOT_MORE = r"(?!\d|[.:]\d|\s?(?:%|€|eur\b|euro|prosent|procent|percent))"
_AP = r"(?:[ap]\.?\s?m\b\.?)"
_TO = r"(?:\s*-\s*|\s+(?:till|to|until|asti|bis)\s+)"

_RANGE_OR_ONE = re.compile(
    rf"""
    (?P<clock>{_CLOCK}|(?<=\x00)t(?=\d)|(?<![\w.:,/])) {_ABOUT}
    (?: (?P<h1>{_HOUR})(?:(?P<sep1>[.:])(?P<m1>{_MINUTE}))?(?P<s1>:(?=[a-zåäö])\w*)?(?:\s*(?P<ap1>{_AP}
        |(?:12\s+)?noon\b|midday\b))?
      | (?P<word1>(?:at\s+|from\s+)?(?:12\s+)?noon\b|midday\b|keskipäiv\w+|puoliltapäivin) )
    (?: (?P<to>{_TO}|\s+(?:och|and|ja)\s+|(?<=[tl][aä])\s+(?=\d+:)) (?:(?:klo|kello|klockan
        |kl)\b\.?\s*)? {_ABOUT}
        (?: (?P<h2>{_HOUR})(?:(?P<sep2>[.:])(?P<m2>{_MINUTE}))?(?P<s2>:(?=[a-zåäö])\w*)?(?:\s*(?P<ap2>{_AP}
            |noon\b|midday\b))?{_NOT_MORE}
          | (?P<word2>noon\b|midday\b|midnight\b|keskipäiv\w+) )
    )?
    """,
    re.VERBOSE,
)
_WORD_HOURS = {
    "seitsemältä": 7, "kahdeksalta": 8, "yhdeksältä": 9, "kymmeneltä": 10, "yhdeltätoista": 11,
    "kahdeltatoista": 12, "yhdeltä": 13, "kahdelta": 14, "kolmelta": 15, "neljältä": 16, "viideltä": 17,
    "kuudelta": 18,
}  # fmt: skip
_WORD_HOUR = re.compile(
    rf"\b(?:{'|'.join(sorted(_WORD_HOURS, key=len, reverse=True))})\b(?!\s+(?:kunna|henkil|osallistuj))"
)

_ZONES: tuple[tuple[str, str], ...] = (
    (r"(?:finnish|finland|helsinki)(?:'s)?\s+(?:local\s+)?time|suomen\s+aika\w*|finsk\s+tid|finländsk\s+tid|"
     r"helsingin\s+aika\w*|eest|eet|eastern\s+european(?:\s+summer)?\s+time|local\s+time|"
     r"paikallista\s+aikaa|lokal\s+tid", HELSINKI),
    (
        r"cest|cet|central\s+european(?:\s+summer)?\s+time|(?:swedish|brussels|stockholm|paris|"
        r"berlin)\s+time|svensk\s+tid|"
     r"ruotsin\s+aika\w*|keski-euroopan\s+aika\w*|brysselin\s+aika\w*|centraleuropeisk\s+tid",
         "Europe/Stockholm"),
    (r"(?:uk|london|british|irish)\s+time|bst|ison-britannian\s+aika\w*", "Europe/London"),
    (r"(?:utc|gmt)\s*\+\s*0?(?P<plus>\d{1,2})(?::00)?", "offset"),
    (r"utc|gmt", "UTC"),
    (r"edt|est|et|(?:us\s+)?eastern\s+time|new\s+york\s+time", "America/New_York"),
)  # fmt: skip
_ZONE = [(re.compile(rf"\s*[(,]?\s*(?:{words})(?!\w)\)?"), name) for words, name in _ZONES]
_ZONE_OF_ALL = re.compile(
    r"all\s+(?:the\s+)?times\b|kaikki\s+(?:kellon)?ajat\b|kellonajat\b|alla\s+(?:klockslag|tider)\b|"
    r"\btimes?\s*(?=\()"
)
_NOT_WORDS = re.compile(r"[^\w(\x00]*")
_TIME_LABEL = re.compile(
    r"(?:(?:kellon)?aika|ajankohta|time|tid|kellonaika|klockslag|date\s*(?:and|&)\s*time|when|när|"
    r"milloin|klo|kl|tidpunkt)"
    r"(?:\s*\([^)]*\))?\s*[:|\t]\s*$"
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time, or a range of times, at its place in the text."""

    span: Span
    line: int
    start: int
    end: int | None = None
    zone: str | None = None
    certain: bool = True  # a clock word, a colon or am/pm says that it is a time
    leads_line: bool = False  # it stands first on its line, as in the rows of a programme


def find_times(page: Page, dates: list[DateMention]) -> list[TimeMention]:
    """Return every time of day of the text in reading order; with two zones side by side, the Finnish one."""
    hidden = _hide(page.folded, dates)
    ends_by_line: dict[int, list[int]] = {}
    for date in dates:
        ends_by_line.setdefault(date.line, []).append(date.span.end)
    found: list[TimeMention] = []
    for line in page.lines:
        found.extend(_times_of_line(page, hidden, line, set(ends_by_line.get(line.index, ()))))
    found = _prefer_finnish(page, found)
    zone = zone_of_all(page)
    if zone:
        found = [time if time.zone else replace(time, zone=zone) for time in found]
    return found


def zone_of_all(page: Page) -> str | None:
    """Return the zone the text declares for all its times (`All times are CET`, a column `Time (EET)`)."""
    for match in _ZONE_OF_ALL.finditer(folded := page.folded):
        end = min(match.end() + 40, page.line_at(match.start()).end)
        for word in re.finditer(r"[\w(]+", folded[match.end() : end]):
            zone, _ = _zone_after(folded, match.end() + word.start(), end + 24)
            if zone:
                return zone
    return None


def _hide(folded: str, dates: list[DateMention]) -> str:
    pieces: list[str] = []
    at = 0
    for date in sorted(dates, key=lambda mention: mention.span):
        if date.span.start < at:
            continue
        pieces.append(folded[at : date.span.start])
        pieces.append("\x00" * (date.span.end - date.span.start))
        at = date.span.end
    pieces.append(folded[at:])
    return "".join(pieces)


def _times_of_line(page: Page, hidden: str, line: Line, date_ends: set[int]) -> Iterator[TimeMention]:
    lead = _NOT_WORDS.match(hidden, line.start, line.end)
    first = lead.end() if lead else line.start
    for match in _RANGE_OR_ONE.finditer(hidden, line.start, line.end):
        mention = _read(hidden, line, match, date_ends, first)
        if mention:
            yield mention
    for match in _WORD_HOUR.finditer(hidden, line.start, line.end):
        yield TimeMention(Span(match.start(), match.end()), line.index, _WORD_HOURS[match.group()] * 60)


def _read(
    hidden: str, line: Line, match: re.Match[str], date_ends: set[int], first: int
) -> TimeMention | None:
    g = match.groupdict()
    start_at = match.start()
    end_at = match.end()
    clock = bool(g["clock"])
    if g["word1"]:
        start: int | None = 12 * 60
        certain = True
    else:
        start = _minutes(g["h1"], g["m1"])
        certain = clock or bool(g["ap1"]) or g["sep1"] == ":"
    if start is None:
        return None
    has_second = bool(g["h2"] or g["word2"])
    end: int | None = None
    if has_second:
        end = (
            {"midnight": 24 * 60}.get(g["word2"] or "", 12 * 60) if g["word2"] else _minutes(g["h2"], g["m2"])
        )
        joined_by_and = (g["to"] or "").strip() in ("och", "and", "ja")
        if joined_by_and and not _is_between(hidden, line, match):
            has_second, end = False, None
            end_at = match.start("to")
            g["ap2"] = None
    if end is not None:
        certain = certain or bool(g["ap2"] or g["word2"]) or g["sep2"] == ":"
    else:
        has_second = False
    start, end = _halves(g, start, end)
    zone, zone_end = _zone_after(hidden, end_at, line.end)
    before = hidden[max(line.start, start_at - 40) : start_at]
    if not certain and not _plausible(
        hidden, line, g, has_second, start_at, end_at, before, date_ends, first, zone
    ):
        return None
    if not has_second and not clock and re.match(_NOT_MORE[:-1] + ")", hidden[end_at : end_at + 12]) is None:
        return None
    if not clock and re.search(r"(?:\d|[a-z]-)$", before[-2:]):
        return None
    if end is not None and end <= start and end != 0:
        end = None
    if start >= 24 * 60:
        return None
    while end_at > start_at and hidden[end_at - 1].isspace():
        end_at -= 1
    return TimeMention(
        Span(start_at, max(end_at, zone_end)), line.index, start, end, zone, certain, start_at <= first
    )


def _plausible(
    hidden: str,
    line: Line,
    g: dict[str, str | None],
    has_second: bool,
    start_at: int,
    end_at: int,
    before: str,
    date_ends: set[int],
    first: int,
    zone: str | None,
) -> bool:
    """Return whether digits without a clock word are a time of day here."""
    after = hidden[end_at : end_at + 14]
    beside_date = bool(re.search(r"\x00[\s,.|()\t:]*(?:at|from|kl|-)?\s*$", before))
    if zone or _TIME_LABEL.search(hidden[max(line.start, start_at - 44) : start_at]):
        return has_second or bool(g["sep1"]) or bool(zone)
    if g["sep1"] == "." or g["sep2"] == ".":
        if re.match(r"\s?(?:%|€|eur|e\b|milj|km|ha\b|m2|prosent|procent|kg|h\b)", after) or re.search(
            r"[€$£]\s?$", before
        ):
            return False
        if has_second and (g["sep1"] or (beside_date or start_at <= first)):
            return bool(g["m1"] or g["m2"])
        return (
            start_at <= first
            or beside_date
            or bool(
                re.search(r"(?:\bat|\bfrom|alkaen|\|)\s*$", before)
                or re.match(r"\s*(?:alkaen|mennessä|\|)", after)
            )
        )
    if has_second:
        if beside_date:
            return True
        return bool(
            re.search(r"(?:\bat|\bfrom|\bbetween)\s+$", before)
            and int(g["h1"] or 0) >= 7
            and not re.match(r"\s*[a-zåäö]", after)
        ) or bool(
            re.search(r"(?:\bfrom|\bbetween)\s+$", before)
            and re.match(r"\s*(?:on\b|in\b|at\b|\x00|[.,)]|$)", after)
        )
    return bool(
        re.search(r"\bat\s+$", before)
        and int(g["h1"] or 0) >= 7
        and re.match(r"\s*(?:on\b|in\b|\x00|[.,)]|$)", after)
    )


def _is_between(hidden: str, line: Line, match: re.Match[str]) -> bool:
    before = hidden[max(line.start, match.start() - 12) : match.start()]
    return bool(
        re.search(r"(?:mellan|between)\s*$", before)
        or re.match(r"\s*(?:välillä|välisenä)", hidden[match.end() : match.end() + 12])
    )


def _minutes(hour: str | None, minute: str | None) -> int | None:
    if hour is None:
        return None
    total = int(hour) * 60 + int(minute or 0)
    return total if total <= 24 * 60 else None


def _halves(g: dict[str, str | None], start: int, end: int | None) -> tuple[int, int | None]:
    """Return the times on the clock of 24 hours: `1–3 pm` is 13 to 15, `11–1 pm` is 11 to 13."""
    first, second = (g["ap1"] or "")[:1], (g["ap2"] or "")[:1]
    if end is not None and second in ("a", "p"):
        end = _half(end, second)
        if not first and not g["word1"] and start <= 12 * 60 + 59:
            guess = _half(start, second)
            start = guess if guess < end else _half(start, "a")
    if end is not None and second == "n" and not first and start >= 12 * 60:
        start = start - 12 * 60
    if first in ("a", "p"):
        start = _half(start, first)
        if end is not None and not second and not g["word2"] and end < start:
            end += 12 * 60
    return start, end


def _half(minutes: int, half: str) -> int:
    if minutes >= 13 * 60:
        return minutes
    hour = minutes // 60 % 12
    return (hour + (12 if half == "p" else 0)) * 60 + minutes % 60


def _zone_after(folded: str, position: int, limit: int) -> tuple[str | None, int]:
    end = min(limit, position + 48)
    for pattern, name in _ZONE:
        match = pattern.match(folded, position, end)
        if match:
            if name == "offset":
                return f"UTC+{int(match.group('plus'))}", match.end()
            return name, match.end()
    return None, position


def _prefer_finnish(page: Page, times: list[TimeMention]) -> list[TimeMention]:
    """Return the times without those that say in another zone what stands beside them in Finnish time."""
    kept: list[TimeMention] = []
    for time in times:
        if kept:
            previous = kept[-1]
            gap = page.folded[previous.span.end : time.span.start]
            beside = previous.line == time.line and re.fullmatch(
                r"\s*(?:[(/,|=;]|or|eli|=|dvs\.?|i\.e\.)*\s*", gap
            )
            if beside and previous.zone and time.zone and previous.zone != time.zone:
                if time.zone == HELSINKI:
                    kept[-1] = time
                continue
        kept.append(time)
    return kept
