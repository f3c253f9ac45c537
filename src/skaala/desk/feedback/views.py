"""Feedback on an event: what is asked, how many have answered, and what came of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.feedback.forms import (
    QuestionFormSet,
    SurveyForm,
    initial_questions,
    initial_survey,
)
from skaala.desk.feedback.tables import feedback_table
from skaala.desk.frame.downloads import table_download
from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import event_crumb, series_page
from skaala.insight.disclosure import MIN_CELL
from skaala.registration import operations
from skaala.registration.queries import feedback as queries
from skaala.registration.rules.feedback import closes_at
from skaala.series.presenters import naming


def feedback(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """How many have answered, and once the questions have closed, what."""
    series, event = find_event(slug, event_slug)
    now = timezone.now()
    survey = queries.survey_of(event)
    return series_page(
        request,
        "desk/feedback/results.html",
        series,
        section="events",
        beneath=[event_crumb(event), (_("Feedback"), "")],
        event=event,
        heading_of_event=naming.heading(event),
        survey=survey,
        state=queries.state_of(survey, now=now) if survey else "",
        closes=closes_at(event.end, survey.days) if survey else None,
        results=queries.results(survey) if survey else [],
        least=MIN_CELL,
        may_be_changed=survey is None or survey.closed_at is None,
    )


def questions(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Write the questions, and for how long they are open."""
    series, event = find_event(slug, event_slug)
    survey = queries.survey_of(event)
    data = request.POST if request.method == "POST" else None
    form = SurveyForm(data, initial=initial_survey(survey))
    rows = QuestionFormSet(data, initial=initial_questions(survey), prefix="questions")
    if data is not None and all([form.is_valid(), rows.is_valid()]):
        try:
            operations.set_questions(event=event, questions=rows.questions(), **form.cleaned_data)
        except operations.UnableToSetQuestions:
            form.add_error(
                None,
                _(
                    "Somebody has answered already, so the questions can no longer be changed. You can change the number of days and the introduction until feedback closes."
                ),
            )
        else:
            messages.success(request, _("The questions have been saved."))
            page = "feedback-questions" if "more" in request.POST else "feedback"
            return redirect(f"desk:{page}", slug, event_slug)
    return series_page(
        request,
        "desk/feedback/questions.html",
        series,
        section="events",
        beneath=[
            event_crumb(event),
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
    series, event = find_event(slug, event_slug)
    survey = queries.survey_of(event)
    results = queries.results(survey) if survey else []
    if not results:
        messages.error(request, _("There are no results that may be shown."))
        return redirect("desk:feedback", slug, event_slug)
    table = feedback_table(event_label(event), event.slug, results)
    return table_download(request, table, prefix=f"{series.slug}-")
