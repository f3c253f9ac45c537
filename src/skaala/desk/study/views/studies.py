"""The studies that a series rests on, with what they found."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_series
from skaala.desk.study.forms import StudyForm
from skaala.desk.study.presenters import find_study, study_page
from skaala.evidence import operations, queries
from skaala.evidence.models import Study
from skaala.series.models import Series


def studies(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    return study_page(
        request, "desk/study/studies.html", series, here="study", studies=list(queries.studies(series))
    )


def new_study(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, Study(series=series))


def edit_study(request: HttpRequest, slug: str, study_id: int) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, find_study(series, study_id))


def _edit(request: HttpRequest, series: Series, study: Study) -> HttpResponse:
    form = StudyForm(request.POST or None, record=study)
    heading = str(study.title) or _("New study")
    if request.method == "POST" and form.is_valid():
        operations.save_study(study=form.fill_in())
        messages.success(request, _("The study has been saved."))
        return redirect("desk:study", series.slug)
    return study_page(
        request,
        "desk/study/form.html",
        series,
        here="study",
        beneath=heading,
        status=422 if form.errors else 200,
        form=form,
        heading=heading,
        submit=_("Save the study"),
        back=reverse("desk:study", args=[series.slug]),
        remove=reverse("desk:remove-study", args=[series.slug, study.pk]) if study.pk else "",
    )


def remove(request: HttpRequest, slug: str, study_id: int) -> HttpResponse:
    """Ask, and then remove a study with its findings."""
    series = find_series(slug)
    study = find_study(series, study_id)
    if request.method == "POST":
        try:
            operations.remove_study(study=study)
        except operations.StillUsed:
            messages.error(request, _("A report is based on this study, so it cannot be removed."))
        else:
            messages.success(request, _("The study has been removed."))
        return redirect("desk:study", slug)
    return study_page(
        request,
        "desk/study/remove.html",
        series,
        here="study",
        beneath=_("Remove"),
        heading=_("Remove the study “%(title)s”?") % {"title": study.title},
        explanation=_(
            "Its findings are removed too. Support measures stay and keep its title as their source."
        ),
        back=reverse("desk:study", args=[slug]),
    )
