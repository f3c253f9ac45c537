"""A series' dashboard."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy

from skaala.desk.sections import find_series, series_page
from skaala.desk.wording import SIZE_CLASSES, event_label, tasks
from skaala.places import queries as place_queries
from skaala.registration import queries as registration_queries
from skaala.registration.queries import arrivals
from skaala.registration.queries import feedback as feedback_queries
from skaala.series import queries, rules
from skaala.series.preview import make_preview_key
from skaala.ui import dates


def overview(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    series = find_series(slug)
    by_event = registration_queries.counts_by_event(series)
    coming = arrivals.coming([count.event for count in by_event], now=now)
    told = feedback_queries.at_a_glance(series, now=now)
    begun = {count.event.pk for count in by_event if count.event.start <= now}
    feedback = {event_id: answers for event_id, answers in told.items() if event_id in begun}
    by_size = registration_queries.registrations_by_size_class(series)
    regions = place_queries.region_names()
    by_state = registration_queries.letters_by_state(series)
    return series_page(
        request,
        "desk/overview.html",
        series,
        section="series",
        tasks=tasks(series, queries.missing_pieces(series, now=now)),
        events=[
            {
                "event": count.event,
                "label": event_label(count.event),
                "count": count,
                "is_limited": any(way.capacity is not None for way in count.shown),
                "window": queries.registration_window(series, count.event, now=now),
                "closes": rules.closes_at(count.event),
                "is_over": count.event.end <= now,
                "arrived": sum(way.arrived for way in coming[count.event.pk]),
                "missed": sum(way.missed or 0 for way in coming[count.event.pk]),
                "feedback": feedback.get(count.event.pk),
            }
            for count in by_event
        ],
        has_arrivals=any(way.arrived for ways in coming.values() for way in ways),
        has_feedback=bool(feedback),
        has_simulated=registration_queries.has_simulated(series),
        is_limited=any(way.capacity is not None for count in by_event for way in count.shown),
        people=registration_queries.active_registrations(series).count(),
        municipalities=registration_queries.municipality_count(series),
        failed_letters=by_state.get("failed", 0) + by_state.get("bounced", 0),
        unsent_letters=by_state.get("not_sent", 0),
        has_mail_server=bool(settings.EMAIL_URL),
        event_rows=[(event_label(count.event), count.online, count.onsite) for count in by_event],
        day_points=registration_queries.registrations_so_far(series),
        region_rows=[
            (regions.get(code, code), people)
            for code, people in registration_queries.registrations_by_region(series)
        ],
        size_rows=[(SIZE_CLASSES[size], people, towns) for size, (people, towns) in by_size.items()],
        preview_key=make_preview_key(series),
        is_public=queries.is_public(series, now=now),
        languages=settings.LANGUAGES,
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


# What rooms call the rows they remove; one that has no words here is shown under its own name.
KINDS = {
    "registrations": gettext_lazy("registrations"),
    "letters": gettext_lazy("letters"),
    "mailings": gettext_lazy("messages to many"),
    "feedback_words": gettext_lazy("free answers to feedback"),
    "helper_links": gettext_lazy("links for helpers"),
    "tables": gettext_lazy("tables of people"),
    "notes_on_invitations": gettext_lazy("notes on invitations"),
    "series_keys": gettext_lazy("keys between registrations and boards"),
    "guests_at_the_door": gettext_lazy("guests’ marks at the door of a board"),
    "co_facilitators": gettext_lazy("links for co-facilitators"),
    "conversations_not_taken_in": gettext_lazy("conversations from elsewhere that were not taken in"),
    "memos": gettext_lazy("memos on findings"),
    "commitments": gettext_lazy("names in next steps"),
}


def _kinds(counts: dict[str, int]) -> str:
    in_order = sorted(counts, key=[*KINDS, *sorted(counts)].index)
    return ", ".join(f"{counts[kind]} {KINDS.get(kind, kind)}" for kind in in_order if counts[kind])


def _day(day: date | None) -> str:
    return dates.day(day, get_language() or "fi") if day else ""
