"""The events of a series: list, make, change, programme, join link, remove."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.events.forms.events import EventForm, NewVenueForm
from skaala.desk.frame.access import sees_house
from skaala.desk.frame.editing import one_at_a_time
from skaala.desk.frame.lookups import find_event, find_series
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.preview import goes_on_writing, is_confirmed, preview, say_how_many
from skaala.desk.frame.sections import event_crumb, series_page
from skaala.registration import queries as registration_queries
from skaala.registration.models import Attendance
from skaala.registration.operations import (
    ChangedEvent,
    UnableToRemove,
    UnableToSetCapacity,
    change_event,
    rehearse,
)
from skaala.series import operations, queries, rules
from skaala.series.models import Event, Series
from skaala.series.presenters import naming
from skaala.workshops.operations import BoardInUse, remove_event


def events(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    series = find_series(slug)
    kept = registration_queries.events_with_registrations(series)
    rows = [
        {
            "event": count.event,
            "label": event_label(count.event),
            "before": _before_title(count.event),
            "mode": naming.mode_words(count.event),
            "count": count,
            "modes": [{"label": Attendance.Mode(mode.mode).label, "count": mode} for mode in count.shown],
            "is_limited": any(mode.capacity is not None for mode in count.shown),
            "closes": rules.closes_at(count.event),
            "window": queries.registration_window(series, count.event, now=now),
            "may_be_removed": count.event.pk not in kept,
        }
        for count in registration_queries.counts_by_event(series)
    ]
    return series_page(request, "desk/events/events.html", series, section="events", rows=rows)


def _before_title(event: Event) -> str:
    """Return kind and number; empty where they would say the title twice."""
    label = event_label(event)
    return "" if label.casefold() == str(naming.title(event)).casefold() else label


def new_event(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    event = Event(series=series, time_zone=series.time_zone, number=queries.next_number(series))
    return _edit(request, series, event, event_slug="")


@one_at_a_time
def edit_event(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    series, event = find_event(slug, event_slug)
    return _edit(request, series, event, event_slug=event_slug)


def _edit(request: HttpRequest, series: Series, event: Event, *, event_slug: str) -> HttpResponse:
    venues = queries.venues_for(series, sees_house=sees_house(request))
    form = EventForm(request.POST or None, record=event, venues=venues)
    venue = NewVenueForm(request.POST or None, prefix="venue-new")
    is_new = event.pk is None
    heading = "" if is_new else naming.heading(event)
    label = "" if is_new else event_label(event)
    is_sent = request.method == "POST" and all([form.is_valid(), venue.is_valid()])
    if is_sent and not goes_on_writing(request):
        filled = form.fill_in()
        filled.slug = filled.slug or queries.free_event_slug(series, filled)
        now = timezone.now()

        def change() -> ChangedEvent:
            return change_event(
                event=filled,
                capacities=form.capacities(),
                now=now,
                may_be_past=form.cleaned_data["may_be_past"],
                new_venue=venue.new_venue(),
            )

        try:
            rehearsal = None if is_new or is_confirmed(request) else rehearse(lambda: change().mailing)
            if rehearsal is not None:
                return preview(
                    request,
                    series,
                    rehearsal,
                    section="events",
                    beneath=[(label, "")],
                    heading=_("Save the change and email these people?"),
                    intro=_(
                        "Time, place or way of attending change. Those whom it concerns get an email that moves the entry in their calendars."
                    ),
                    yes=_("Save the event and send the emails"),
                    back=request.path,
                )
            changed = change()
        except operations.InvalidEvent as refusal:
            form.show(refusal.problems)
        except UnableToSetCapacity as refusal:
            form.show_taken(refusal)
        else:
            said = _("%(event)s has been added.") if is_new else _("%(event)s has been saved.")
            messages.success(request, said % {"event": event_label(filled)})
            if changed.mailing is not None:
                say_how_many(request, changed.mailing.registration_emails.count())
            return redirect("desk:events", series.slug)
    has_errors = bool(form.errors or venue.errors)
    return series_page(
        request,
        "desk/events/event.html",
        series,
        section="events",
        beneath=[(label or _("New event"), "")],
        status=422 if has_errors else 200,
        form=form,
        venue=venue,
        venue_is_open=venue.has_changed(),
        heading=heading,
        may_be_cancelled=not is_new and not event.is_cancelled and event.end > timezone.now(),
        may_be_removed=not is_new and event.pk not in registration_queries.events_with_registrations(series),
        event_slug=event_slug,
    )


def remove(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Ask, and then remove an event that nobody has registered for."""
    series, event = find_event(slug, event_slug)
    if request.method == "POST":
        try:
            remove_event(event=event)
        except UnableToRemove:
            messages.error(request, _("People have registered for this event, so it cannot be removed."))
        except BoardInUse:
            messages.error(request, _("The event’s workspace has content, so the event cannot be removed."))
        else:
            messages.success(request, _("%(event)s has been removed.") % {"event": event_label(event)})
        return redirect("desk:events", slug)
    return series_page(
        request,
        "desk/events/remove.html",
        series,
        section="events",
        beneath=[event_crumb(event), (_("Remove the event"), "")],
        event=event,
        heading=naming.heading(event),
    )
