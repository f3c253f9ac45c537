"""Series and events as schema.org data (JSON-LD)."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from skaala.people.models import Organisation
from skaala.people.queries import base_url
from skaala.series.models import Event
from skaala.site.announcement.presenters.pages import EventPage, SeriesPage

MODES = {
    Event.Mode.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    Event.Mode.ONSITE: "https://schema.org/OfflineEventAttendanceMode",
    Event.Mode.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}
# Inside a script element these letters could end it (HTML standard, 4.12.1.3).
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def series_json(page: SeriesPage) -> SafeString:
    """Return the page's EventSeries with its events as a JSON-LD script's content."""
    series = page.series
    data = {
        "@context": "https://schema.org",
        "@type": "EventSeries",
        "@id": base_url(series.tenant) + page.url,
        "url": base_url(series.tenant) + page.url,
        "name": str(series.title),
        "description": str(series.summary),
        "inLanguage": get_language(),
        "startDate": page.events[0].event.start.astimezone(page.events[0].event.zone).isoformat()
        if page.events
        else None,
        "endDate": page.last_end.astimezone(series.zone).isoformat() if page.last_end else None,
        "organizer": [_organisation(part.organisation) for part in page.organisers],
        "subEvent": [_event(event, page) for event in page.events],
    }
    return _script(data)


def event_json(event: EventPage, page: SeriesPage) -> SafeString:
    """Return one event as a JSON-LD script's content."""
    return _script({"@context": "https://schema.org", **_event(event, page)})


def _event(page: EventPage, series: SeriesPage) -> dict[str, Any]:
    event, base = page.event, base_url(series.series.tenant)
    url = base + page.url
    return _without_empty(
        {
            "@type": "Event",
            "@id": url,
            "url": url,
            "name": page.heading,
            "description": str(event.audience),
            "inLanguage": get_language(),
            "startDate": event.start.astimezone(event.zone).isoformat(),
            "endDate": event.end.astimezone(event.zone).isoformat(),
            "eventStatus": f"https://schema.org/{_status(event)}",
            "previousStartDate": _announced_start(event),
            "eventAttendanceMode": MODES[Event.Mode(event.mode)],
            "location": _locations(event, url),
            "organizer": [_organisation(part.organisation) for part in series.organisers],
            "isAccessibleForFree": True,
            "superEvent": {
                "@type": "EventSeries",
                "@id": base + series.url,
                "name": str(series.series.title),
            },
        }
    )


def _announced_start(event: Event) -> str:
    if event.rescheduled_from is None or event.is_cancelled:
        return ""
    return event.rescheduled_from.astimezone(event.zone).isoformat()


def _status(event: Event) -> str:
    if event.is_cancelled:
        return "EventCancelled"
    return "EventRescheduled" if event.rescheduled_from else "EventScheduled"


def _locations(event: Event, url: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if event.offers_onsite and event.venue:
        found.append(
            {
                "@type": "Place",
                "name": str(event.venue.name),
                "address": _without_empty(
                    {
                        "@type": "PostalAddress",
                        "streetAddress": event.venue.street,
                        "postalCode": event.venue.postal_code,
                        "addressLocality": str(event.venue.city),
                        "addressCountry": "FI",
                    }
                ),
            }
        )
    if event.offers_online:
        # The join link is for those who have registered; the public location is the event's own page.
        found.append(_without_empty({"@type": "VirtualLocation", "name": event.platform, "url": url}))
    return found


def _organisation(organisation: Organisation) -> dict[str, Any]:
    return _without_empty({"@type": "Organization", "name": str(organisation.name), "url": organisation.url})


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", None, [])}


def _script(data: dict[str, Any]) -> SafeString:
    return mark_safe(json.dumps(_without_empty(data), ensure_ascii=False).translate(UNSAFE))  # noqa: S308  escaped above
