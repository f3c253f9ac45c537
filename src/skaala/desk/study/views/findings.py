"""What a study found, one thing at a time."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_series
from skaala.desk.study.forms import FindingForm
from skaala.desk.study.presenters import find_study, study_page
from skaala.evidence import operations
from skaala.evidence.models import Study, StudyFinding
from skaala.series.models import Series


def new_finding(request: HttpRequest, slug: str, study_id: int) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, StudyFinding(study=find_study(series, study_id)))


def edit_finding(request: HttpRequest, slug: str, study_id: int, finding_id: int) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, _find(find_study(series, study_id), finding_id))


def _edit(request: HttpRequest, series: Series, finding: StudyFinding) -> HttpResponse:
    form = FindingForm(request.POST or None, record=finding)
    heading = _("Finding of the study") if finding.pk else _("New finding of the study")
    if request.method == "POST" and form.is_valid():
        operations.save_study_finding(finding=form.fill_in())
        messages.success(request, _("The finding has been saved."))
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
        under_heading=finding.study.reference,
        submit=_("Save the finding"),
        back=reverse("desk:study", args=[series.slug]),
        remove=reverse("desk:remove-study-finding", args=[series.slug, finding.study_id, finding.pk])
        if finding.pk
        else "",
    )


def remove(request: HttpRequest, slug: str, study_id: int, finding_id: int) -> HttpResponse:
    """Ask, and then remove something a study found."""
    series = find_series(slug)
    finding = _find(find_study(series, study_id), finding_id)
    if request.method == "POST":
        try:
            operations.remove_study_finding(finding=finding)
        except operations.StillUsed:
            messages.error(request, _("A report is based on this finding, so it cannot be removed."))
        else:
            messages.success(request, _("The finding has been removed."))
        return redirect("desk:study", slug)
    return study_page(
        request,
        "desk/study/remove.html",
        series,
        here="study",
        beneath=_("Remove"),
        heading=_("Remove this finding?"),
        explanation=str(finding.text),
        back=reverse("desk:study", args=[slug]),
    )


def _find(study: Study, finding_id: int) -> StudyFinding:
    for finding in study.findings.all():
        if finding.pk == finding_id:
            return finding
    raise Http404
