"""Cancelling an event: ask for the reason, show who will get which email, then cancel."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.events.forms.events import CancelEventForm
from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.preview import goes_on_writing, is_confirmed, preview, say_how_many
from skaala.desk.frame.sections import event_address, event_crumb, series_page
from skaala.registration import operations
from skaala.series.operations import UnableToCancelEvent
from skaala.series.presenters import naming


def cancel_event(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Ask why, show who will be told what, and then cancel an event."""
    series, event = find_event(slug, event_slug)
    now = timezone.now()
    form = CancelEventForm(request.POST or None)
    beneath = [event_crumb(event), (_("Cancel the event"), "")]
    if event.is_cancelled or event.end <= now:
        messages.error(request, _("The event has been cancelled already, or is over."))
        return redirect("desk:events", slug)
    if request.method == "POST" and form.is_valid() and not goes_on_writing(request):
        reason = form.cleaned_data["reason"]
        try:
            if not is_confirmed(request):
                rehearsal = operations.rehearse(
                    lambda: operations.cancel_event(event=event, reason=reason, now=now).mailing
                )
                if rehearsal is not None:
                    return preview(
                        request,
                        series,
                        rehearsal,
                        section="events",
                        beneath=beneath,
                        heading=_("Cancel the event and email these people?"),
                        intro=_(
                            "%(event)s is cancelled. Its page stays and says so; a file in the emails takes it out of people's calendars. You can resume the event until its time is over."
                        )
                        % {"event": event_label(event)},
                        yes=_("Cancel the event and send the emails"),
                        back=event_address("event", event),
                        danger=True,
                    )
            changed = operations.cancel_event(event=event, reason=reason, now=now)
        except UnableToCancelEvent:
            messages.error(request, _("The event has been cancelled already, or is over."))
        else:
            messages.success(request, _("%(event)s has been cancelled.") % {"event": event_label(event)})
            if changed.mailing is not None:
                say_how_many(request, changed.mailing.registration_emails.count())
        return redirect("desk:events", slug)
    return series_page(
        request,
        "desk/events/cancel.html",
        series,
        section="events",
        beneath=beneath,
        status=422 if form.errors else 200,
        form=form,
        event=event,
        heading=naming.heading(event),
    )
