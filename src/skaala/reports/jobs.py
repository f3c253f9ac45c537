"""Long work of this room, done by the worker."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app


@app.task(name="reports.draft", queue="insight")
def draft_report(*, report_id: int) -> None:
    from skaala.reports.models import Report
    from skaala.reports.operations import draft_report

    report = Report.objects.select_related("series").filter(pk=report_id).first()
    if report is None:
        return
    try:
        draft_report(
            series=report.series,
            now=timezone.now(),
            on_step=lambda done, of: _tell(report_id, done, of),
        )
    except Exception:
        Report.objects.filter(pk=report_id).update(drafting=Report.Drafting.FAILED)
        raise


def _tell(report_id: int, done: int, of: int) -> None:
    from skaala.reports.models import Report

    found = Report.objects.filter(pk=report_id)
    found.update(steps_done=done, steps=of, **({"drafting": "working"} if done < of else {}))


@app.task(name="reports.render", queue="insight")
def render_file(*, rendering_id: int) -> None:
    from skaala.reports.models import Rendering
    from skaala.reports.operations import render_file

    rendering = Rendering.objects.select_related("report__series", "version").filter(pk=rendering_id).first()
    if rendering is None or rendering.state != Rendering.State.WAITING:
        return
    try:
        render_file(rendering=rendering, now=timezone.now())
    except Exception:
        Rendering.objects.filter(pk=rendering_id).update(state=Rendering.State.FAILED)
        raise


@app.task(name="reports.themes", queue="insight")
def find_themes(*, series_id: int) -> None:
    from skaala.reports.models import ThemeSearch
    from skaala.reports.operations import find_series_themes
    from skaala.series.models import Series

    series = Series.objects.filter(pk=series_id).first()
    if series is None:
        return
    try:
        find_series_themes(series=series, now=timezone.now())
    except Exception:
        ThemeSearch.objects.filter(series=series_id).update(state=ThemeSearch.State.FAILED)
        raise
