"""Asking the worker for a draft or for files."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from skaala.reports.models import Rendering, Report, Version
from skaala.reports.renderers import RENDERERS
from skaala.ui.texts import LANGUAGES


@transaction.atomic
def ask_for_draft(*, report: Report) -> None:
    """Have the worker draft the report; asked twice, it is done once."""
    from skaala.reports import jobs

    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if report.drafting == Report.Drafting.WAITING:
        return
    report.drafting, report.steps_done, report.steps = Report.Drafting.WAITING, 0, 0
    report.save(update_fields=["drafting", "steps_done", "steps"])
    jobs.draft_report.defer(report_id=report.pk)


@transaction.atomic
def ask_for_files(
    *,
    report: Report,
    version: Version | None,
    languages: Iterable[str] = LANGUAGES,
    formats: Iterable[str] = tuple(RENDERERS),
) -> None:
    """Have the worker make files of a version, or of the draft; those that wait already are not asked for again."""
    from skaala.reports import jobs

    Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    formats = list(formats)
    known = {
        (each.language, each.format): each for each in report.renderings.filter(version=version).defer("file")
    }
    asked = []
    for language in languages:
        for name in formats:
            rendering = known.get((language, name))
            if rendering is None:
                rendering = Rendering(report=report, version=version, language=language, format=name)
            elif rendering.state == Rendering.State.WAITING or (
                version is not None and rendering.state == Rendering.State.DONE
            ):
                continue
            rendering.state, rendering.file = Rendering.State.WAITING, None
            rendering.save()
            asked.append(rendering.pk)
    for number in asked:
        jobs.render_file.defer(rendering_id=number)
