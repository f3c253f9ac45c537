"""Adding a person by hand, and links that let people in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.admissions.forms import AddPersonForm, PersonEventsForm
from skaala.desk.frame.access import account_of
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import not_let_in
from skaala.desk.frame.sections import series_page
from skaala.registration import operations, queries, rules
from skaala.registration.models import RegistrationSource
from skaala.registration.operations import SignUp, Source
from skaala.series import queries as series_queries


def add_person(request: HttpRequest, slug: str) -> HttpResponse:
    """Register somebody by hand, also after the deadline; who did it is kept with their registration."""
    series = find_series(slug)
    now = timezone.now()
    form = AddPersonForm(request.POST or None, series=series, now=now)
    if request.method == "POST" and form.is_valid():
        source = Source(
            kind=RegistrationSource.Kind.ADDED,
            account=account_of(request),
            opens=frozenset(event.pk for event in form.events),
            with_email=form.cleaned_data["sends_email"] == "yes",
        )
        asked = SignUp(form.details(), form.choices())
        try:
            registration = operations.register(series=series, request=asked, now=now, source=source)
        except rules.UnableToRegister as refusal:
            where = f"event-{refusal.event_id}"
            form.add_error(where if where in form.fields else None, not_let_in(refusal))
        else:
            if registration is not None:
                messages.success(request, _("%(name)s has been added.") % {"name": registration.name})
                return redirect("desk:person", slug, registration.pk)
            form.add_error(
                "email",
                _(
                    "Someone with this address has already registered. Find them in the list to change their events."
                ),
            )
    return series_page(
        request,
        "desk/admissions/add_person.html",
        series,
        section="registrations",
        beneath=[(_("Add a person"), "")],
        status=422 if form.errors else 200,
        form=form,
        is_public=series_queries.is_public(series, now=now),
    )


def person_events(request: HttpRequest, slug: str, registration_id: UUID) -> HttpResponse:
    """Change what somebody comes to, or cancel for them: they telephoned, or have no email with their own link."""
    series = find_series(slug)
    now = timezone.now()
    registration = queries.find_registration(series, registration_id)
    if registration is None:
        raise Http404
    if registration.cancelled_at is not None:
        messages.error(request, _("This registration has been cancelled."))
        return redirect("desk:person", slug, registration_id)
    modes = {one.event_id: one.wanted_mode for one in queries.active_attendances(registration)}
    form = PersonEventsForm(request.POST or None, series=series, now=now, modes=modes)
    if request.method == "POST" and form.is_valid():
        try:
            is_changed = operations.change_events(registration=registration, choices=form.choices(), now=now)
        except rules.UnableToRegister as refusal:
            where = f"event-{refusal.event_id}"
            form.add_error(where if where in form.fields else None, not_let_in(refusal))
        else:
            if is_changed:
                messages.success(
                    request, _("Saved. %(name)s will get an email.") % {"name": registration.name}
                )
            else:
                messages.info(request, _("Nothing was changed, so no email is sent."))
            return redirect("desk:person", slug, registration_id)
    return series_page(
        request,
        "desk/admissions/person_events.html",
        series,
        section="registrations",
        beneath=[
            (registration.name, reverse("desk:person", args=[slug, registration_id])),
            (_("Change events or cancel"), ""),
        ],
        status=422 if form.errors else 200,
        form=form,
        registration=registration,
    )
