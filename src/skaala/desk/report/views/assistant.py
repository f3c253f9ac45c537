"""The assistant: asking it about the summary, reading what it changes, and approving that."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.sections import series_page
from skaala.desk.report.forms import AskForm
from skaala.desk.report.presenters import LanguageView, passages_of
from skaala.reports import operations, queries
from skaala.reports.assembly.builder import draft_passages
from skaala.reports.models import Assistance, Report
from skaala.reports.operations.assist import NamesPeople, UnableToAssist
from skaala.reports.queries.assistance import assistance_of
from skaala.series.models import Series
from skaala.ui.languages import language_label


def assistant(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the assistant would make of the summary; ask it, and approve passages, on a press."""
    series = find_series(slug)
    report = queries.find_report(series)
    if report is None:
        raise Http404
    form = AskForm(request.POST or None, languages=_askable(series, report))
    if request.method == "POST":
        if request.POST.get("action") == "use":
            return _use(request, series, report)
        if form.is_valid():
            _ask(request, report, form.cleaned_data["language"])
            return redirect("desk:report-assistant", slug)
    return series_page(
        request,
        "desk/report/assistant.html",
        series,
        section="report",
        beneath=[(_("Assistant"), "")],
        status=422 if form.errors else 200,
        form=form,
        is_on=bool(settings.ASSISTANT_URL),
        host=urlsplit(settings.ASSISTANT_URL).hostname,
        model=settings.ASSISTANT_MODEL,
        languages=[_language(series, report, code) for code in series.offered],
    )


def _askable(series: Series, report: Report) -> list[tuple[str, str]]:
    return [
        (code, language_label(code))
        for code in series.offered
        if operations.is_offered(code) and not report.summary.get(code)
    ]


def _ask(request: HttpRequest, report: Report, language: str) -> None:
    try:
        operations.request_assistance(report=report, language=language, now=timezone.now())
    except NamesPeople as reason:
        said = _("Nothing was sent: the draft may name people. Correct or leave out these first: %(names)s.")
        messages.error(request, said % {"names": ", ".join(reason.names)})
    except UnableToAssist:
        messages.error(request, _("Nothing was sent: there is nothing drafted in this language."))
    else:
        messages.success(request, _("The assistant has been asked. Load the page again in a moment."))


def _use(request: HttpRequest, series: Series, report: Report) -> HttpResponse:
    found = assistance_of(report).get(request.POST.get("language", ""))
    if found is None:
        raise Http404
    places = {int(place) for place in request.POST.getlist("use") if place.isdecimal()}
    operations.approve_assistance(assistance=found, places=places, now=timezone.now())
    messages.success(
        request, _("Your choice has been saved. The other passages stay as the rule drafts them.")
    )
    return redirect(f"{reverse('desk:report-assistant', args=[series.slug])}#in-{found.language}")


def _language(series: Series, report: Report, code: str) -> LanguageView:
    assistance: Assistance | None = assistance_of(report).get(code)
    drafted = draft_passages(report, code, now=timezone.now()) if assistance else []
    return LanguageView(
        code=code,
        label=language_label(code),
        is_offered=operations.is_offered(code),
        is_own=bool(report.summary.get(code)),
        is_current=assistance is None
        or [list(paragraphs) for _title, paragraphs in drafted]
        == [passage["drafted"] for passage in assistance.passages],
        assistance=assistance,
        passages=passages_of(assistance) if assistance else [],
    )
