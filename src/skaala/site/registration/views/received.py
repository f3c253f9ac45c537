"""What the answer to a sent form repeats: it is all in the address, so that it is the same for everyone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from skaala.registration.rules import Choice
from skaala.site.announcement.presenters.pages import SeriesPage
from skaala.site.registration.forms.companions import MOST as MOST_COMPANIONS


def query_of(page: SeriesPage, choices: Iterable[Choice], people: int) -> list[tuple[str, str]]:
    """Return the parameters of the answer to a form: what was chosen, what of it was full by the page, and for how many people."""
    chosen = [(choice.event_id, choice.mode) for choice in choices]
    full = {(event.event.pk, mode) for event in page.events for mode in event.full_modes}
    return [
        *(("for", _key(*each)) for each in chosen),
        *(("full", _key(*each)) for each in chosen if each in full),
        *([("people", str(people))] if people > 1 else []),
    ]


def received_context(request: HttpRequest, page: SeriesPage) -> dict[str, Any]:
    """Return what the answer's template needs; what the series does not have is left out."""
    modes = {"online": _("online"), "onsite": _("on site")}
    asked, full = request.GET.getlist("for"), request.GET.getlist("full")
    people = request.GET.get("people", "")
    return {
        "series": page.series,
        "page_of": page,
        "asked_for": [
            {"page": event, "mode": words, "key": key, "is_full": key in full}
            for event in page.events
            for mode, words in modes.items()
            if (key := _key(event.event.pk, mode)) in asked
        ],
        "people": people if people in {str(number) for number in range(2, MOST_COMPANIONS + 2)} else "",
    }


def received_query(context: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the parameters of an answer as :func:`query_of` writes them: the only ones under which it is cached."""
    asked, people = context["asked_for"], context["people"]
    return [
        *(("for", each["key"]) for each in asked),
        *(("full", each["key"]) for each in asked if each["is_full"]),
        *([("people", people)] if people else []),
    ]


def _key(event_id: int, mode: str) -> str:
    return f"{event_id}-{mode}"
