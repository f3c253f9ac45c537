"""Feedback on an event: what is asked, how many have answered, and what came of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk import export as exports
from skaala.desk.forms.feedback import (
    QuestionFormSet,
    SurveyForm,
    initial_questions,
    initial_survey,
)
from skaala.desk.sections import find_series, series_page
from skaala.desk.wording import event_label
from skaala.registration import operations
from skaala.registration.queries import feedback as queries
from skaala.registration.rules_of_feedback import LEAST, closes_at
from skaala.series import naming
from skaala.series.models import Event, Series


def feedback(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """How many have answered, and once the questions have closed, what."""
    series, event = _find(slug, event_slug)
    now = timezone.now()
    survey = queries.survey_of(event)
    return series_page(
        request,
        "desk/feedback.html",
        series,
        section="events",
        beneath=[(event_label(event), reverse("desk:event", args=[slug, event_slug])), (_("Feedback"), "")],
        event=event,
        heading_of_event=naming.heading(event),
        survey=survey,
        state=queries.state_of(survey, now=now) if survey else "",
        closes=closes_at(event.end, survey.days) if survey else None,
        results=queries.results(survey) if survey else [],
        least=LEAST,
        may_be_changed=survey is None or survey.closed_at is None,
    )


def questions(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Write the questions, and for how long they are open."""
    series, event = _find(slug, event_slug)
    survey = queries.survey_of(event)
    data = request.POST if request.method == "POST" else None
    form = SurveyForm(data, initial=initial_survey(survey))
    rows = QuestionFormSet(data, initial=initial_questions(survey), prefix="questions")
    if data is not None and all([form.is_valid(), rows.is_valid()]):
        try:
            operations.set_questions(event=event, questions=rows.questions(), **form.cleaned_data)
        except operations.HasAnswers:
            form.add_error(
                None,
                _(
                    "Somebody has answered already, so the questions stay as they are; the days and what is said first can still be changed until the questions close."
                ),
            )
        else:
            messages.success(request, _("The questions have been saved."))
            page = "feedback-questions" if "more" in request.POST else "feedback"
            return redirect(f"desk:{page}", slug, event_slug)
    return series_page(
        request,
        "desk/feedback_questions.html",
        series,
        section="events",
        beneath=[
            (event_label(event), reverse("desk:event", args=[slug, event_slug])),
            (_("Feedback"), reverse("desk:feedback", args=[slug, event_slug])),
            (_("Questions"), ""),
        ],
        status=422 if data is not None else 200,
        event=event,
        heading_of_event=naming.heading(event),
        form=form,
        rows=rows,
        answers=survey.answers if survey else 0,
    )


def export(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Give the results as a file."""
    series, event = _find(slug, event_slug)
    survey = queries.survey_of(event)
    results = queries.results(survey) if survey else []
    if not results:
        messages.error(request, _("There are no results that may be shown."))
        return redirect("desk:feedback", slug, event_slug)
    table = exports.feedback(event_label(event), event.slug, results)
    return exports.answer(series, table, as_sheet=request.GET.get("as") == "xlsx")


def _find(slug: str, event_slug: str) -> tuple[Series, Event]:
    series = find_series(slug)
    event = next((each for each in series.events.all() if each.slug == event_slug), None)
    if event is None:
        raise Http404
    return series, event
