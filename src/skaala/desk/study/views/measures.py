"""Support measures: the list, one of them, and taking one away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_series
from skaala.desk.study.forms import MeasureFilterForm, MeasureForm
from skaala.desk.study.presenters import country_name, not_theirs, study_page
from skaala.evidence import operations, queries
from skaala.evidence.models import SupportMeasure
from skaala.series.models import Series

A_PAGE = 50


def measures(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    form = MeasureFilterForm(request.GET)
    page = Paginator(queries.find_measures(**form.wanted()), A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    for key in [name for name, value in query.items() if name == "page" or not value]:
        query.pop(key)
    return study_page(
        request,
        "desk/study/measures.html",
        series,
        here="measures",
        form=form,
        page_of_measures=page,
        rows=[(measure, country_name(measure.country)) for measure in page],
        total=queries.measures().count(),
        query=query.urlencode(),
        reset_url=reverse("desk:measures", args=[slug]) if form.is_filtering else "",
    )


def new_measure(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, SupportMeasure(study=queries.studies(series).first(), tenant=series.tenant))


def edit_measure(request: HttpRequest, slug: str, measure_id: int) -> HttpResponse:
    series, measure = find_series(slug), _find(measure_id)
    if not queries.may_edit(measure, tenant=series.tenant):
        return not_theirs(request, "desk:measures", series)
    return _edit(request, series, measure)


def _edit(request: HttpRequest, series: Series, measure: SupportMeasure) -> HttpResponse:
    initial: dict[str, Any] = {}
    if not measure.pk and request.GET.get("answers"):
        initial = {"answered": request.GET.getlist("answers")}
    form = MeasureForm(
        request.POST or None, record=measure, studies=list(queries.studies(series)), initial=initial
    )
    heading = str(measure.name) or _("New support measure")
    if request.method == "POST" and form.is_valid():
        operations.save_measure(measure=form.fill_in(), answers=form.answers())
        messages.success(request, _("The support measure has been saved."))
        return redirect("desk:measures", series.slug)
    return study_page(
        request,
        "desk/study/form.html",
        series,
        here="measures",
        beneath=heading,
        status=422 if form.errors else 200,
        form=form,
        heading=heading,
        submit=_("Save the support measure"),
        back=reverse("desk:measures", args=[series.slug]),
        remove=reverse("desk:remove-measure", args=[series.slug, measure.pk]) if measure.pk else "",
    )


def remove(request: HttpRequest, slug: str, measure_id: int) -> HttpResponse:
    """Ask, and then remove a support measure."""
    series = find_series(slug)
    measure = _find(measure_id)
    if not queries.may_edit(measure, tenant=series.tenant):
        return not_theirs(request, "desk:measures", series)
    if request.method == "POST":
        try:
            operations.remove_measure(measure=measure)
        except operations.StillUsed:
            messages.error(request, _("A report names this support measure, so it cannot be removed."))
        else:
            messages.success(request, _("The support measure has been removed."))
        return redirect("desk:measures", slug)
    return study_page(
        request,
        "desk/study/remove.html",
        series,
        here="measures",
        beneath=_("Remove"),
        heading=_("Remove the support measure “%(name)s”?") % {"name": measure.name},
        explanation=_("It is common to all series and disappears from each of them."),
        back=reverse("desk:measures", args=[slug]),
    )


def _find(measure_id: int) -> SupportMeasure:
    measure = queries.find_measure(measure_id)
    if measure is None:
        raise Http404
    return measure
