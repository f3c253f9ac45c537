"""Publishing the report, its files, and withdrawing a version where a person must be erased."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.downloads import download
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.sections import series_page
from skaala.desk.report.forms import PublishForm, WithdrawForm
from skaala.reports import operations, queries, renderers
from skaala.reports.assembly.builder import build_contents
from skaala.reports.contents import to_data
from skaala.reports.models import Rendering, Report, Version
from skaala.reports.operations import NamesFound, NothingToPublish, PublishedAlready, QuotationsUntranslated
from skaala.reports.operations.render import fingerprint
from skaala.reports.queries.outcome import count_notified, people_to_notify
from skaala.series.models import Series
from skaala.ui.languages import language_label, reader_language


def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what publishing would bring and what stands against it; publish on a press."""
    series, report = _report(slug)
    now = timezone.now()
    if request.method == "POST":
        try:
            version = operations.publish_report(
                report=report, now=now, with_untranslated="with_untranslated" in request.POST
            )
        except PublishedAlready:
            messages.error(request, _("Nothing was published: the latest version says the same already."))
        except (NothingToPublish, NamesFound, QuotationsUntranslated):
            messages.error(request, _("Nothing was published. See the reasons below."))
        else:
            messages.success(request, _("Version %(number)s is public.") % {"number": version.number})
        return redirect("desk:report-publish", slug)
    language = reader_language()
    review = operations.review_report(report=report, language=language, now=now)
    return series_page(
        request,
        "desk/report/publish.html",
        series,
        section="report",
        beneath=[(_("Publish the report"), "")],
        review=review,
        changes=review.changes,
        form=PublishForm() if review.untranslated else None,
        untranslated=[
            (each, [language_label(code) for code in each.languages]) for each in review.untranslated
        ],
        missing=[(finding, [language_label(code) for code in lacks]) for finding, lacks in review.missing],
        versions=queries.versions(series),
        not_made=queries.files_not_made(report),
        report=report,
        to_notify=people_to_notify(series).count(),
        count_notified=count_notified(series),
    )


@dataclass(frozen=True)
class FileRow:
    """One format of the draft in all languages."""

    name: str
    files: list[tuple[str, Rendering | None, bool]]


def files(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how far the files of the draft are, and have them made."""
    series, report = _report(slug)
    if request.method == "POST":
        operations.request_files(report=report, version=None)
        return redirect("desk:report-files", slug)
    known = {(each.language, each.format): each for each in queries.renderings(report, None)}
    now = timezone.now()
    current = {
        language: fingerprint(to_data(build_contents(report, language, now=now)))
        for language in series.offered
    }
    rows = [
        FileRow(
            name,
            [
                (
                    language,
                    known.get((language, name)),
                    (one := known.get((language, name))) is not None and one.fingerprint == current[language],
                )
                for language in series.offered
            ],
        )
        for name in renderers.RENDERERS
    ]
    waiting = sum(each.state == Rendering.State.WAITING for each in known.values())
    return series_page(
        request,
        "desk/report/files.html",
        series,
        section="report",
        beneath=[(_("Files of the draft"), "")],
        rows=rows,
        languages=[language_label(code) for code in series.offered],
        total=len(known),
        done=len(known) - waiting,
        waiting=waiting,
    )


def file(request: HttpRequest, slug: str, language: str, name: str) -> HttpResponse:
    """Give a file of the draft."""
    _series, report = _report(slug)
    found = report.renderings.filter(version=None, language=language, format=name).first()
    if found is None or found.file is None:
        raise Http404
    return download(
        bytes(found.file),
        content_type=renderers.MEDIA_TYPES[name],
        name=renderers.file_name(f"{slug}-draft-{language}", name),
    )


def make_files(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Have those files of a version made again that could not be made."""
    version = _version(find_series(slug), number)
    if request.method == "POST":
        operations.request_files(report=version.report, version=version)
        messages.success(
            request, _("The files of version %(number)s are being made again.") % {"number": number}
        )
    return redirect("desk:report-publish", slug)


def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Let a note take the place of a version, and publish what stands now."""
    series = find_series(slug)
    version = _version(series, number)
    data = request.POST if request.method == "POST" else None
    form = WithdrawForm(data)
    if data is not None and form.is_valid():
        try:
            fresh = operations.replace_version(
                version=version, note=form.cleaned_data["note"], now=timezone.now()
            )
        except NamesFound as refusal:
            form.add_error(
                None,
                _("The current texts still name someone. Correct them first: %(where)s.")
                % {"where": "; ".join(f"{hit.where} ({hit.name})" for hit in refusal.hits)},
            )
        else:
            said = _("Version %(number)s is withdrawn.") % {"number": number}
            if fresh is not None:
                said += " " + _("Version %(number)s is public.") % {"number": fresh.number}
            messages.success(request, said)
            return redirect("desk:report-publish", slug)
    return series_page(
        request,
        "desk/report/withdraw.html",
        series,
        section="report",
        beneath=[(_("Withdraw version %(number)s") % {"number": number}, "")],
        status=422 if form.errors else 200,
        form=form,
        version=version,
    )


def _report(slug: str) -> tuple[Series, Report]:
    series = find_series(slug)
    report = queries.find_report(series)
    if report is None:
        raise Http404
    report.series = series
    return series, report


def _version(series: Series, number: int) -> Version:
    version = queries.find_version(series, number)
    if version is None or version.is_replaced:
        raise Http404
    return version
