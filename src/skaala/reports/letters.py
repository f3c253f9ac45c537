"""The letter about what came of a series."""

from __future__ import annotations

from skaala.mail.compose import Composed, NothingToSay, Overtaken, composes
from skaala.mail.models import Letter
from skaala.registration import links
from skaala.registration.letters.frame import correspondence_of, write
from skaala.reports.queries_outcome import OUTCOME_LETTER
from skaala.ui.markdown import to_html


@composes(OUTCOME_LETTER)
def outcome(letter: Letter) -> Composed:
    """
    Say what the organiser wrote, and lead to the person's own page by her link; not if she has cancelled since.

    Nothing of the boards is read here: no letter, and no log of letters, ties a statement to a name.
    """
    correspondence = correspondence_of(letter)
    mailing, registration = correspondence.mailing, correspondence.registration
    if mailing is None:
        raise NothingToSay
    if registration.cancelled_at is not None:
        raise Overtaken
    body = mailing.body.for_reader(letter.language)
    return write(
        registration,
        "outcome",
        str(mailing.subject.for_reader(letter.language)),
        events=[],
        body=body,
        body_html=to_html(body.text, 3),
        outcome_url=links.outcome_url(registration),
    )
