"""Who may take part in a next step, when, and under which name. Pure."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from skaala.workshops.rules import Phase, is_open

LONGEST_NAME = 120
COMMITTING = frozenset(phase for phase in Phase if is_open(phase) and phase != Phase.CLOSED)


class Refusal(StrEnum):
    """Why somebody cannot say that she takes part."""

    NO_CLOSING_EVENT = "no_closing_event"
    NOT_OPEN = "not_open"
    REHEARSAL = "rehearsal"
    NOT_A_STEP = "not_a_step"
    NO_NAME = "no_name"
    NAME_TOO_LONG = "name_too_long"
    NO_CONSENT = "no_consent"
    NO_PROMPT = "no_prompt"


class NotPossibleToCommit(Exception):
    """Saying that one takes part is not possible; ``refusal`` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def check_can_commit(phase: str, *, is_closing_event: bool, is_rehearsal: bool) -> None:
    """
    Check that commitments are taken on a board: that of a closing event, while it is open and it is no rehearsal.

    What is said there is public with a name, so nothing is tried out with it.

    :raises NotPossibleToCommit: if they are not
    """
    if not is_closing_event:
        raise NotPossibleToCommit(Refusal.NO_CLOSING_EVENT)
    if is_rehearsal:
        raise NotPossibleToCommit(Refusal.REHEARSAL)
    if phase not in COMMITTING:
        raise NotPossibleToCommit(Refusal.NOT_OPEN)


def can_commit(phase: str, *, is_closing_event: bool, is_rehearsal: bool) -> bool:
    """Say whether :func:`check_can_commit` would let it pass."""
    try:
        check_can_commit(phase, is_closing_event=is_closing_event, is_rehearsal=is_rehearsal)
    except NotPossibleToCommit:
        return False
    return True


def clean_name(name: str) -> str:
    """
    Return the name under which somebody takes part, as it is shown: one line, no invisible characters.

    :raises NotPossibleToCommit: if there is none in it, or it is too long
    """
    if len(name) > 40 * LONGEST_NAME:
        raise NotPossibleToCommit(Refusal.NAME_TOO_LONG)
    shown = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter
        for letter in unicodedata.normalize("NFC", name)
        if unicodedata.category(letter) != "Cf"
    )
    shown = " ".join(shown.split())
    if sum(letter.isalpha() for letter in shown) < 2:
        raise NotPossibleToCommit(Refusal.NO_NAME)
    if len(shown) > LONGEST_NAME:
        raise NotPossibleToCommit(Refusal.NAME_TOO_LONG)
    return shown
