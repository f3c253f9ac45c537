"""The waiting lists of an event."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.messages import organisation_of
from skaala.desk.frame.sections import event_crumb, series_page
from skaala.registration import queries as registration_queries
from skaala.registration.models import Attendance
from skaala.series.presenters import naming


def waiting(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Who waits for a place, in order."""
    series, event = find_event(slug, event_slug)
    count = next(each for each in registration_queries.counts_by_event(series) if each.event.pk == event.pk)
    lines = [
        {
            "count": mode,
            "label": Attendance.Mode(mode.mode).label,
            "rows": [
                {"place": place, "attendance": one, "organisation": organisation_of(one.registration)}
                for place, one in enumerate(registration_queries.waiting_list(event, mode.mode), 1)
            ],
        }
        for mode in count.shown
    ]
    return series_page(
        request,
        "desk/events/waiting.html",
        series,
        section="events",
        beneath=[event_crumb(event), (_("Places and waiting list"), "")],
        event=event,
        heading=naming.heading(event),
        lines=lines,
    )
