"""Who may take part in a next step, when, and under which name. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from skaala.workshops.rules import RUNNING
from skaala.workshops.rules.attention import Concern, concerns

LONGEST_NAME = 120
COMMITTING = RUNNING
MOST_FROM_HALL = 500
"""On one board, so that nobody fills it."""


class Refusal(StrEnum):
    """Why somebody cannot commit to a next step."""

    NO_CLOSING_EVENT = "no_closing_event"
    NOT_OPEN = "not_open"
    REHEARSAL = "rehearsal"
    NOT_A_STEP = "not_a_step"
    NO_NAME = "no_name"
    NAME_TOO_LONG = "name_too_long"
    NO_CONSENT = "no_consent"
    NO_PROMPT = "no_prompt"
    NO_GUESTS = "no_guests"
    ALREADY_SAID = "already_said"
    TOO_MANY = "too_many"
    NOT_A_NAME = "not_a_name"

    @classmethod
    def of_name(cls) -> frozenset[Refusal]:
        """What is wrong with the name that was written."""
        return frozenset({cls.NO_NAME, cls.NAME_TOO_LONG, cls.NOT_A_NAME, cls.ALREADY_SAID})


class UnableToCommit(Exception):
    """Somebody cannot commit to a next step; ``refusal`` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def check_can_commit(phase: str, *, is_closing_event: bool, is_rehearsal: bool) -> None:
    """
    Check that a board takes commitments: only that of a closing event does, while it is open and no rehearsal.

    A commitment is public and has a name, so there is nothing to try out.

    :raises UnableToCommit: if it does not
    """
    if not is_closing_event:
        raise UnableToCommit(Refusal.NO_CLOSING_EVENT)
    if is_rehearsal:
        raise UnableToCommit(Refusal.REHEARSAL)
    if phase not in COMMITTING:
        raise UnableToCommit(Refusal.NOT_OPEN)


def can_commit(phase: str, *, is_closing_event: bool, is_rehearsal: bool) -> bool:
    """Return whether :func:`check_can_commit` passes."""
    try:
        check_can_commit(phase, is_closing_event=is_closing_event, is_rehearsal=is_rehearsal)
    except UnableToCommit:
        return False
    return True


def clean_name(name: str) -> str:
    """
    Return a public name as it is shown: one line, no invisible characters.

    :raises UnableToCommit: if it is no name or too long
    """
    if len(name) > 40 * LONGEST_NAME:
        raise UnableToCommit(Refusal.NAME_TOO_LONG)
    visible = "".join(
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp"} else character
        for character in unicodedata.normalize("NFC", name)
        if unicodedata.category(character) != "Cf"
    )
    cleaned = " ".join(visible.split())
    if sum(character.isalpha() for character in cleaned) < 2:
        raise UnableToCommit(Refusal.NO_NAME)
    if len(cleaned) > LONGEST_NAME:
        raise UnableToCommit(Refusal.NAME_TOO_LONG)
    return cleaned


def clean_organisation(name: str, *, own_words: Iterable[str] = ()) -> str:
    """
    Return an organisation's name as it is shown: a name, and no link, number, address or insult.

    :param own_words: what the organiser has added to the list of words
    :raises UnableToCommit: if it is none
    """
    cleaned = clean_name(name)
    if set(concerns(cleaned, own_words=own_words)) - {Concern.NAME}:
        raise UnableToCommit(Refusal.NOT_A_NAME)
    return cleaned
