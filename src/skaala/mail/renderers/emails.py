"""Emails as they are sent. Apps above register a composer and a name for each kind of email here."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils import translation

from skaala.mail.models import Email
from skaala.mail.renderers.sender import LOGO, NOBODY, Sender

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Attachment:
    """A file in an email."""

    name: str
    content: bytes
    content_type: str


@dataclass(frozen=True)
class Invitation:
    """What a mail program shows with the email as an event: the calendar file of one event, and its method in iTIP."""

    content: bytes
    method: str


@dataclass(frozen=True)
class RenderedEmail:
    """
    An email's words, ready to be sent.

    :ivar pictures: PNG by name; the HTML shows one as ``<img src="cid:NAME">``
    :ivar invitation: the email is about this event alone, and calendars may take it over (RFC 6047)
    :ivar unsubscribe_url: where the reader says, by a press or by their mail program's own button, that they want no such emails
    :ivar sender: the organisation that writes; what it says of where answers go comes before ``reply_to``
    :ivar names_reader: whether the name stands before the address it goes to
    """

    subject: str
    text: str
    html: str
    attachments: list[Attachment] = field(default_factory=list)
    reply_to: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    names_reader: bool = True
    invitation: Invitation | None = None
    unsubscribe_url: str = ""
    sender: Sender = NOBODY

    @property
    def all_pictures(self) -> dict[str, bytes]:
        """All that the HTML may show: its own pictures and the sender's logo."""
        logo = self.sender.logo
        return {**({LOGO: logo.content} if logo else {}), **self.pictures}

    def as_page(self) -> str:
        """Return the HTML with its pictures in it, to be shown in a browser."""
        page = self.html
        for name, content in self.all_pictures.items():
            page = page.replace(f'cid:{name}"', f'data:image/png;base64,{b64encode(content).decode()}"')
        return page


class Obsolete(Exception):
    """What the email was about is gone; it must not be sent any more."""


class Superseded(Obsolete):
    """Things have changed since, and another email tells how they are; this one would be wrong now."""


Composer = Callable[[Email], RenderedEmail]


@dataclass(frozen=True)
class Kind:
    """A kind of email: who composes it, and what organisers call it."""

    composer: Composer
    name: StrOrPromise


_kinds: dict[str, Kind] = {}


def composes(kind: str, *, name: StrOrPromise) -> Callable[[Composer], Composer]:
    """Register the decorated function as the composer of emails of ``kind``, which organisers see as ``name``."""

    def register(composer: Composer) -> Composer:
        _kinds[kind] = Kind(composer, name)
        return composer

    return register


def kinds() -> Mapping[str, Kind]:
    """Return all kinds of email that are registered."""
    return _kinds


def name_of(kind: str) -> str:
    """Return what organisers call a kind of email, in their language; the kind itself if no app has it any more."""
    return str(_kinds[kind].name) if kind in _kinds else kind


def compose(email: Email) -> RenderedEmail:
    """
    Return ``email`` as it would be sent now, in the email's language.

    :raises Obsolete: if what it was about is gone
    """
    with translation.override(email.language):
        return _kinds[email.kind].composer(email)
