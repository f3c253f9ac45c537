"""A series' dashboard."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from skaala.desk.sections import find_series, series_page
from skaala.desk.wording import SIZE_CLASSES, event_label, tasks
from skaala.places import queries as place_queries
from skaala.registration import queries as registration_queries
from skaala.series import queries, rules
from skaala.series.preview import make_preview_key


def overview(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    series = find_series(slug)
    by_event = registration_queries.counts_by_event(series)
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
                "window": queries.registration_window(series, count.event, now=now),
                "closes": rules.closes_at(count.event),
                "is_over": count.event.end <= now,
            }
            for count in by_event
        ],
        people=registration_queries.active_registrations(series).count(),
        municipalities=registration_queries.municipality_count(series),
        failed_letters=by_state.get("failed", 0),
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
    )
