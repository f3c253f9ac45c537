"""What is possible on a board, in which phase and for whom. ``now`` is always handed in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LONGEST = 280
"""The most characters a statement may have: one idea."""
STATEMENTS_A_PERSON = 40
MARKS_A_PERSON = 3
LONGEST_NOTE = 1000
NOTES_A_GROUP = 100
MOST_GROUPS = 30
SMALLEST_SHOWN = 5
"""Nothing is shown about fewer people than these."""
LONGEST_TIMER = timedelta(hours=4)
INVITATION_HOLDS = timedelta(days=30)

CODE_LETTERS = "23456789CDFGHJKMNPQRTVWXY"  # nothing that is mistaken for another, and no vowels: no words
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
LOOKING = frozenset({Phase.LOOK, Phase.CONCLUDE, Phase.CLOSED})


class Refusal(StrEnum):
    """Why something is not possible on a board."""

    NOT_YET_OPEN = "not_yet_open"
    WRITING_OVER = "writing_over"
    WEIGHING_OVER = "weighing_over"
    UNKNOWN_STATEMENT = "unknown_statement"
    HIDDEN_STATEMENT = "hidden_statement"
    UNKNOWN_PROMPT = "unknown_prompt"
    NO_SUCH_VOTE = "no_such_vote"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    ENOUGH_MARKS = "enough_marks"
    NOT_ADMITTED = "not_admitted"
    NO_SUCH_MOVE = "no_such_move"
    MOVED_MEANWHILE = "moved_meanwhile"
    HAS_VOTES = "has_votes"
    CARRIED_OVER = "carried_over"
    NOT_OF_THIS_BOARD = "not_of_this_board"
    TOO_FEW_PARTS = "too_few_parts"
    TIMER = "timer"
    NOT_REHEARSING = "not_rehearsing"
    ALREADY_USED = "already_used"
    RESULTS_TOO_EARLY = "results_too_early"
    NUMBER_OF_GROUPS = "number_of_groups"
    NOT_SPLIT = "not_split"
    NOTE_TOO_LONG = "note_too_long"
    NO_SUCH_GROUP = "no_such_group"
    GROUP_IN_USE = "group_in_use"
    NO_SUCH_LANGUAGE = "no_such_language"
    NOT_IMPORTED = "not_imported"
    CARRIED_ELSEWHERE = "carried_elsewhere"
    TRANSLATOR_FAILED = "translator_failed"


class NotPossible(Exception):
    """Something is not possible on a board; ``refusal`` says why, ``phase`` where the board stands."""

    def __init__(self, refusal: Refusal, *, phase: str = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.phase = phase


def check_can_move(here: str, to: str) -> None:
    """
    Check that a board may go from one phase to another.

    :raises NotPossible: if it may not
    """
    if to not in TRANSITIONS.get(here, frozenset()):
        raise NotPossible(Refusal.NO_SUCH_MOVE, phase=here)


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

    :raises NotPossible: saying whether it is too early or too late
    """
    if phase not in WRITING:
        early = phase == Phase.SET_UP
        raise NotPossible(Refusal.NOT_YET_OPEN if early else Refusal.WRITING_OVER, phase=phase)


def can_write(phase: str) -> bool:
    """Say whether :func:`check_can_write` would let it pass."""
    return phase in WRITING


def check_can_vote(phase: str) -> None:
    """
    Check that participants may take a stand, and mark what matters most, now.

    :raises NotPossible: saying whether it is too early or too late
    """
    if phase not in WEIGHING:
        early = phase == Phase.SET_UP
        raise NotPossible(Refusal.NOT_YET_OPEN if early else Refusal.WEIGHING_OVER, phase=phase)


def can_vote(phase: str) -> bool:
    """Say whether :func:`check_can_vote` would let it pass."""
    return phase in WEIGHING


def results_are_shown(phase: str, *, hidden_until_weighed: bool) -> bool:
    """Say whether participants see what the votes say."""
    return phase in LOOKING or (not hidden_until_weighed and phase != Phase.SET_UP)


def is_open(phase: str) -> bool:
    """Say whether participants may come in: to take part, or to read what came of it."""
    return phase != Phase.SET_UP


def check_can_publish_results(phase: str, *, is_rehearsal: bool) -> None:
    """
    Check that what the votes say may be shown to the public: nobody can change it any more.

    :raises NotPossible: before conclusions are drawn, and in a rehearsal
    """
    if is_rehearsal or phase not in PUBLISHING:
        raise NotPossible(Refusal.RESULTS_TOO_EARLY, phase=phase)


def invitation_holds(event_end: datetime, *, now: datetime) -> bool:
    """Say whether a co-facilitator's link still opens the board of an event that ends then."""
    return now < event_end + INVITATION_HOLDS


def clean_note(text: str) -> str:
    """
    Return a group's note as it is kept: lines, no invisible characters.

    :raises NotPossible: if it is empty or longer than a note may be
    """
    if len(text) > LONGEST_NOTE * 10:
        raise NotPossible(Refusal.NOTE_TOO_LONG)
    shown = _DIRECTION.sub("", unicodedata.normalize("NFC", text)).replace("\r\n", "\n")
    shown = "".join(
        c for c in shown if c == "\n" or unicodedata.category(c) not in {"Cc", "Zl", "Zp"}
    ).strip()
    if not shown:
        raise NotPossible(Refusal.EMPTY)
    if len(shown) > LONGEST_NOTE:
        raise NotPossible(Refusal.NOTE_TOO_LONG)
    return shown


def timer_ends(minutes: int, *, running_until: datetime | None, now: datetime) -> datetime:
    """
    Return when a timer ends that is started, or extended while it runs, by ``minutes``.

    :raises NotPossible: if that is not after ``now`` or hours away
    """
    begin = running_until if running_until is not None and running_until > now else now
    ends = begin + timedelta(minutes=minutes)
    if not now < ends <= now + LONGEST_TIMER:
        raise NotPossible(Refusal.TIMER)
    return ends


# Marks that turn the direction of writing and could make a line read as something else.
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean_statement(text: str, *, longest: int = LONGEST) -> str:
    """
    Return a statement as it is kept: one line, no invisible characters, at most 280 characters.

    :param longest: another limit, for translations, which run longer

    :raises NotPossible: if it has no word in it, or is longer
    """
    if len(text) > LONGEST * 40:
        raise NotPossible(Refusal.TOO_LONG)
    shown = _DIRECTION.sub("", unicodedata.normalize("NFC", text))
    shown = "".join(" " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in shown)
    shown = " ".join(shown.split())
    if sum(letter.isalpha() for letter in shown) < 3:
        raise NotPossible(Refusal.EMPTY)
    if len(shown) > longest:
        raise NotPossible(Refusal.TOO_LONG)
    return shown


@dataclass(frozen=True)
class Standing:
    """Where somebody stands: with how many of the statements she took a stand on most others agree with her."""

    compared: int
    with_most: int
    group: str = ""
    in_group: int = 0
    differs_from_group: int = 0


def with_most(own: int, agree: int, disagree: int, total: int) -> bool | None:
    """
    Say whether most of the *others* hold what she holds; None where it cannot be said.

    The counts include her own vote. Passing is no side, and fewer than five others are not spoken of.
    """
    if own == 0:
        return None
    others = total - 1
    if others < SMALLEST_SHOWN:
        return None
    same = (agree if own > 0 else disagree) - 1
    against = disagree if own > 0 else agree
    if same == against:
        return None
    return same > against
