"""The letter by which an organiser writes to participants."""

from __future__ import annotations

from skaala.mail.compose import Composed, NothingToSay, composes
from skaala.mail.models import Letter
from skaala.registration.letters.frame import standing_of, write
from skaala.ui.markdown import to_html


@composes("registration.message")
def message(letter: Letter) -> Composed:
    """Say what the organiser wrote, in the person's language or else in one it was written in."""
    correspondence = standing_of(letter)
    mailing = correspondence.mailing
    if mailing is None:
        raise NothingToSay
    body = mailing.body.for_reader(letter.language)
    return write(
        correspondence.registration,
        "message",
        str(mailing.subject.for_reader(letter.language)),
        events=[],
        body=body,
        body_html=to_html(body.text, 3),
    )
