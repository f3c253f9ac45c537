"""Writing to participants: cancelling an event, messages, reminders, and mending an address."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.desk.forms.telling import AddressForm, CancelEventForm, MessageForm, ReminderForm
from skaala.desk.previewing import goes_on_writing, is_confirmed, preview, say_how_many
from skaala.desk.sections import find_series, series_page
from skaala.desk.wording import event_label
from skaala.registration import operations, queries
from skaala.registration.models import ReminderRule
from skaala.registration.queries import telling
from skaala.registration.rules import Refusal, UnableToRegister
from skaala.registration.rules_of_telling import Reminding
from skaala.series import naming
from skaala.series.operations import UnableToCancelEvent

REMINDING = {
    Reminding.OFF: gettext_lazy("Reminders are switched off."),
    Reminding.EVENT_CANCELLED: gettext_lazy("None: the event has been cancelled."),
    Reminding.EVENT_STARTED: gettext_lazy("None: the event has started or is over."),
    Reminding.AFTER_START: gettext_lazy("None: it would come only after the start. Choose an earlier time."),
    Reminding.TOO_LATE: gettext_lazy("None: it would have been due before this rule was made."),
    Reminding.TOLD_SINCE: gettext_lazy(
        "None: the letter about the new time came after it would have been due."
    ),
    Reminding.TO_COME: gettext_lazy("Goes out at this time."),
    Reminding.DUE: gettext_lazy("Is due and goes out within a minute."),
}


def cancel_event(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Ask why, show who will be told what, and then cancel an event."""
    series = find_series(slug)
    event = next((each for each in series.events.all() if each.slug == event_slug), None)
    if event is None:
        raise Http404
    now = timezone.now()
    form = CancelEventForm(request.POST or None)
    event_page = reverse("desk:event", args=[slug, event_slug])
    beneath = [(event_label(event), event_page), (_("Cancel the event"), "")]
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
                        heading=_("Cancel the event and tell these people?"),
                        intro=_(
                            "%(event)s is cancelled. Its page stays and says so; a file in the letters takes it out of "
                            "people's calendars. This cannot be undone."
                        )
                        % {"event": event_label(event)},
                        yes=_("Cancel the event and send the letters"),
                        back=event_page,
                        danger=True,
                    )
            changed = operations.cancel_event(event=event, reason=reason, now=now)
        except UnableToCancelEvent:
            messages.error(request, _("The event has been cancelled already, or is over."))
        else:
            messages.success(request, _("%(event)s has been cancelled.") % {"event": event_label(event)})
            if changed.mailing is not None:
                say_how_many(request, changed.mailing.correspondence.count())
        return redirect("desk:events", slug)
    return series_page(
        request,
        "desk/cancel_event.html",
        series,
        section="events",
        beneath=beneath,
        status=422 if form.errors else 200,
        form=form,
        event=event,
        heading=naming.heading(event),
    )


def message(request: HttpRequest, slug: str) -> HttpResponse:
    """Write to some of the participants; show the letters in each language before they go."""
    series = find_series(slug)
    now = timezone.now()
    form = MessageForm(request.POST or None, series=series, initial=_chosen_before(request))
    if request.method == "POST" and form.is_valid() and not goes_on_writing(request):
        written = {
            "mailing_id": form.mailing_id(),
            "series": series,
            "to": form.to(),
            "subject": form.cleaned_data["subject"],
            "body": form.cleaned_data["body"],
            "now": now,
        }
        if is_confirmed(request):
            mailing = operations.write_to_participants(**written)
            if mailing is not None:
                say_how_many(request, mailing.correspondence.count())
                return redirect("desk:letters", slug)
        rehearsal = operations.rehearse(lambda: operations.write_to_participants(**written))
        if rehearsal is not None and not is_confirmed(request):
            return preview(
                request,
                series,
                rehearsal,
                section="letters",
                beneath=[(_("Write a message"), "")],
                heading=_("Send this message?"),
                intro=_(
                    "Everybody gets the message in the language of their letters, with the link to their registration."
                ),
                yes=_("Send the message"),
                back=reverse("desk:message", args=[slug]),
            )
        form.add_error(None, _("Nobody matches this choice. Take a filter away."))
    return series_page(
        request,
        "desk/message.html",
        series,
        section="letters",
        beneath=[(_("Write a message"), "")],
        status=422 if form.errors else 200,
        form=form,
        has_mail_server=bool(settings.EMAIL_URL),
    )


def _chosen_before(request: HttpRequest) -> dict[str, str]:
    """Return whom another page of the desk leads here to write to."""
    names = ("event", "mode", "state", "organisation_kind", "answers")
    return {name: request.GET[name] for name in names if name in request.GET}


def reminders(request: HttpRequest, slug: str) -> HttpResponse:
    """The rule by which a series reminds those who come, and where the reminder of each event stands."""
    series = find_series(slug)
    now = timezone.now()
    form = ReminderForm(request.POST or None, rule=ReminderRule.objects.filter(series=series).first())
    if request.method == "POST" and form.is_valid():
        operations.set_reminder_rule(series=series, now=now, **form.cleaned_data)
        messages.success(request, _("The reminders have been saved. Below you see when each goes out."))
        return redirect("desk:reminders", slug)
    return series_page(
        request,
        "desk/reminders.html",
        series,
        section="letters",
        beneath=[(_("Reminders"), "")],
        status=422 if form.errors else 200,
        form=form,
        rows=[
            {
                "label": event_label(item.event),
                "event": item.event,
                "due": item.due if item.state in {Reminding.TO_COME, Reminding.DUE} else None,
                "sent": item.sent,
                "letters": item.letters,
                "words": REMINDING[item.state],
            }
            for item in telling.reminders(series, now=now)
        ],
    )


def correct_address(request: HttpRequest, slug: str, registration_id: UUID) -> HttpResponse:
    """Give a person the right address, and send again what did not arrive."""
    series = find_series(slug)
    registration = queries.find_registration(series, registration_id)
    if registration is None:
        raise Http404
    form = AddressForm(request.POST or None, initial={"email": registration.email})
    if request.method == "POST" and form.is_valid():
        try:
            count = operations.correct_address(
                registration=registration, address=form.cleaned_data["email"], now=timezone.now()
            )
        except UnableToRegister as refusal:
            form.add_error("email", ADDRESS_REFUSALS[refusal.refusal])
        else:
            messages.success(request, _("The address has been corrected."))
            if count:
                say_how_many(request, count)
            return redirect("desk:person", slug, registration_id)
    return series_page(
        request,
        "desk/address.html",
        series,
        section="registrations",
        beneath=[
            (registration.name, reverse("desk:person", args=[slug, registration_id])),
            (_("Correct the address"), ""),
        ],
        status=422 if form.errors else 200,
        form=form,
        registration=registration,
    )


ADDRESS_REFUSALS = {
    Refusal.ADDRESS_TAKEN: gettext_lazy("Another registration in this series has this address."),
    Refusal.CANCELLED: gettext_lazy("This registration has been cancelled."),
}
