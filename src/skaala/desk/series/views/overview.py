"""A series' dashboard."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from skaala.catalogue.presenters.follow_ups import answers_in_words, follow_up_lines
from skaala.catalogue.queries.last_series import LastSeries, follow_ups_after, last_series
from skaala.desk.frame.access import account_of, may
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import KINDS, SIZE_CLASSES, event_label, tasks
from skaala.desk.frame.sections import series_page
from skaala.people.rules import Permission
from skaala.places.queries import municipalities as place_queries
from skaala.registration import queries as registration_queries
from skaala.registration.queries import arrivals
from skaala.registration.queries import feedback as feedback_queries
from skaala.series import queries, rules
from skaala.series.links import make_preview_key
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.ui.offered import offered_choices


def overview(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    series = find_series(slug)
    by_event = registration_queries.counts_by_event(series)
    coming = arrivals.arrival_counts([count.event for count in by_event], now=now)
    at_a_glance = feedback_queries.at_a_glance(series, now=now)
    begun = {count.event.pk for count in by_event if count.event.start <= now}
    feedback = {event_id: answers for event_id, answers in at_a_glance.items() if event_id in begun}
    by_size = registration_queries.registrations_by_size_class(series)
    regions = place_queries.region_names()
    by_state = registration_queries.emails_by_state(series)
    return series_page(
        request,
        "desk/series/overview.html",
        series,
        section="series",
        tasks=tasks(series, queries.missing_pieces(series, now=now)),
        events=[
            {
                "event": count.event,
                "label": event_label(count.event),
                "count": count,
                "is_limited": any(mode.capacity is not None for mode in count.shown),
                "window": queries.registration_window(series, count.event, now=now),
                "closes": rules.closes_at(count.event),
                "is_over": count.event.end <= now,
                "arrived": sum(mode.arrived for mode in coming[count.event.pk]),
                "missed": sum(mode.missed or 0 for mode in coming[count.event.pk]),
                "feedback": feedback.get(count.event.pk),
            }
            for count in by_event
        ],
        has_arrivals=any(mode.arrived for modes in coming.values() for mode in modes),
        has_feedback=bool(feedback),
        has_simulated=registration_queries.has_simulated(series),
        is_limited=any(mode.capacity is not None for count in by_event for mode in count.shown),
        people=registration_queries.active_registrations(series).count(),
        municipalities=registration_queries.municipality_count(series),
        failed_emails=by_state.get("failed", 0) + by_state.get("bounced", 0),
        unsent_emails=by_state.get("not_sent", 0),
        has_mail_server=bool(settings.EMAIL_URL),
        event_rows=[(event_label(count.event), count.online, count.onsite) for count in by_event],
        day_points=registration_queries.registrations_so_far(series),
        region_rows=[
            (regions.get(code, code), people)
            for code, people in registration_queries.registrations_by_region(series)
        ],
        size_rows=[(SIZE_CLASSES[size], people, towns) for size, (people, towns) in by_size.items()],
        **_before(request, last_series(series, now=now)),
        preview_key=make_preview_key(series),
        previews=offered_choices(),
        may_share_preview=may(request, "previews"),
        is_public=queries.is_public(series, now=now),
        may_see_people=may(request, "mentions"),
        forget_on=_day(queries.forget_on(series)),
        retention_reports=[
            {"report": report, "removed": _kinds(report.removed), "remaining": _kinds(report.remaining)}
            for report in series.retention_reports.all()
        ],
        kept_counts=[
            {
                "event": event,
                "label": event_label(event),
                "online": by_measure.get("mode", {}).get("online", 0),
                "onsite": by_measure.get("mode", {}).get("onsite", 0),
                "came": sum(by_measure.get("arrived", {}).values()),
                "regions": len(by_measure.get("region", {})),
            }
            for event, by_measure in registration_queries.kept_counts(series)
        ],
    )


def _before(request: HttpRequest, last: LastSeries | None) -> dict[str, Any]:
    """What became of the series that this one follows; the answers only for those who work on that one too."""
    if last is None:
        return {}
    may_do = queries.access_to(last.series.slug, account_of(request)).permissions
    return {
        "last": last,
        "answers": answers_in_words(last.answers),
        "follow_ups": follow_up_lines(follow_ups_after(last)) if Permission.SEE_BOARDS in may_do else [],
    }


def _kinds(counts: dict[str, int]) -> str:
    in_order = sorted(counts, key=[*KINDS, *sorted(counts)].index)
    return ", ".join(f"{counts[kind]} {KINDS.get(kind, kind)}" for kind in in_order if counts[kind])


def _day(day: date | None) -> str:
    return dates.day(day, reader_language()) if day else ""
