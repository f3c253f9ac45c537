"""Times with am and pm on the clock of 24 hours: `1–3 pm` is 13 to 15, `11–1 pm` is 11 to 13."""

from __future__ import annotations

from collections.abc import Mapping

HALF_DAY = 12 * 60
HALVES = ("a", "p")  # am, pm


def to_24_hours(groups: Mapping[str, str | None], start: int, end: int | None) -> tuple[int, int | None]:
    """
    Return a start and an end in minutes after midnight.

    ``groups`` say what is written behind each: `ap1` and `ap2` (am, pm, noon), or a word instead of the hour.
    """
    first, second = (groups["ap1"] or "")[:1], (groups["ap2"] or "")[:1]
    if end is None:
        return (_in_half(start, first) if first in HALVES else start), None
    if second in HALVES:
        end = _in_half(end, second)
        if not first and not groups["word1"] and start < HALF_DAY + 60:
            start = _start_before(start, end, second)
    if second == "n" and not first and start >= HALF_DAY:
        start -= HALF_DAY
    if first in HALVES:
        start = _in_half(start, first)
        if not second and not groups["word2"] and end < start:
            end += HALF_DAY
    return start, end


def _start_before(start: int, end: int, half: str) -> int:
    """Return the start in the half of the day of its end, or in the morning if it would be later."""
    same_half = _in_half(start, half)
    return same_half if same_half < end else _in_half(start, "a")


def _in_half(minutes: int, half: str) -> int:
    if minutes >= HALF_DAY + 60:
        return minutes
    hour = minutes // 60 % 12
    return (hour + (12 if half == "p" else 0)) * 60 + minutes % 60
