"""Requesting a draft or files from the worker."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from procrastinate.contrib.django import app

from skaala.reports.models import Rendering, Report, Version
from skaala.reports.renderers import RENDERERS

# Names of tasks: jobs are above operations and may not be imported here.
DRAFT = "reports.draft"
RENDER = "reports.render"


@transaction.atomic
def request_draft(*, report: Report) -> None:
    """Have the worker draft the report; a second request while the first one waits changes nothing."""
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if report.drafting == Report.Drafting.WAITING:
        return
    report.drafting, report.steps_done, report.steps = Report.Drafting.WAITING, 0, 0
    report.save(update_fields=["drafting", "steps_done", "steps"])
    app.configure_task(DRAFT).defer(report_id=report.pk)


@transaction.atomic
def request_files(
    *,
    report: Report,
    version: Version | None,
    languages: Iterable[str] | None = None,
    formats: Iterable[str] = tuple(RENDERERS),
) -> None:
    """
    Have the worker make files of a version, or of the draft; those already waiting are not requested again.

    :param languages: those in which the version was published, or in which the series is held, if None
    """
    Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if languages is None:
        languages = version.contents if version is not None and version.contents else report.series.offered
    formats = list(formats)
    existing = {
        (rendering.language, rendering.format): rendering
        for rendering in report.renderings.filter(version=version).defer("file")
    }
    requested = []
    for language in languages:
        for name in formats:
            rendering = existing.get((language, name))
            if rendering is None:
                rendering = Rendering(report=report, version=version, language=language, format=name)
            elif _is_current(rendering):
                continue
            rendering.state, rendering.file = Rendering.State.WAITING, None
            rendering.save()
            requested.append(rendering.pk)
    for rendering_id in requested:
        app.configure_task(RENDER).defer(rendering_id=rendering_id)


def _is_current(rendering: Rendering) -> bool:
    """Return whether a file is waiting, or is that of a version, which never changes."""
    is_done = rendering.version_id is not None and rendering.state == Rendering.State.DONE
    return is_done or rendering.state == Rendering.State.WAITING
