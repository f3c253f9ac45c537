"""What is possible on a board, in which phase and for whom. ``now`` is always handed in."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from skaala.workshops.rules.refusals import Refusal, UnableToAct

STATEMENTS_A_PERSON = 40
MARKS_A_PERSON = 3
NOTES_A_GROUP = 100
MOST_GROUPS = 30
LONGEST_TIMER = timedelta(hours=4)
INVITATION_HOLDS = timedelta(days=30)
GRACE = timedelta(minutes=1)
"""For so long after the phase has moved on what somebody was writing is still taken."""

CODE_LETTERS = "23456789CDFGHJKMNPQRTVWXY"  # nothing that is mistaken for another, and no vowels: no words
GUEST_EXTRA = 10
"""How many guests count beyond the people with a confirmed place, unless the facilitator sets another number."""
CODE_LENGTH = 6


class Phase(StrEnum):
    """Where a board stands."""

    SET_UP = "set_up"
    PREPARATION = "preparation"
    GATHER = "gather"
    WEIGH = "weigh"
    LOOK = "look"
    CONCLUDE = "conclude"
    CLOSED = "closed"


# From which phase a board may go where. The picture in docs/states.md is drawn from this.
TRANSITIONS: dict[str, frozenset[str]] = {
    Phase.SET_UP.value: frozenset({"preparation", "gather"}),
    Phase.PREPARATION.value: frozenset({"set_up", "gather"}),
    Phase.GATHER.value: frozenset({"preparation", "weigh"}),
    Phase.WEIGH.value: frozenset({"gather", "look"}),
    Phase.LOOK.value: frozenset({"weigh", "conclude"}),
    Phase.CONCLUDE.value: frozenset({"look", "closed"}),
    Phase.CLOSED.value: frozenset({"conclude"}),
}
ORDER = tuple(Phase)

WRITING = frozenset({Phase.PREPARATION, Phase.GATHER})
WEIGHING = WRITING | {Phase.WEIGH}
PUBLISHING = frozenset({Phase.CONCLUDE, Phase.CLOSED})
RUNNING = frozenset(set(Phase) - {Phase.SET_UP, Phase.CLOSED})
"""Participants come in and take part; in a closed board they only read."""
LOOKING = frozenset({Phase.LOOK, Phase.CONCLUDE, Phase.CLOSED})


def check_can_move(here: str, to: str) -> None:
    """
    Check that a board may go from one phase to another.

    :raises UnableToAct: if it may not
    """
    if to not in TRANSITIONS.get(here, frozenset()):
        raise UnableToAct(Refusal.NO_SUCH_MOVE, phase=here)


def next_phase(here: str) -> str:
    """Return the phase that follows, empty after the last."""
    place = ORDER.index(Phase(here))
    return ORDER[place + 1].value if place + 1 < len(ORDER) else ""


def previous_phase(here: str) -> str:
    """Return the phase before, empty before the first."""
    place = ORDER.index(Phase(here))
    return ORDER[place - 1].value if place else ""


def check_can_write(phase: str) -> None:
    """
    Check that participants may write statements now.

    :raises UnableToAct: saying whether it is too early or too late
    """
    if phase not in WRITING:
        early = phase == Phase.SET_UP
        raise UnableToAct(Refusal.NOT_YET_OPEN if early else Refusal.WRITING_OVER, phase=phase)


def check_can_still_write(phase: str, *, ended_at: datetime | None, now: datetime) -> None:
    """
    Like :func:`check_can_write`, with a minute's grace after the phase has moved on to voting.

    :raises UnableToAct: as :func:`check_can_write`
    """
    if phase == Phase.WEIGH and ended_at is not None and now < ended_at + GRACE:
        return
    check_can_write(phase)


def can_write(phase: str) -> bool:
    """Say whether :func:`check_can_write` would let it pass."""
    return phase in WRITING


def check_can_vote(phase: str) -> None:
    """
    Check that participants may take a stand, and mark what matters most, now.

    :raises UnableToAct: saying whether it is too early or too late
    """
    if phase not in WEIGHING:
        early = phase == Phase.SET_UP
        raise UnableToAct(Refusal.NOT_YET_OPEN if early else Refusal.WEIGHING_OVER, phase=phase)


def can_vote(phase: str) -> bool:
    """Say whether :func:`check_can_vote` would let it pass."""
    return phase in WEIGHING


def results_are_shown(phase: str, *, hidden_until_weighed: bool) -> bool:
    """Say whether participants see what the votes say."""
    return phase in LOOKING or (not hidden_until_weighed and phase != Phase.SET_UP)


def are_concluding(phase: str) -> bool:
    """Say whether the room sees what was concluded."""
    return phase in PUBLISHING


def is_open(phase: str) -> bool:
    """Say whether participants may come in: to take part, or to read what came of it."""
    return phase != Phase.SET_UP


def check_can_publish_results(phase: str, *, is_rehearsal: bool) -> None:
    """
    Check that what the votes say may be shown to the public: nobody can change it any more.

    :raises UnableToAct: before conclusions are drawn, and in a rehearsal
    """
    if is_rehearsal or phase not in PUBLISHING:
        raise UnableToAct(Refusal.RESULTS_TOO_EARLY, phase=phase)


def invitation_holds(event_end: datetime, *, now: datetime) -> bool:
    """Say whether a co-facilitator's link still opens the board of an event that ends then."""
    return now < invitation_ends(event_end)


def invitation_ends(event_end: datetime) -> datetime:
    """Return until when a co-facilitator's link opens the board of an event, unless it is withdrawn before."""
    return event_end + INVITATION_HOLDS


def timer_ends(minutes: int, *, running_until: datetime | None, now: datetime) -> datetime:
    """
    Return when a timer ends that is started, or extended while it runs, by ``minutes``.

    :raises UnableToAct: if that is not after ``now`` or hours away
    """
    begin = running_until if running_until is not None and running_until > now else now
    ends = begin + timedelta(minutes=minutes)
    if not now < ends <= now + LONGEST_TIMER:
        raise UnableToAct(Refusal.TIMER)
    return ends
