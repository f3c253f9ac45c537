"""The email by which an organiser writes to participants."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, composes
from skaala.registration.emails.frame import active_registration_email, refuse_unwanted, write
from skaala.ui.markdown import to_html


@composes("registration.message", name=pgettext_lazy("letter", "Message"))
def message(email: Email) -> RenderedEmail:
    """Say what the organiser wrote, in the person's language or else in one it was written in."""
    registration_email = active_registration_email(email)
    mailing = registration_email.mailing
    if mailing is None:
        raise Obsolete
    refuse_unwanted(email, registration_email.registration)
    body = mailing.body.for_reader(email.language)
    return write(
        registration_email.registration,
        "message",
        str(mailing.subject.for_reader(email.language)),
        events=[],
        is_message=True,
        body=body,
        body_html=to_html(body.text, 3),
    )
