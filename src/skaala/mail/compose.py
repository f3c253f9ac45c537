"""Who makes the words of which kind of letter: rooms above register their composers here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils import translation

from skaala.mail.models import Letter


@dataclass(frozen=True)
class Attachment:
    """A file in a letter; ``content_type`` may carry parameters (``text/calendar; method=PUBLISH``)."""

    name: str
    content: bytes
    content_type: str


@dataclass(frozen=True)
class Composed:
    """
    A letter's words, ready to be sent.

    :ivar pictures: PNG by name; the HTML shows one as ``<img src="cid:NAME">``
    """

    subject: str
    text: str
    html: str
    attachments: list[Attachment] = field(default_factory=list)
    reply_to: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)


class NothingToSay(Exception):
    """What the letter was about is gone; it must not be sent any more."""


class Overtaken(NothingToSay):
    """Things have changed since, and another letter tells how they are; this one would be wrong now."""


Composer = Callable[[Letter], Composed]
_composers: dict[str, Composer] = {}


def composes(kind: str) -> Callable[[Composer], Composer]:
    """Register the decorated function as the composer of letters of ``kind``."""

    def register(composer: Composer) -> Composer:
        _composers[kind] = composer
        return composer

    return register


def compose(letter: Letter) -> Composed:
    """
    Return the words of ``letter`` as they would be sent now, in the letter's language.

    :raises NothingToSay: if what it was about is gone
    """
    with translation.override(letter.language):
        return _composers[letter.kind](letter)
