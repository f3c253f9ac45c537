"""What can be reported about an adoption, and which reports contradict each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.catalogue.rules.stages import BEFORE_RUNNING, ENDED, NEEDS_REASON, RUNNING

REPORTER_KEPT_DAYS = 90
"""How long the address of a reporter is kept where nobody looks at the report."""


class Refusal(StrEnum):
    """Why something cannot be reported."""

    FUTURE = "future"
    BEFORE_ACTION = "before_action"
    BEFORE_MUNICIPALITY = "before_municipality"
    NO_REASON = "no_reason"
    OWN_ACTION = "own_action"
    FROM_ITSELF = "from_itself"
    LOOP = "loop"
    UNITS = "units"
    SAID_ALREADY = "said_already"


class UnableToReport(Exception):
    """
    It cannot be reported; nothing has been saved.

    :ivar field: what of the report is wrong
    """

    def __init__(self, refusal: Refusal, field: str) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.field = field


@dataclass(frozen=True)
class Reported:
    """What somebody says about an adoption; places are codes of municipalities."""

    municipality: str
    stage: str
    when: InexactDate
    learned_from: str = ""
    reason: str = ""
    units_reached: int | None = None
    units_total: int | None = None


def check_report(
    said: Reported,
    *,
    owner: str,
    began: InexactDate | None,
    municipality_until: int | None,
    teachers: Mapping[str, str],
    history: Sequence[tuple[str, InexactDate]] = (),
    today: date,
) -> None:
    """
    Check that what is said can be true.

    :param owner: whose action it is, "" if nobody's here
    :param began: when the action began, where known
    :param municipality_until: the last year of a municipality that has merged away
    :param teachers: from whom each municipality learned this action, as far as known
    :param history: stages and dates reported before and not refused
    :raises UnableToReport: if it cannot
    """
    if said.municipality == owner:
        raise UnableToReport(Refusal.OWN_ACTION, "municipality")
    if said.when.is_after(today):
        raise UnableToReport(Refusal.FUTURE, "when")
    if municipality_until is not None and said.when.first.year > municipality_until:
        raise UnableToReport(Refusal.BEFORE_MUNICIPALITY, "municipality")
    # A municipality may be interested in, and decide on, what is only planned; it cannot do it before anybody does.
    if began is not None and said.stage in {*RUNNING, "stopped"} and said.when.last < began.first:
        raise UnableToReport(Refusal.BEFORE_ACTION, "when")
    if said.stage in NEEDS_REASON and not said.reason:
        raise UnableToReport(Refusal.NO_REASON, "reason")
    if said.learned_from:
        check_teacher(said.municipality, said.learned_from, teachers)
    reached, total = said.units_reached, said.units_total
    if reached is not None and (total is None or reached > total):
        raise UnableToReport(Refusal.UNITS, "units_reached")
    if (said.stage, said.when) in history:
        raise UnableToReport(Refusal.SAID_ALREADY, "stage")


def check_teacher(municipality: str, teacher: str, teachers: Mapping[str, str]) -> None:
    """
    Check that nobody learns from themselves, nor from somebody who learned from them.

    :raises UnableToReport: if they would
    """
    if teacher == municipality:
        raise UnableToReport(Refusal.FROM_ITSELF, "learned_from")
    seen = {municipality}
    here = teacher
    while here:
        if here in seen:
            raise UnableToReport(Refusal.LOOP, "learned_from")
        seen.add(here)
        here = teachers.get(here, "")


def contradictions(history: Sequence[tuple[str, InexactDate]]) -> list[tuple[int, int]]:
    """
    Return pairs of places in a history, ordered by date, of which both cannot be true.

    Two stages on one and the same day contradict; so does a step back while it runs, as from “in use” to “interested”. After
    an end, everything may begin anew.

    >>> day = InexactDate(date(2024, 5, 1), "day"); later = InexactDate(date(2024, 6, 1), "day")
    >>> contradictions([("in_use", day), ("declined", day)]), contradictions([("in_use", day), ("interested", later)])
    ([(0, 1)], [(0, 1)])
    >>> contradictions([("stopped", day), ("interested", later)])
    []
    """
    found = []
    for place in range(1, len(history)):
        (before, when), (after, then) = history[place - 1], history[place]
        same_day = when == then and when.precision == "day" and before != after
        steps_back = before in RUNNING and after in BEFORE_RUNNING
        declined_while_running = before in RUNNING and after == "declined"
        stopped_twice = before in ENDED and after in ENDED and before != after
        if same_day or steps_back or declined_while_running or stopped_twice:
            found.append((place - 1, place))
    return found
