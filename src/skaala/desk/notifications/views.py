"""Writing to participants: cancelling an event, messages, reminders, and correcting an address."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.preview import goes_on_writing, is_confirmed, preview, say_how_many
from skaala.desk.frame.sections import series_page
from skaala.desk.notifications.forms import MessageForm, ReminderForm
from skaala.desk.notifications.messages import REMINDING
from skaala.registration import operations
from skaala.registration.models import ReminderRule
from skaala.registration.queries import notifications as notification_queries
from skaala.registration.rules.notifications import ReminderState


def message(request: HttpRequest, slug: str) -> HttpResponse:
    """Write to some of the participants; show the emails in each language before they go."""
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
                say_how_many(request, mailing.registration_emails.count())
                return redirect("desk:emails", slug)
        rehearsal = operations.rehearse(lambda: operations.write_to_participants(**written))
        if rehearsal is not None and not is_confirmed(request):
            return preview(
                request,
                series,
                rehearsal,
                section="emails",
                beneath=[(_("Write a message"), "")],
                heading=_("Send this message?"),
                intro=_("Everyone gets the message in their language, with the link to their registration."),
                yes=_("Send the message"),
                back=reverse("desk:message", args=[slug]),
            )
        form.add_error(None, _("Nobody matches this choice. Remove a filter."))
    return series_page(
        request,
        "desk/notifications/message.html",
        series,
        section="emails",
        beneath=[(_("Write a message"), "")],
        status=422 if form.errors else 200,
        form=form,
        unwilling=notification_queries.want_no_messages(series),
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
        "desk/notifications/reminders.html",
        series,
        section="emails",
        beneath=[(_("Reminders"), "")],
        status=422 if form.errors else 200,
        form=form,
        rows=[
            {
                "label": event_label(item.event),
                "event": item.event,
                "due": item.due if item.state in {ReminderState.TO_COME, ReminderState.DUE} else None,
                "sent": item.sent,
                "emails": item.emails,
                "words": REMINDING[item.state],
            }
            for item in notification_queries.reminders(series, now=now)
        ],
    )
