"""The events of a series: list, make, change, programme, join link, remove."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from skaala.desk.forms.events import EventForm, JoinLinkForm, NewVenueForm
from skaala.desk.forms.programme import PendingForm, ProgrammeFormSet, held_items
from skaala.desk.previewing import goes_on_writing, is_confirmed, preview, say_how_many
from skaala.desk.sections import find_series, series_page
from skaala.desk.wording import event_label, organisation_of
from skaala.registration import queries as registration_queries
from skaala.registration.models import Attendance
from skaala.registration.operations import (
    ChangedEvent,
    HasRegistrations,
    SeatsTaken,
    change_event,
    rehearse,
)
from skaala.series import naming, operations, queries, rules
from skaala.series.models import Event, Series
from skaala.workshops.operations import HasBoard, remove_event


def events(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    series = find_series(slug)
    kept = registration_queries.events_with_registrations(series)
    rows = [
        {
            "event": count.event,
            "label": event_label(count.event),
            "mode": naming.mode_words(count.event),
            "count": count,
            "ways": [{"label": Attendance.Mode(way.way).label, "count": way} for way in count.shown],
            "is_limited": any(way.capacity is not None for way in count.shown),
            "closes": rules.closes_at(count.event),
            "window": queries.registration_window(series, count.event, now=now),
            "may_be_removed": count.event.pk not in kept,
        }
        for count in registration_queries.counts_by_event(series)
    ]
    return series_page(request, "desk/events.html", series, section="events", rows=rows)


def waiting(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Who waits for a place, in order."""
    series = find_series(slug)
    event = _find(series, event_slug)
    count = next(each for each in registration_queries.counts_by_event(series) if each.event.pk == event.pk)
    lines = [
        {
            "count": way,
            "label": Attendance.Mode(way.way).label,
            "rows": [
                {"place": place, "attendance": one, "organisation": organisation_of(one.registration)}
                for place, one in enumerate(registration_queries.waiting_list(event, way.way), 1)
            ],
        }
        for way in count.shown
    ]
    return series_page(
        request,
        "desk/waiting.html",
        series,
        section="events",
        beneath=[(event_label(event), _page(series, event)), (_("Places and waiting list"), "")],
        event=event,
        heading=naming.heading(event),
        lines=lines,
    )


def new_event(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    event = Event(series=series, time_zone=series.time_zone, number=queries.next_number(series))
    return _edit(request, series, event, event_slug="")


def edit_event(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, _find(series, event_slug), event_slug=event_slug)


def _edit(request: HttpRequest, series: Series, event: Event, *, event_slug: str) -> HttpResponse:
    form = EventForm(request.POST or None, record=event)
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
                    heading=_("Save the change and tell these people?"),
                    intro=_(
                        "Time, place or way of attending change. Those whom it concerns get a letter that moves the entry in their calendars."
                    ),
                    yes=_("Save the event and send the letters"),
                    back=request.path,
                )
            changed = change()
        except operations.InvalidEvent as refusal:
            form.show(refusal.problems)
        except SeatsTaken as refusal:
            form.show_taken(refusal)
        else:
            said = _("%(event)s has been added.") if is_new else _("%(event)s has been saved.")
            messages.success(request, said % {"event": event_label(filled)})
            if changed.mailing is not None:
                say_how_many(request, changed.mailing.correspondence.count())
            return redirect("desk:events", series.slug)
    has_errors = bool(form.errors or venue.errors)
    return series_page(
        request,
        "desk/event.html",
        series,
        section="events",
        beneath=[(label or _("New event"), "")],
        status=422 if has_errors else 200,
        form=form,
        venue=venue,
        venue_is_open=venue.has_changed(),
        heading=heading,
        may_be_cancelled=not is_new and not event.is_cancelled and event.end > timezone.now(),
        event_slug=event_slug,
    )


def edit_programme(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    series = find_series(slug)
    event = _find(series, event_slug)
    options = {"event": event, "language": get_language() or "fi"}
    rows = ProgrammeFormSet(
        request.POST or None, initial=held_items(event), prefix="items", form_kwargs=options
    )
    pending = PendingForm(request.POST or None, initial={"programme_pending": event.programme_pending})
    if request.method == "POST" and all([rows.is_valid(), pending.is_valid()]):
        is_pending = pending.cleaned_data["programme_pending"]
        operations.save_programme(event=event, items=rows.items(), is_pending=is_pending)
        messages.success(request, _("The programme has been saved."))
        return redirect(
            "desk:programme" if "more" in request.POST else "desk:events", *_address(request, series, event)
        )
    has_errors = bool(rows.total_error_count() or pending.errors)
    return series_page(
        request,
        "desk/programme.html",
        series,
        section="events",
        beneath=[(event_label(event), _page(series, event)), (_("Programme"), "")],
        status=422 if has_errors else 200,
        rows=rows,
        pending=pending,
        event=event,
        heading=naming.heading(event),
    )


def _address(request: HttpRequest, series: Series, event: Event) -> list[str]:
    return [series.slug, event.slug] if "more" in request.POST else [series.slug]


def join_link(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Change what stands behind the link that letters carry, also minutes before the start."""
    series = find_series(slug)
    event = _find(series, event_slug)
    form = JoinLinkForm(request.POST or None, record=event)
    if request.method == "POST" and form.is_valid():
        operations.change_join_link(event=event, join_url=form.cleaned_data["join_url"])
        messages.success(
            request, _("The join link has been changed. Letters already sent lead to the new one at once.")
        )
        return redirect("desk:join-link", slug, event_slug)
    counts = {count.event.pk: count for count in registration_queries.counts_by_event(series)}
    return series_page(
        request,
        "desk/join_link.html",
        series,
        section="events",
        beneath=[(event_label(event), _page(series, event)), (_("Join link"), "")],
        status=422 if form.errors else 200,
        form=form,
        event=event,
        heading=naming.heading(event),
        online=counts[event.pk].online,
    )


def remove(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Ask, and then remove an event that nobody has registered for."""
    series = find_series(slug)
    event = _find(series, event_slug)
    if request.method == "POST":
        try:
            remove_event(event=event)
        except HasRegistrations:
            messages.error(request, _("People have registered for this event, so it cannot be removed."))
        except HasBoard:
            messages.error(request, _("Something stands on the event’s board, so it cannot be removed."))
        else:
            messages.success(request, _("%(event)s has been removed.") % {"event": event_label(event)})
        return redirect("desk:events", slug)
    return series_page(
        request,
        "desk/remove_event.html",
        series,
        section="events",
        beneath=[(event_label(event), _page(series, event)), (_("Remove the event"), "")],
        event=event,
        heading=naming.heading(event),
    )


def _page(series: Series, event: Event) -> str:
    return reverse("desk:event", args=[series.slug, event.slug])


def _find(series: Series, event_slug: str) -> Event:
    for event in series.events.all():
        if event.slug == event_slug:
            return event
    raise Http404
