"""Bringing a series before its readers, at once or at a set time, and laying it away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import tasks
from skaala.desk.frame.sections import series_page
from skaala.desk.series.forms.publishing import ScheduleForm
from skaala.desk.series.messages import REFUSALS
from skaala.registration import queries as registration_queries
from skaala.series import operations, queries, rules
from skaala.series.links import make_preview_key
from skaala.series.models import Series
from skaala.series.operations import UnableToChangeStatus
from skaala.ui.offered import offered_choices


def publishing(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    series = find_series(slug)
    action = request.POST.get("action", "")
    form = ScheduleForm(request.POST if action == "schedule" else None, series=series)
    if request.method == "POST":
        if action not in ACTIONS and action != "schedule":
            return HttpResponseBadRequest()
        if action != "schedule" or form.is_valid():
            try:
                said = _act(action, series, form, now)
            except UnableToChangeStatus as refusal:
                if refusal.reason == UnableToChangeStatus.TIME_IN_PAST:
                    form.add_error("publish_at", REFUSALS[refusal.reason])
                else:
                    messages.error(request, REFUSALS[refusal.reason])
                    return redirect("desk:publishing", slug)
            else:
                messages.success(request, said)
                return redirect("desk:publishing", slug)
    missing = queries.missing_pieces(series, now=now)
    blocking = {rules.Gap.NO_TITLE, rules.Gap.NO_EVENTS}
    return series_page(
        request,
        "desk/series/publishing.html",
        series,
        section="publishing",
        status=422 if form.errors else 200,
        form=form,
        tasks=tasks(series, missing),
        may_publish=not any(piece.gap in blocking for piece in missing),
        is_public=queries.is_public(series, now=now),
        people=registration_queries.active_registrations(series).count(),
        preview_key=make_preview_key(series),
        previews=offered_choices(),
    )


def _act(action: str, series: Series, form: ScheduleForm, now: datetime) -> str:
    if action == "schedule":
        operations.schedule(series=series, publish_at=form.cleaned_data["publish_at"], now=now)
        return _("The series appears automatically at the time you chose.")
    act, said = ACTIONS[action]
    act(series, now)
    return str(said)


ACTIONS: dict[str, tuple[Callable[[Series, datetime], Any], Any]] = {
    "publish": (
        lambda series, now: operations.publish(series=series, now=now),
        gettext_lazy("The series is public now."),
    ),
    "draft": (
        lambda series, now: operations.take_back_to_draft(series=series),
        gettext_lazy("Publication has been cancelled. The series is a draft again."),
    ),
    "archive": (
        lambda series, now: operations.archive(series=series, now=now),
        gettext_lazy("The series has been archived. Its pages stay readable; nobody can register any more."),
    ),
}
