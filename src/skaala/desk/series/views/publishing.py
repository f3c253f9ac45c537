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

from skaala.desk.frame.access import may
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label, tasks
from skaala.desk.frame.sections import series_page
from skaala.desk.series.forms.publishing import ScheduleForm
from skaala.desk.series.messages import REFUSALS
from skaala.registration import queries as registration_queries
from skaala.reports import operations as reports
from skaala.reports.operations import UnableToUnpublish
from skaala.series import links, operations, queries, rules
from skaala.series.links import make_preview_key
from skaala.series.models import Event, Series
from skaala.series.operations import UnableToChangeStatus
from skaala.ui.offered import offered_choices

BLOCKING = {rules.Gap.NO_TITLE, rules.Gap.NO_EVENTS}
CONFIRMED = "seen_and_confirmed"
TOO_LATE = gettext_lazy(
    "Somebody has registered or taken part, or the report is out, so it stays public. You can archive it."
)


def publishing(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    series = find_series(slug)
    action = request.POST.get("action", "")
    form = ScheduleForm(request.POST if action == "schedule" else None, series=series)
    if request.method == "POST":
        if action not in ACTIONS and action != "schedule":
            return HttpResponseBadRequest()
        if action != "schedule" or form.is_valid():
            if action == "publish" and CONFIRMED not in request.POST and _may_publish(series, now):
                return _ask(request, series, now)
            try:
                said = _act(action, series, form, now)
            except UnableToChangeStatus as refusal:
                if refusal.reason == UnableToChangeStatus.TIME_IN_PAST:
                    form.add_error("publish_at", REFUSALS[refusal.reason])
                else:
                    messages.error(request, REFUSALS[refusal.reason])
                    return redirect("desk:publishing", slug)
            except UnableToUnpublish:
                messages.error(request, TOO_LATE)
                return redirect("desk:publishing", slug)
            else:
                messages.success(request, said)
                return redirect("desk:publishing", slug)
    missing = queries.missing_pieces(series, now=now)
    return series_page(
        request,
        "desk/series/publishing.html",
        series,
        section="publishing",
        status=422 if form.errors else 200,
        form=form,
        tasks=tasks(series, missing),
        may_publish=not any(piece.gap in BLOCKING for piece in missing),
        may_unpublish=reports.may_be_unpublished(series),
        is_public=queries.is_public(series, now=now),
        people=registration_queries.active_registrations(series).count(),
        preview_key=make_preview_key(series),
        previews=offered_choices(),
        may_share_preview=may(request, "previews"),
    )


def _may_publish(series: Series, now: datetime) -> bool:
    return not any(piece.gap in BLOCKING for piece in queries.missing_pieces(series, now=now))


def _ask(request: HttpRequest, series: Series, now: datetime) -> HttpResponse:
    """Say what happens when the series is published, and ask."""
    events = list(series.events.all())
    windows = {event.pk: _window_once_public(series, event, now) for event in events}
    return series_page(
        request,
        "desk/series/confirm_publishing.html",
        series,
        section="publishing",
        beneath=[(_("Publish this?"), "")],
        tasks=tasks(series, queries.missing_pieces(series, now=now)),
        events=[
            {
                "event": event,
                "label": event_label(event),
                "window": windows[event.pk],
                "closes": rules.closes_at(event),
            }
            for event in events
        ],
        opens=sum(window == rules.Window.OPEN for window in windows.values()),
        addresses=[(name, links.public_url(series, code), code) for code, name in offered_choices()],
        confirmed_name=CONFIRMED,
        may_unpublish=reports.may_be_unpublished(series),
    )


def _window_once_public(series: Series, event: Event, now: datetime) -> rules.Window:
    if event.is_cancelled:
        return rules.Window.CANCELLED
    found = rules.window(event, series_is_public=True, now=now)
    if event.by_invitation and found in {rules.Window.OPEN, rules.Window.NOT_YET}:
        return rules.Window.BY_INVITATION
    return found


def _act(action: str, series: Series, form: ScheduleForm, now: datetime) -> str:
    if action == "schedule":
        operations.schedule(series=series, publish_at=form.cleaned_data["publish_at"], now=now)
        return _("It is published automatically at the time you chose.")
    act, said = ACTIONS[action]
    act(series, now)
    return str(said)


ACTIONS: dict[str, tuple[Callable[[Series, datetime], Any], Any]] = {
    "publish": (
        lambda series, now: operations.publish(series=series, now=now),
        gettext_lazy("It is public now."),
    ),
    "draft": (
        lambda series, now: operations.take_back_to_draft(series=series),
        gettext_lazy("Publication has been cancelled. It is a draft again."),
    ),
    "unpublish": (
        lambda series, now: reports.unpublish(series=series),
        gettext_lazy("It is a draft again. Its public pages have gone."),
    ),
    "archive": (
        lambda series, now: operations.archive(series=series, now=now),
        gettext_lazy("It has been archived. Its pages stay readable; nobody can register any more."),
    ),
}
