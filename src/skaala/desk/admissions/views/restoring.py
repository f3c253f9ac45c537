"""Restoring a registration that was cancelled: what comes back and what does not, then a press."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.admissions.messages import RESTORE_REFUSALS
from skaala.desk.frame.lookups import find_series, or_404
from skaala.desk.frame.messages import event_label, not_let_in
from skaala.desk.frame.sections import series_page
from skaala.registration import operations, queries
from skaala.registration.models import Attendance
from skaala.registration.queries.questions import answers_of
from skaala.registration.rules import UnableToRegister


def restore(request: HttpRequest, slug: str, registration_id: UUID) -> HttpResponse:
    series = find_series(slug)
    registration = or_404(queries.find_registration(series, registration_id))
    now = timezone.now()
    refusal = queries.why_not_restored(registration, now=now)
    if request.method == "POST":
        try:
            back = operations.restore_registration(registration=registration, now=now)
        except UnableToRegister as refused:
            messages.error(request, RESTORE_REFUSALS.get(refused.refusal) or not_let_in(refused))
        else:
            words = _("%(name)s has been registered again and will get an email.")
            messages.success(request, words % {"name": registration.name})
            waits = [event_label(one.event) for one in back if one.state == Attendance.State.WAITING]
            if waits:
                words = _("No place was free, so they are on the waiting list: %(events)s.")
                messages.warning(request, words % {"events": ", ".join(waits)})
        return redirect("desk:person", slug, registration_id)
    coming = queries.attendances_to_restore(registration, now=now) if registration.cancelled_at else []
    full = queries.full_modes([one.event for one in coming])
    return series_page(
        request,
        "desk/admissions/restore.html",
        series,
        section="registrations",
        beneath=[
            (registration.name, reverse("desk:person", args=[slug, registration_id])),
            (_("Restore the registration"), ""),
        ],
        registration=registration,
        reason=RESTORE_REFUSALS[refusal] if refusal else "",
        events=[(event_label(one.event), one, (one.event_id, one.mode) in full) for one in coming],
        answers=len(answers_of(registration)),
    )
