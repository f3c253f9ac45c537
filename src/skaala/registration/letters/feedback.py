"""The letter that asks those who were at an event what they thought of it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.mail.compose import Composed, NothingToSay, Overtaken, composes
from skaala.mail.models import Letter
from skaala.registration import links, rules_of_feedback
from skaala.registration.letters.frame import correspondence_of, write
from skaala.registration.letters.items import standing_events
from skaala.registration.queries.feedback import state_of, survey_of


@composes("registration.feedback")
def feedback(letter: Letter) -> Composed:
    """Ask, with the way to the questions; not once they have closed."""
    correspondence = correspondence_of(letter)
    event, registration = correspondence.event, correspondence.registration
    if event is None:
        raise NothingToSay
    survey = survey_of(event)
    mine = [item for item in standing_events(registration) if item.attendance.event_id == event.pk]
    if survey is None or not mine:
        raise Overtaken
    if state_of(survey, now=timezone.now()) == rules_of_feedback.Asking.CLOSED:
        raise Overtaken
    subject = _("How was it? %(event)s") % {"event": mine[0].heading}
    return write(
        registration,
        "feedback",
        subject,
        events=[],
        with_calendar=False,
        item=mine[0],
        introduction=survey.introduction.for_reader(letter.language),
        feedback_url=links.feedback_url(mine[0].attendance),
        closes=rules_of_feedback.closes_at(event.end, survey.days),
        zone=event.zone,
    )
