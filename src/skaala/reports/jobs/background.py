"""Background tasks. Their names are stored in the queue, so a name stays when a function moves."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from procrastinate.contrib.django import app

from skaala.reports import operations
from skaala.reports.claims import operations as claims
from skaala.reports.claims.operations import FIND_CANDIDATES
from skaala.reports.models import Assistance, ClaimSearch, Rendering, Report, ThemeSearch
from skaala.reports.operations.assist import ASSIST
from skaala.reports.operations.request import DRAFT, RENDER
from skaala.reports.themes import operations as themes
from skaala.reports.themes.operations import FIND_THEMES
from skaala.series.models import Series


@app.task(name=DRAFT, queue="insight")
def draft_report(*, report_id: int) -> None:
    report = Report.objects.select_related("series").filter(pk=report_id).first()
    if report is None:
        return
    try:
        operations.draft_report(
            series=report.series,
            now=timezone.now(),
            on_step=lambda done, of: _note_progress(report_id, done, of),
        )
    except Exception:
        Report.objects.filter(pk=report_id).update(drafting=Report.Drafting.FAILED)
        raise


def _note_progress(report_id: int, done: int, of: int) -> None:
    report = Report.objects.filter(pk=report_id)
    report.update(steps_done=done, steps=of)
    if done < of:
        report.update(drafting=Report.Drafting.WORKING)


@app.task(name=RENDER, queue="insight")
def render_file(*, rendering_id: int) -> None:
    rendering = Rendering.objects.select_related("report__series", "version").filter(pk=rendering_id).first()
    if rendering is None or rendering.state != Rendering.State.WAITING:
        return
    try:
        operations.render_file(rendering=rendering, now=timezone.now())
    except Exception:
        Rendering.objects.filter(pk=rendering_id).update(state=Rendering.State.FAILED)
        raise


@app.task(name=ASSIST, queue="insight")
def assist(*, assistance_id: int) -> None:
    assistance = Assistance.objects.select_related("report__series").filter(pk=assistance_id).first()
    if assistance is None or assistance.state != Assistance.State.WAITING:
        return
    try:
        operations.obtain_assistance(assistance=assistance, now=timezone.now())
    except Exception:
        Assistance.objects.filter(pk=assistance_id).update(state=Assistance.State.FAILED)
        raise


@app.task(name=FIND_THEMES, queue="insight")
def find_themes(*, series_id: int) -> None:
    _search(series_id, themes.compute_themes, ThemeSearch)


@app.task(name=FIND_CANDIDATES, queue="insight")
def find_candidates(*, series_id: int) -> None:
    _search(series_id, claims.find_candidates, ClaimSearch)


def _search(series_id: int, find: Callable[..., object], kept: type[ThemeSearch] | type[ClaimSearch]) -> None:
    """Find something in a series, if it is still there; that it failed is kept, and the job's own error is raised."""
    series = Series.objects.filter(pk=series_id).first()
    if series is None:
        return
    try:
        find(series=series, now=timezone.now())
    except Exception:
        kept._default_manager.filter(series=series_id).update(state=kept.State.FAILED)
        raise
