"""Turns the groups of a matched notation into a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass

from skaala.announcement.dates.mentions import Day
from skaala.announcement.dates.notations import MONTHS

LEAP_SAFE_YEAR = 2023  # without a year, February ends on the 28th

Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Notation:
    """Which groups of the pattern hold the day, the month and the year of one notation."""

    month: str
    day: str = ""  # none: the last day of the month
    years: tuple[str, ...] = ()
    either_order: bool = False  # `18/11` and `11/18` are the same day

    def day_of(self, groups: Groups) -> Day | None:
        """Return the day, or none if there is no such month or day in any year."""
        year = self._year(groups)
        month = _month(groups[self.month] or "")
        day = int(groups[self.day] or 0) if self.day else monthrange(year or LEAP_SAFE_YEAR, month)[1]
        if self.either_order and month > 12 >= day:
            day, month = month, day
        return Day(day, month, year) if 1 <= month <= 12 and 1 <= day <= 31 else None

    def _year(self, groups: Groups) -> int | None:
        year = next((groups[name] for name in self.years if groups[name]), None)
        if year is None:
            return None
        return int(year) if len(year) == 4 else 2000 + int(year)


NOTATIONS = (
    Notation("iso_m", "iso_d", ("iso_y",)),  # 2023-03-27
    Notation("ms", "ds", ("ys",), either_order=True),  # 27/3/2023, 27/3
    Notation("m0", "d0"),  # 27.3 before the dash of 27.3-28.3.2023
    Notation("m1", "d1", ("yy1", "y1")),  # 27.3.2023, 27.3.'23, 27.3.
    Notation("m5", "d5", ("y5",)),  # 27. 3. 2023
    Notation("m7", "d7"),  # 27.3
    Notation("m8", "d8"),  # 28.3 behind the dash of 27-28.3
    Notation("fi", "d2", ("y2",)),  # 27. maaliskuuta 2023
    Notation("fi3", "d3", ("y3",)),  # maaliskuun 27. päivänä
    Notation("mon", "d4", ("y4",)),  # 27 March, den 27 mars
    Notation("mon6", "d6", ("y6",)),  # March 27th, 2023
    Notation("fi9", years=("y9",)),  # maaliskuun loppuun
    Notation("mon9", years=("y9",)),  # by the end of March, före utgången av mars
)


def day_of(groups: Groups) -> Day | None:
    """Return the day that the groups of a match say, or none if the calendar has no such day."""
    notation = next((notation for notation in NOTATIONS if groups[notation.month]), None)
    return notation.day_of(groups) if notation else None


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return MONTHS.get(word) or MONTHS.get(word[:3], 0)
