"""The findings of a report: drafting, the analyst's words, order, and which are published."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.catalogue.queries import published_finding
from skaala.desk.frame.access import may
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.sections import series_page
from skaala.desk.report.forms import FindingForm, SummaryForm
from skaala.reports import operations, queries
from skaala.reports.assembly.builder import build_contents
from skaala.reports.assembly.labels import APART, figure_label, voters_label
from skaala.reports.assembly.sections import section_title
from skaala.reports.figures.counts import Share
from skaala.reports.models import Finding, Report
from skaala.reports.renderers.page.presenters import show
from skaala.series.models import Series
from skaala.ui.languages import reader_language
from skaala.workshops.models import Board


@dataclass(frozen=True)
class Group:
    """The findings of one kind."""

    kind: str
    title: str
    findings: list[Finding]
    chosen: int


@dataclass(frozen=True)
class Moved:
    """A figure that is not what it was when the words were edited."""

    who: str
    was: str
    now: str


def findings(request: HttpRequest, slug: str) -> HttpResponse:
    """List the findings by kind, with what needs a look."""
    series = find_series(slug)
    report = queries.find_report(series)
    found = list(queries.findings(report)) if report else []
    groups = [
        Group(kind, section_title(kind), here, sum(each.is_published for each in here))
        for kind in Finding.Kind.values
        if (here := [each for each in found if each.kind == kind])
    ]
    return series_page(
        request,
        "desk/report/findings.html",
        series,
        section="report",
        report=report,
        groups=groups,
        chosen=sum(group.chosen for group in groups),
        to_look_at=[each for each in found if each.has_new_figures or not each.is_supported],
        latest=queries.find_version(series),
        has_boards=Board.objects.filter(event__series=series).exists(),
        has_assistant=bool(settings.ASSISTANT_URL),
        is_drafting=report is not None and report.drafting in {"waiting", "working"},
    )


@require_POST
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Have the findings drafted, or drafted again."""
    report = operations.begin_report(find_series(slug))
    operations.request_draft(report=report)
    messages.success(request, _("The findings are being drafted. Load the page again in a moment."))
    return redirect("desk:report", slug)


@require_POST
def act(request: HttpRequest, slug: str) -> HttpResponse:
    """Move a finding, or choose findings for publication, with one press in the list."""
    series, report = _report(slug)
    action, _dot, which = request.POST.get("action", "").partition(" ")
    if action in {"choose-kind", "drop-kind"}:
        here = list(report.findings.filter(kind=which))
        operations.set_published(findings=here, is_published=action == "choose-kind")
        return redirect(f"{reverse('desk:report', args=[series.slug])}#{which}")
    finding = _finding(report, which)
    if action in {"up", "down"}:
        operations.move_finding(finding=finding, up=action == "up")
    elif action in {"choose", "drop"}:
        operations.set_published(findings=[finding], is_published=action == "choose")
    return redirect(f"{reverse('desk:report', args=[series.slug])}#finding-{finding.pk.hex}")


def finding(request: HttpRequest, slug: str, which: UUID) -> HttpResponse:
    """Show a finding for editing, in all languages side by side with what the rule drafted."""
    series, report = _report(slug)
    found = _finding(report, str(which))
    if request.POST.get("action") == "remove":
        operations.remove_finding(finding=found)
        messages.success(request, _("The finding has been removed."))
        return redirect("desk:report", slug)
    return _edit(request, series, report, found)


def new_finding(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a finding of the analyst's own."""
    series = find_series(slug)
    return _edit(request, series, operations.begin_report(series), None)


def _edit(request: HttpRequest, series: Series, report: Report, found: Finding | None) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = FindingForm(data, report=report, finding=found)
    if data is not None and form.is_valid():
        chosen = form.cleaned_data.get("statements")
        saved = operations.save_finding(
            report=report,
            words=form.words(),
            finding=found,
            kind=form.cleaned_data.get("kind", ""),
            statements=[each.pk for each in chosen] if chosen is not None else None,
        )
        messages.success(request, _("The finding has been saved."))
        return redirect(f"{reverse('desk:report', args=[series.slug])}#finding-{saved.pk.hex}")
    heading = _("Finding") if found else _("New finding")
    return series_page(
        request,
        "desk/report/finding.html",
        series,
        section="report",
        beneath=[(heading, "")],
        status=422 if form.errors else 200,
        form=form,
        finding=found,
        may_make_action=found is not None
        and may(request, "make-action", "POST")
        and published_finding(found, now=timezone.now()) is not None,
        drafted=[
            (code, found.drafted_title.get(code), found.drafted_text.get(code))
            for code in series.offered
            if found is not None and not found.is_own
        ],
        moved=_moved(found) if found is not None and found.has_new_figures else [],
        shares=[(_who(share), share) for share in found.figures if share.side not in APART] if found else [],
        heading=heading,
    )


def _moved(found: Finding) -> list[Moved]:
    before = {share.key: share for share in found.figures_when_edited}
    now = {share.key: share for share in found.figures}
    return [
        Moved(_who(before.get(key) or now[key]), _figure(before.get(key)), _figure(now.get(key)))
        for key in dict.fromkeys([*before, *now])
        if before.get(key) != now.get(key)
    ]


def _who(share: Share) -> str:
    more, _dash, less = share.who.partition("-")
    return f"{voters_label(more)} – {voters_label(less)}" if less else figure_label(share)


def _figure(share: Share | None) -> str:
    if share is None:
        return _("no figure")
    return _("%(share)s %% of %(votes)s votes") % {"share": share.share, "votes": share.votes}


def summary(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the summary."""
    series = find_series(slug)
    report = operations.begin_report(series)
    data = request.POST if request.method == "POST" else None
    form = SummaryForm(data, initial={"summary": report.summary})
    if data is not None and form.is_valid():
        operations.save_summary(report=report, summary=form.cleaned_data["summary"])
        messages.success(request, _("The summary has been saved."))
        return redirect("desk:report", slug)
    return series_page(
        request,
        "desk/report/summary.html",
        series,
        section="report",
        beneath=[(_("Summary"), "")],
        status=422 if form.errors else 200,
        form=form,
        drafted=_drafted_summary(report),
    )


def _drafted_summary(report: Report) -> tuple[str, ...]:
    report.summary = type(report.summary)()
    language = reader_language()
    return build_contents(report, language, now=timezone.now()).summary


def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the report as it would be published now."""
    series, report = _report(slug)
    language = reader_language()
    contents = build_contents(report, language, now=timezone.now())
    return series_page(
        request,
        "desk/report/preview.html",
        series,
        section="report",
        beneath=[(_("Preview"), "")],
        contents=contents,
        shown=show(contents),
    )


def _report(slug: str) -> tuple[Series, Report]:
    series = find_series(slug)
    report = queries.find_report(series)
    if report is None:
        raise Http404
    return series, report


def _finding(report: Report, which: str) -> Finding:
    try:
        found = queries.find_finding(report, UUID(which))
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found
