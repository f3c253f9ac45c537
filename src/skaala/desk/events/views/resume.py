"""Resuming a cancelled event: show who will get which email, then have it take place."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.preview import is_confirmed, preview, say_how_many
from skaala.desk.frame.sections import event_address, event_crumb, series_page
from skaala.registration import operations
from skaala.series.operations import UnableToCancelEvent
from skaala.series.presenters import naming


def resume_event(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Say what will happen, show who will be told, and then have the event take place after all."""
    series, event = find_event(slug, event_slug)
    now = timezone.now()
    beneath = [event_crumb(event), (_("Resume the event"), "")]
    if not event.is_cancelled or event.end <= now:
        messages.error(request, _("The event is not cancelled, or its time is over. Change its time first."))
        return redirect("desk:event", slug, event_slug)
    if request.method == "POST":
        try:
            if not is_confirmed(request):
                rehearsal = operations.rehearse(lambda: operations.resume_event(event=event, now=now).mailing)
                if rehearsal is not None:
                    return preview(
                        request,
                        series,
                        rehearsal,
                        section="events",
                        beneath=beneath,
                        heading=_("Resume the event and email these people?"),
                        intro=_(
                            "%(event)s takes place after all. A file in the emails puts it back into people's calendars."
                        )
                        % {"event": event_label(event)},
                        yes=_("Resume the event and send the emails"),
                        back=event_address("event", event),
                    )
            changed = operations.resume_event(event=event, now=now)
        except UnableToCancelEvent:
            messages.error(
                request, _("The event is not cancelled, or its time is over. Change its time first.")
            )
        else:
            messages.success(request, _("%(event)s takes place after all.") % {"event": event_label(event)})
            if changed.mailing is not None:
                say_how_many(request, changed.mailing.registration_emails.count())
        return redirect("desk:events", slug)
    return series_page(
        request,
        "desk/events/resume.html",
        series,
        section="events",
        beneath=beneath,
        event=event,
        heading=naming.heading(event),
    )
