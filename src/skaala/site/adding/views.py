"""The page that adds to a registration what was asked for on the form; it opens nothing else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.registration import operations, queries
from skaala.registration.links.addition import read_token
from skaala.registration.links.personal import InvalidLink
from skaala.registration.messages import mode_at
from skaala.registration.models import Registration
from skaala.registration.rules import Choice, UnableToRegister
from skaala.site.announcement.presenters.pages import event_page
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.private import keep_private
from skaala.site.registration.messages import refusal_message
from skaala.ui.same_origin import form_without_session


@form_without_session
def add(request: HttpRequest, token: str) -> HttpResponse:
    """Show which events would be added, and add them on a press."""
    return keep_private(_add(request, token))


def _add(request: HttpRequest, token: str) -> HttpResponse:
    try:
        registration, choices = read_token(token)
    except InvalidLink:
        return render(request, "site/personal/invalid_link.html", status=404)
    offer_languages_of(request, registration.series)
    now, problem = timezone.now(), ""
    if request.method == "POST":
        operations.confirm_address(registration=registration, now=now)
        try:
            operations.add_events(registration=registration, choices=choices, now=now)
        except UnableToRegister as refusal:
            event = registration.series.events.filter(pk=refusal.event_id or 0).first()
            problem = refusal_message(refusal, event)
    status = 422 if problem else 200
    return render(request, "site/adding/add.html", _context(registration, choices, problem), status=status)


def _context(registration: Registration, choices: list[Choice], problem: str) -> dict[str, object]:
    series = registration.series
    by_id = {event.pk: event for event in series.events.all()}
    active = {item.event_id for item in queries.active_attendances(registration)}
    events = [
        {
            "page": event_page(series, by_id[choice.event_id], now=timezone.now()),
            "place": mode_at(by_id[choice.event_id], choice.mode),
            "is_full": (choice.event_id, choice.mode) in queries.full_modes([by_id[choice.event_id]]),
        }
        for choice in choices
        if choice.event_id in by_id
    ]
    is_done = all(choice.event_id in active for choice in choices)
    return {
        "series": series,
        "events": events,
        "is_done": is_done,
        "is_cancelled": registration.cancelled_at is not None,
        "problem": problem,
    }
