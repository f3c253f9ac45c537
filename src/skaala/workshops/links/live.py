"""What opens a board's stream: a signed word that says which board, in which language, as whom, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.core import signing
from django.utils.crypto import salted_hmac

from skaala.workshops.models import Board

SALT = "skaala.live"
HOURS = 12


class Audience(StrEnum):
    """Whose eyes a frame is for."""

    PARTICIPANT = "participant"
    PROJECTOR = "projector"
    FACILITATOR = "facilitator"


@dataclass(frozen=True)
class Pass:
    """
    What a token says.

    :ivar who: tells one reader from another and nothing else
    :ivar is_checked: for somebody who leads the board by their role or by a link, and only as long as they have it
    """

    board_id: int
    language: str
    audience: Audience
    who: str
    is_checked: bool = False


class InvalidPass(Exception):
    """A token is not ours, or too old."""


def who(kind: str, key: object) -> str:
    """Return a short word for a reader by which streams are counted: no number, pseudonym or account can be read from it."""
    return salted_hmac("skaala.live-reader", f"{kind}:{key}", algorithm="sha256").hexdigest()[:12]


def make_pass(board: Board, *, language: str, audience: Audience, who: str, is_checked: bool = False) -> str:
    """Return a token that opens the stream of ``board`` for twelve hours."""
    return signing.dumps([board.pk, language, audience.value, who, is_checked], salt=SALT)


def read_pass(token: str) -> Pass:
    """
    Return what ``token`` says.

    :raises InvalidPass: if it is not ours, or too old
    """
    try:
        board_id, language, audience, reader, *more = signing.loads(token, salt=SALT, max_age=HOURS * 3600)
        return Pass(int(board_id), str(language), Audience(audience), str(reader), any(more))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise InvalidPass from error
