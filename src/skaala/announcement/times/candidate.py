"""Digits or words that may be a time of day: whether they are one, and which."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import TextLine
from skaala.announcement.times.half_days import to_24_hours
from skaala.announcement.times.mentions import TimeMention
from skaala.announcement.times.notations import NOT_MORE, TIME_LABEL
from skaala.announcement.times.zones import zone_after

HIDDEN = "\x00"  # in place of a date's characters
NOON, MIDNIGHT = 12 * 60, 24 * 60
EARLIEST_BARE_HOUR = 7  # "at 5" is rather a number of something than a time

_MORE_DIGITS = re.compile(NOT_MORE)
_BEHIND_A_NUMBER = re.compile(r"(?:\d|[a-z]-)$")
_BESIDE_A_DATE = re.compile(r"\x00[\s,.|()\t:]*(?:at|from|kl|-)?\s*$")
_UNIT_AFTER = re.compile(r"\s?(?:%|€|eur|e\b|milj|km|ha\b|m2|prosent|procent|kg|h\b)")
_CURRENCY_BEFORE = re.compile(r"[€$£]\s?$")
_FROM_BEFORE = re.compile(r"(?:\bat|\bfrom|alkaen|\|)\s*$")
_FROM_AFTER = re.compile(r"\s*(?:alkaen|mennessä|\|)")
_PREPOSITION_BEFORE = re.compile(r"(?:\bat|\bfrom|\bbetween)\s+$")
_FROM_OR_BETWEEN_BEFORE = re.compile(r"(?:\bfrom|\bbetween)\s+$")
_AT_BEFORE = re.compile(r"\bat\s+$")
_WORD_AFTER = re.compile(r"\s*[a-zåäö]")
_PHRASE_ENDS = re.compile(r"\s*(?:on\b|in\b|at\b|\x00|[.,)]|$)")
_PHRASE_ENDS_WITHOUT_AT = re.compile(r"\s*(?:on\b|in\b|\x00|[.,)]|$)")
_BETWEEN_BEFORE = re.compile(r"(?:mellan|between)\s*$")
_BETWEEN_AFTER = re.compile(r"\s*(?:välillä|välisenä)")


class TimeCandidate:
    """A match of the notations of times in one line; ``first`` is where the line's words begin."""

    def __init__(self, hidden: str, line: TextLine, match: re.Match[str], first: int) -> None:
        self.hidden, self.line, self.match = hidden, line, match
        self.groups = match.groupdict()
        self.start = match.start()
        self.end = match.end()
        self.leads_line = match.start() <= first
        self.before = hidden[max(line.start, self.start - 40) : self.start]
        self.has_clock_word = bool(self.groups["clock"])
        self.has_second = bool(self.groups["h2"] or self.groups["word2"])
        if self.has_second and self._is_joined_by_and() and not self._is_between():
            # "at 9 and 13" are two times
            self.has_second = False
            self.end = match.start("to")
            self.groups["ap2"] = None
        second = self._second() if self.has_second else None
        self.has_second = second is not None
        self.second = second
        self.zone, self.zone_end = zone_after(hidden, self.end, line.end)

    def mention(self) -> TimeMention | None:
        """Return the time, or none if the digits are something else."""
        first = NOON if self.groups["word1"] else _minutes(self.groups["h1"], self.groups["m1"])
        if first is None:
            return None
        start, end = to_24_hours(self.groups, first, self.second)
        is_certain = self._is_certain()
        if start >= MIDNIGHT or not (is_certain or self._is_plausible()) or self._is_part_of_a_number():
            return None
        if end is not None and end <= start and end != 0:
            end = None
        return TimeMention(
            Span(self.start, max(self._end_without_spaces(), self.zone_end)),
            self.line.index,
            start,
            end,
            self.zone,
            is_certain,
            self.leads_line,
        )

    def _second(self) -> int | None:
        word = self.groups["word2"]
        if word:
            return MIDNIGHT if word == "midnight" else NOON
        return _minutes(self.groups["h2"], self.groups["m2"])

    def _is_joined_by_and(self) -> bool:
        return (self.groups["to"] or "").strip() in ("och", "and", "ja")

    def _is_between(self) -> bool:
        before = self.hidden[max(self.line.start, self.start - 12) : self.start]
        end = self.match.end()
        return bool(_BETWEEN_BEFORE.search(before) or _BETWEEN_AFTER.match(self.hidden[end : end + 12]))

    def _end_without_spaces(self) -> int:
        return self.start + len(self.hidden[self.start : self.end].rstrip())

    def _is_part_of_a_number(self) -> bool:
        """Return whether the digits go on: behind the time, or before it."""
        if self.has_clock_word:
            return False
        if not self.has_second and _MORE_DIGITS.match(self.hidden[self.end : self.end + 12]) is None:
            return True
        return bool(_BEHIND_A_NUMBER.search(self.before[-2:]))

    # --- whether it is a time

    def _is_certain(self) -> bool:
        """Return whether a clock word, a colon or am/pm says that it is a time."""
        groups = self.groups
        if groups["word1"] or self.has_clock_word or groups["ap1"] or groups["sep1"] == ":":
            return True
        return self.has_second and bool(groups["ap2"] or groups["word2"] or groups["sep2"] == ":")

    def _is_plausible(self) -> bool:
        """Return whether digits without a clock word are a time of day by what surrounds them."""
        after = self.hidden[self.end : self.end + 14]
        label = self.hidden[max(self.line.start, self.start - 44) : self.start]
        if self.zone or TIME_LABEL.search(label):
            return self.has_second or bool(self.groups["sep1"] or self.zone)
        if self.groups["sep1"] == "." or self.groups["sep2"] == ".":
            return self._dotted_is_time(after)
        return self._bare_range_is_time(after) if self.has_second else self._bare_hour_is_time(after)

    def _is_beside_date(self) -> bool:
        return bool(_BESIDE_A_DATE.search(self.before))

    def _dotted_is_time(self, after: str) -> bool:
        """Return whether `13.30` or `9–11.30` is a time, and no price, share or number of a section."""
        if _UNIT_AFTER.match(after) or _CURRENCY_BEFORE.search(self.before):
            return False
        has_place_of_time = self.leads_line or self._is_beside_date()
        if self.has_second and (self.groups["sep1"] or has_place_of_time):
            return bool(self.groups["m1"] or self.groups["m2"])
        return has_place_of_time or bool(_FROM_BEFORE.search(self.before) or _FROM_AFTER.match(after))

    def _bare_range_is_time(self, after: str) -> bool:
        """Return whether `9–11` is a time: beside a date, or in a phrase such as `from 9 to 11`."""
        if self._is_beside_date():
            return True
        if (
            _PREPOSITION_BEFORE.search(self.before)
            and self._is_late_enough()
            and not _WORD_AFTER.match(after)
        ):
            return True
        return bool(_FROM_OR_BETWEEN_BEFORE.search(self.before) and _PHRASE_ENDS.match(after))

    def _bare_hour_is_time(self, after: str) -> bool:
        at = _AT_BEFORE.search(self.before)
        return bool(at and self._is_late_enough() and _PHRASE_ENDS_WITHOUT_AT.match(after))

    def _is_late_enough(self) -> bool:
        return int(self.groups["h1"] or 0) >= EARLIEST_BARE_HOUR


def _minutes(hour: str | None, minute: str | None) -> int | None:
    if hour is None:
        return None
    total = int(hour) * 60 + int(minute or 0)
    return total if total <= MIDNIGHT else None
