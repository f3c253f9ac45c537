"""Giving feedback on an event, by the personal link; what is answered is not tied to it."""

from __future__ import annotations

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from skaala.registration import operations
from skaala.registration.models import Attendance, Registration
from skaala.registration.queries import feedback as queries
from skaala.registration.rules.feedback import FeedbackState, closes_at
from skaala.series.presenters import naming
from skaala.site.feedback.forms import FeedbackForm
from skaala.site.personal.views import behind_link


@behind_link
def feedback(request: HttpRequest, registration: Registration, token: str, event_id: int) -> HttpResponse:
    """Show the questions about an event, take the answers once, and thank for them."""
    now = timezone.now()
    attendance = (
        registration.attendances.filter(event=event_id, state=Attendance.State.CONFIRMED)
        .select_related("event__series", "registration")
        .first()
    )
    survey = queries.survey_of(attendance.event) if attendance is not None else None
    context = {"registration": registration, "series": registration.series, "token": token}
    if attendance is None or survey is None or registration.cancelled_at is not None:
        return render(request, "site/feedback/closed.html", context, status=404)
    event = attendance.event
    context |= {
        "heading": naming.heading(event),
        "event": event,
        "survey": survey,
        "closes": closes_at(event.end, survey.days),
    }
    if queries.has_answered(attendance):
        return render(request, "site/feedback/thanks.html", context)
    state = queries.state_of(survey, now=now)
    if state != FeedbackState.OPEN:
        return render(request, "site/feedback/closed.html", context | {"state": state}, status=404)
    data = request.POST if request.method == "POST" else None
    form = FeedbackForm(data, questions=survey.questions.all())
    if data is not None and form.is_valid():
        with suppress(operations.UnableToAnswer):  # closed this very moment; the page says so
            operations.answer_feedback(
                registration=registration, event=event, answers=form.answers(), now=now
            )
        return HttpResponseRedirect(request.path)
    context["form"] = form
    return render(request, "site/feedback/questions.html", context, status=422 if data is not None else 200)
