"""The email about what came of a series."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.registration import links
from skaala.registration.emails.frame import refuse_unwanted, registration_email_of, write
from skaala.reports.queries.outcome import OUTCOME_EMAIL
from skaala.ui.markdown import to_html


@composes(OUTCOME_EMAIL, name=pgettext_lazy("letter", "Outcomes"))
def outcome(email: Email) -> RenderedEmail:
    """
    Say what the organiser wrote, and lead to the person's own page by their link; not if they have cancelled since.

    Nothing of the boards is read here: no email, and no log of emails, ties a statement to a name.
    """
    registration_email = registration_email_of(email)
    mailing, registration = registration_email.mailing, registration_email.registration
    if mailing is None:
        raise Obsolete
    if registration.cancelled_at is not None:
        raise Superseded
    refuse_unwanted(email, registration)
    body = mailing.body.for_reader(email.language)
    return write(
        registration,
        "outcome",
        str(mailing.subject.for_reader(email.language)),
        events=[],
        is_message=True,
        body=body,
        body_html=to_html(body.text, 3),
        outcome_url=(url := links.outcome_url(registration)),
        action_url=url,
    )
