"""What the registration form asks beyond its own fields, and how it was answered."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from skaala.desk.frame.editing import one_at_a_time
from skaala.desk.frame.lookups import find_series, or_404
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import series_page
from skaala.desk.questions.forms import QuestionForm
from skaala.registration import operations
from skaala.registration.models import Question
from skaala.registration.queries.questions import (
    questions_of,
    questions_with_answers,
    removed_questions,
    tallies,
    without_answers,
)
from skaala.series.models import Series


def questions(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    found = questions_with_answers(series)
    rows = [
        {
            "question": question,
            "event": event_label(question.event) if question.event else "",
            "condition": _condition(question),
            "answers": vars(question)["count"],
        }
        for question in found
    ]
    return series_page(
        request,
        "desk/questions/questions.html",
        series,
        section="questions",
        asked=[row for row in rows if row["question"].retired_at is None],
        retired=[(one, vars(one)["count"]) for one in removed_questions(series, now=timezone.now())],
        has_answers=any(row["answers"] for row in rows),
        people_without_answers=len(without_answers(series)),
    )


def _condition(question: Question) -> str:
    if question.shown_if is None:
        return ""
    labels = dict(question.shown_if.choices(also_retired=True))
    words = (
        _("if “%(question)s” is answered “%(answer)s”")
        if question.shown_if_value in dict(question.shown_if.choices())
        else _("if “%(question)s” is answered “%(answer)s”, which nobody can choose any more")
    )
    return words % {"question": question.shown_if.label, "answer": labels.get(question.shown_if_value, "")}


def new_question(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, Question(series=series), heading=_("New question"))


@one_at_a_time
def edit_question(request: HttpRequest, slug: str, question_id: int) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, _find(series, question_id), heading=_("Question"))


def _edit(request: HttpRequest, series: Series, question: Question, *, heading: str) -> HttpResponse:
    question.series = series
    others = [one for one in questions_of(series) if one.pk != question.pk]
    form = QuestionForm(request.POST or None, record=question, others=others)
    if request.method == "POST" and form.is_valid():
        try:
            operations.save_question(question=form.fill_in(), options=form.cleaned_data["options"])
        except operations.KindIsAnswered:
            form.add_error(
                "kind",
                _(
                    "This question has been answered, so its kind stays. Remove it, which keeps the answers, "
                    "and ask a new one."
                ),
            )
        except operations.DecidesOthers:
            form.add_error(
                "kind",
                _(
                    "Another question depends on the answer to this one. Set that question to be always asked first."
                ),
            )
        else:
            messages.success(request, _("The question has been saved."))
            return redirect("desk:questions", series.slug)
    return series_page(
        request,
        "desk/questions/question.html",
        series,
        section="questions",
        beneath=[(heading, "")],
        status=422 if form.errors else 200,
        form=form,
        heading=heading,
        question=question,
    )


@require_POST
def move(request: HttpRequest, slug: str, question_id: int) -> HttpResponse:
    series = find_series(slug)
    try:
        operations.move_question(question=_find(series, question_id), up="up" in request.POST)
    except operations.BreaksOrder:
        messages.error(
            request,
            _("One of the two decides whether the other is asked, so it must come first."),
        )
    return redirect("desk:questions", slug)


def remove(request: HttpRequest, slug: str, question_id: int) -> HttpResponse:
    """Say what becomes of the answers, and then take the question out of the form."""
    series = find_series(slug)
    question = _find(series, question_id)
    if request.method == "POST":
        operations.retire_question(question=question, now=timezone.now())
        messages.success(request, _("The question is no longer asked."))
        return redirect("desk:questions", slug)
    count = question.answers.count()
    warning = (
        ngettext(
            "%(number)s person has answered it. The answer stays on the person's page, in the download and "
            "among the answers; the question is no longer asked.",
            "%(number)s people have answered it. The answers stay on each person's page, in the download and "
            "among the answers; the question is no longer asked.",
            count,
        )
        % {"number": count}
        if count
        else _("Nobody has answered it yet.")
    )
    depending = question.leads_to.filter(retired_at=None).count()
    if depending:
        warning += " " + ngettext(
            "%(number)s question that is asked only after it will be asked of everybody.",
            "%(number)s questions that are asked only after it will be asked of everybody.",
            depending,
        ) % {"number": depending}
    return series_page(
        request,
        "desk/frame/remove.html",
        series,
        section="questions",
        beneath=[(_("Remove"), "")],
        heading=_("Remove the question “%(question)s”?") % {"question": question.label},
        warning=warning,
        back=reverse("desk:questions", args=[slug]),
    )


@require_POST
def restore(request: HttpRequest, slug: str, question_id: int) -> HttpResponse:
    """Ask again what had been removed."""
    series = find_series(slug)
    removed = or_404(
        next((one for one in removed_questions(series, now=timezone.now()) if one.pk == question_id), None)
    )
    operations.restore_question(question=removed)
    messages.success(request, _("The question is asked again. It is the last one in the form."))
    return redirect("desk:questions", slug)


def answers(request: HttpRequest, slug: str) -> HttpResponse:
    """How the questions were answered: people by option; texts as they were written."""
    series = find_series(slug)
    return series_page(
        request,
        "desk/questions/answers.html",
        series,
        section="questions",
        beneath=[(_("Answers"), "")],
        tallies=tallies(series),
    )


def _find(series: Series, question_id: int) -> Question:
    found = Question.objects.filter(series=series, pk=question_id, retired_at=None).first()
    if found is None:
        raise Http404
    return found
