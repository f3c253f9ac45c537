"""When somebody gets a key for the workspaces of a series, and to which address it may go."""

from __future__ import annotations

from enum import StrEnum

from skaala.registration.rules.addresses import normalise_address

NEW_STARTS = 1
"""How often somebody may start again as a new participant: their earlier votes stay counted."""


class Answer(StrEnum):
    """What is done when somebody asks for their link to the workspaces."""

    NOT_YET = "not_yet"  # no workspace of theirs is open
    FIRST = "first"  # their first key
    SAME_EMAIL = "same_email"  # the email that has not gone yet is tried again
    NEW_START = "new_start"  # a new key, with which they are a new participant
    NO_MORE = "no_more"  # they have started anew already


def answer_to_request(*, has_open_workspace: bool, email: str | None, new_starts: int) -> Answer:
    """
    Say what is done when somebody asks for their link.

    :param email: the state of the latest email with a key: ``unsent``, ``sent`` or ``lost``; None if there was none
    """
    if email is None:
        return Answer.FIRST if has_open_workspace else Answer.NOT_YET
    if email == "unsent":
        return Answer.SAME_EMAIL
    return Answer.NEW_START if email == "lost" or new_starts < NEW_STARTS else Answer.NO_MORE


def address_given(*, given: str, before: str, after: str, is_lost: bool) -> str:
    """
    Return the address that counts as the person's own when it is changed or corrected; empty if that is ``after``.

    An address to which emails do not arrive is nobody's, so a corrected one takes its place. Otherwise a key goes on
    going to the address that was given at first: neither an organiser who corrects it nor whoever holds the personal
    link and changes it gets a key.

    :param given: what counted so far, empty for ``before``
    :param is_lost: whether emails to ``before`` did not arrive
    """
    own = given or ("" if is_lost else before)
    return "" if normalise_address(own) == normalise_address(after) else own
