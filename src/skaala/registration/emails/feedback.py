"""The email that asks those who were at an event what they thought of it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.registration import links
from skaala.registration.emails.frame import refuse_unwanted, registration_email_of, write
from skaala.registration.presenters.attended_events import active_events
from skaala.registration.queries.feedback import state_of, survey_of
from skaala.registration.rules import feedback as rules_of_feedback


@composes("registration.feedback", name=pgettext_lazy("letter", "Request for feedback"))
def feedback(email: Email) -> RenderedEmail:
    """Ask, with the way to the questions; not once they have closed."""
    registration_email = registration_email_of(email)
    event, registration = registration_email.event, registration_email.registration
    if event is None:
        raise Obsolete
    refuse_unwanted(email, registration)
    survey = survey_of(event)
    mine = [item for item in active_events(registration) if item.attendance.event_id == event.pk]
    if survey is None or not mine:
        raise Superseded
    if state_of(survey, now=timezone.now()) == rules_of_feedback.FeedbackState.CLOSED:
        raise Superseded
    subject = _("How was it? %(event)s") % {"event": mine[0].heading}
    return write(
        registration,
        "feedback",
        subject,
        events=[],
        with_calendar=False,
        is_message=True,
        item=mine[0],
        introduction=survey.introduction.for_reader(email.language),
        heading=_("How was it?"),
        feedback_url=(url := links.feedback_url(mine[0].attendance)),
        action_url=url,
        closes=rules_of_feedback.closes_at(event.end, survey.days),
        zone=event.zone,
    )
