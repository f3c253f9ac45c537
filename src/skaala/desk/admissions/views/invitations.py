"""Invitation links: the list, a new one, withdrawing one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.admissions.forms import InvitationForm
from skaala.desk.frame.access import account_of
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import series_page
from skaala.registration import operations, queries
from skaala.registration.links.invitation import invitation_url
from skaala.registration.models import Invitation
from skaala.registration.queries.invitations import ends, holds
from skaala.series import queries as series_queries
from skaala.ui.languages import reader_language


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
        messages.success(request, _("The link has been created. Copy it from the list and share it."))
        return redirect("desk:invitations", slug)
    language = reader_language()
    rows = [
        {
            "invitation": one,
            "events": ", ".join(event_label(event) for event in one.events.all()),
            "url": invitation_url(one, language),
            "ends": ends(one),
            "holds": holds(one, now=now),
        }
        for one in queries.invitations(series)
    ]
    return series_page(
        request,
        "desk/admissions/invitations.html",
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
    messages.success(request, _("The link no longer works. People who registered with it stay registered."))
    return redirect("desk:invitations", slug)
