"""The synthesis of a series: its latest version, earlier ones, what each finding rests on, and files."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue.models import Action
from skaala.catalogue.queries import actions_by_finding, actions_from_series
from skaala.reports import operations, queries, renderers
from skaala.reports.contents.compare import compare
from skaala.reports.models import Rendering, Version
from skaala.reports.presenters.supporting_statements import find_entry, supporting_votes
from skaala.reports.queries import contents_of
from skaala.reports.renderers.page.presenters import Onward, finding_view, show, table_view
from skaala.reports.renderers.texts import foreign_texts
from skaala.series.models import Event, Series
from skaala.site.announcement.presenters.pages import holds_until
from skaala.site.http.lookups import series_or_404
from skaala.site.http.page_cache import cache_until, public_cacheable
from skaala.site.report.messages import FILE_NAMES
from skaala.site.report.presenters import sorted_statements
from skaala.ui.languages import LANGUAGES, reader_language
from skaala.workshops.queries import has_public_results


def _find(request: HttpRequest, slug: str, number: int | None = None) -> tuple[Series, Version]:
    series = series_or_404(request, slug, now=timezone.now())
    version = queries.find_version(series, number)
    if version is None:
        raise Http404
    return series, version


def _weighed_at(series: Series) -> Event | None:
    """Return the closing event whose public results say how the next steps were weighed, and who takes part."""
    closing = (event for event in series.events.all() if event.kind == Event.Kind.CLOSING_EVENT)
    return next((event for event in closing if has_public_results(event)), None)


@public_cacheable
def report(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Show a version of the report, the latest if none is named; or the note that has taken its place."""
    now = timezone.now()
    series, version = _find(request, slug, number)
    versions = queries.versions(series)
    context = {
        "series": series,
        "version": version,
        "versions": versions,
        "is_latest": version == versions[0],
    }
    if version.is_replaced:
        response = render(request, "site/report/replaced.html", context)
        return cache_until(response, holds_until(series, now=now))
    contents = contents_of(version, reader_language())
    actions = list(actions_from_series(series))
    statements_at = reverse("site:report-statements", args=[slug, version.number])
    earlier = next((each for each in versions if each.number < version.number and not each.is_replaced), None)
    context |= {
        "contents": contents,
        "shown": show(contents, statements_at, _onward(actions_by_finding(contents, actions))),
        "statements_at": statements_at if contents.statements else "",
        "files": [
            (
                FILE_NAMES[name],
                reverse("site:report-file", args=[slug, version.number, contents.language, name]),
            )
            for name in renderers.RENDERERS
        ],
        "appendices": queries.appendices(version),
        "withheld": queries.events_without_votes(version),
        "earlier": earlier,
        "actions": actions,
        "closing": _weighed_at(series),
    }
    return cache_until(render(request, "site/report/report.html", context), holds_until(series, now=now))


def _onward(found: dict[str, list[Action]]) -> dict[str, Onward]:
    return {
        finding: [(str(action.name), reverse("site:action", args=[action.slug])) for action in actions]
        for finding, actions in found.items()
    }


def statements(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show every statement of a version with its votes; a second press on a column's head turns its order round."""
    series, version = _find(request, slug, number)
    contents = None if version.is_replaced else contents_of(version, reader_language())
    shown = sorted_statements(contents, request.GET.get("sort", "")) if contents else None
    if shown is None:
        raise Http404
    context = {"series": series, "version": version, "contents": contents, "shown": shown}
    return render(request, "site/report/statements.html", context)


@public_cacheable
def evidence(request: HttpRequest, slug: str, number: int, finding: UUID) -> HttpResponse:
    """Show the statements and votes that one finding of a version rests on."""
    now = timezone.now()
    series, version = _find(request, slug, number)
    if version.is_replaced:
        raise Http404
    contents = contents_of(version, reader_language())
    entry = find_entry(contents, finding.hex)
    if entry is None:
        raise Http404
    context = {
        "series": series,
        "version": version,
        "contents": contents,
        "item": finding_view(entry, foreign_texts(contents)),
        "rests": [(rests, table_view(rests.table)) for rests in supporting_votes(version, entry)],
        "appendices": queries.appendices(version),
    }
    return cache_until(render(request, "site/report/evidence.html", context), holds_until(series, now=now))


@public_cacheable
def changes(request: HttpRequest, slug: str, number: int, earlier: int) -> HttpResponse:
    """Show what one version changed in an earlier one."""
    now = timezone.now()
    series, version = _find(request, slug, number)
    before = queries.find_version(series, earlier)
    if before is None or before.is_replaced or version.is_replaced or earlier >= number:
        raise Http404
    language = reader_language()
    contents = contents_of(version, language)
    context = {
        "series": series,
        "version": version,
        "before": before,
        "contents": contents,
        "changes": compare(contents_of(before, language), contents),
    }
    return cache_until(render(request, "site/report/changes.html", context), holds_until(series, now=now))


def file(request: HttpRequest, slug: str, number: int, language: str, name: str) -> HttpResponse:
    """Give a version as a file; where it is not made yet, have it made and say so."""
    series, version = _find(request, slug, number)
    if version.is_replaced or name not in renderers.RENDERERS or language not in LANGUAGES:
        raise Http404
    found = version.renderings.filter(language=language, format=name).first()
    if found is not None and found.state == Rendering.State.DONE and found.file is not None:
        return file_answer(bytes(found.file), name, renderers.file_name(f"{slug}-{number}-{language}", name))
    if found is None:
        operations.request_files(report=version.report, version=version, languages=[language], formats=[name])
    context = {
        "series": series,
        "version": version,
        "name": name,
        "has_failed": found is not None and found.state == Rendering.State.FAILED,
    }
    response = render(request, "site/report/file.html", context, status=202)
    response["Cache-Control"] = "no-store"
    return response


def file_answer(content: bytes, name: str, file_name: str) -> HttpResponse:
    """Return a report's file, always to be saved, so that none runs as a page of ours."""
    response = HttpResponse(content, content_type=renderers.MEDIA_TYPES[name])
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


def data(request: HttpRequest, slug: str, number: int, event_slug: str) -> HttpResponse:
    """Give the public votes of one board as they were published with a version."""
    _series, version = _find(request, slug, number)
    appendix = version.appendices.filter(event=event_slug).first()
    if appendix is None:
        raise Http404
    response = HttpResponse(bytes(appendix.archive), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{event_slug}.zip"'
    return response
