"""Adding a person by hand, and links that let people in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.access import account_of
from skaala.desk.forms.letting_in import AddPersonForm, InvitationForm, PersonEventsForm
from skaala.desk.sections import find_series, series_page
from skaala.desk.wording import event_label, not_let_in
from skaala.registration import operations, queries, rules
from skaala.registration.invitation_link import invitation_url
from skaala.registration.operations import Coming, SignUp
from skaala.registration.queries.ways_in import holds
from skaala.registration.way_in_models import Invitation, WayIn
from skaala.series import queries as series_queries


def add_person(request: HttpRequest, slug: str) -> HttpResponse:
    """Register somebody by hand, also after the deadline; who did it is kept with her registration."""
    series = find_series(slug)
    now = timezone.now()
    form = AddPersonForm(request.POST or None, series=series, now=now)
    if request.method == "POST" and form.is_valid():
        coming = Coming(
            way=WayIn.Way.ADDED,
            account=account_of(request),
            opens=frozenset(event.pk for event in form.events),
            with_letter=form.cleaned_data["letter"] == "yes",
        )
        asked = SignUp(form.details(), form.choices())
        try:
            registration = operations.register(series=series, request=asked, now=now, coming=coming)
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
                    "Somebody with this address has registered already. Look in the list; what they come to is changed on their page."
                ),
            )
    return series_page(
        request,
        "desk/add_person.html",
        series,
        section="registrations",
        beneath=[(_("Add a person"), "")],
        status=422 if form.errors else 200,
        form=form,
        is_public=series_queries.is_public(series, now=now),
    )


def person_events(request: HttpRequest, slug: str, registration_id: UUID) -> HttpResponse:
    """Change what somebody comes to, or cancel for her: she telephoned, or has no letter with her own link."""
    series = find_series(slug)
    now = timezone.now()
    registration = queries.find_registration(series, registration_id)
    if registration is None:
        raise Http404
    if registration.cancelled_at is not None:
        messages.error(request, _("This registration has been cancelled."))
        return redirect("desk:person", slug, registration_id)
    ways = {one.event_id: one.wanted_mode for one in queries.standing_attendances(registration)}
    form = PersonEventsForm(request.POST or None, series=series, now=now, ways=ways)
    if request.method == "POST" and form.is_valid():
        try:
            is_changed = operations.change_events(registration=registration, choices=form.choices(), now=now)
        except rules.UnableToRegister as refusal:
            where = f"event-{refusal.event_id}"
            form.add_error(where if where in form.fields else None, not_let_in(refusal))
        else:
            if is_changed:
                messages.success(request, _("Saved. A letter tells %(name)s.") % {"name": registration.name})
            else:
                messages.info(request, _("Nothing was changed, so no letter is sent."))
            return redirect("desk:person", slug, registration_id)
    return series_page(
        request,
        "desk/person_events.html",
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


def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the links there are, and make another."""
    series = find_series(slug)
    now = timezone.now()
    form = InvitationForm(request.POST or None, series=series, now=now)
    if request.method == "POST" and form.is_valid():
        operations.make_invitation(
            series=series,
            events=form.chosen(),
            note=form.cleaned_data["note"],
            most_uses=form.cleaned_data["most_uses"],
            expires_at=form.cleaned_data["expires_at"],
            account=account_of(request),
            now=now,
        )
        messages.success(request, _("The link has been made. Copy it from the list and pass it on."))
        return redirect("desk:invitations", slug)
    language = get_language() or "fi"
    rows = [
        {
            "invitation": one,
            "events": ", ".join(event_label(event) for event in one.events.all()),
            "url": invitation_url(one, language),
            "holds": holds(one, now=now),
        }
        for one in queries.invitations(series)
    ]
    return series_page(
        request,
        "desk/invitations.html",
        series,
        section="registrations",
        beneath=[(_("Invitation links"), "")],
        status=422 if form.errors else 200,
        form=form,
        rows=rows,
        is_public=series_queries.is_public(series, now=now),
    )


@require_POST
def revoke(request: HttpRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """Withdraw a link."""
    series = find_series(slug)
    invitation = get_object_or_404(Invitation, series=series, pk=invitation_id)
    operations.revoke_invitation(invitation=invitation, now=timezone.now())
    messages.success(request, _("The link no longer opens. Who has registered by it stays registered."))
    return redirect("desk:invitations", slug)
