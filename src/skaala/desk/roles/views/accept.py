"""Accepting an invitation to one series: by a press of whoever reads the email of the invited address."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.accepting import NewAccountForm
from skaala.desk.frame.signing_in import let_in
from skaala.desk.frame.trail import note_acceptance
from skaala.people import queries
from skaala.people.messages import ROLES, WORK
from skaala.people.models import Account
from skaala.people.operations import HasAccount, InvitationOver, is_open
from skaala.series import operations
from skaala.series.links import find_role_invitation
from skaala.series.models import SeriesInvitation
from skaala.ui.languages import reader_language
from skaala.ui.same_origin import form_without_session


@form_without_session  # a page without a referrer sends no origin either, so a forgery token would be refused
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Say what the invitation is for; a press of the right person accepts it. A mail scanner that follows it does nothing."""
    response = _answer(request, token)
    response["Referrer-Policy"] = "no-referrer"
    return response


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    invitation = find_role_invitation(token)
    now = timezone.now()
    if invitation is None or not is_open(invitation, now=now):
        return _over(request, invitation)
    if isinstance(request.user, Account):
        return _as_account(request, invitation, request.user)
    if queries.has_account(invitation.address):
        # The page after the sign-in is this one again.
        return _show(request, invitation, needs_sign_in=True)
    form = NewAccountForm(request.POST or None, address=invitation.address, initial={"name": invitation.name})
    if form.is_valid():
        try:
            account = operations.accept_series_with_new_account(
                invitation=invitation,
                name=form.cleaned_data["name"],
                password=form.cleaned_data["password"],
                language=reader_language(),
                now=now,
            )
        except InvitationOver:
            return _over(request, invitation)
        except HasAccount:
            return redirect(request.path)
        return let_in(request, account, _welcome(request, invitation, account))
    return _show(request, invitation, form=form, status=422 if form.errors else 200)


def _as_account(request: HttpRequest, invitation: SeriesInvitation, account: Account) -> HttpResponse:
    if account.email != invitation.address:
        return _show(request, invitation, is_another=True, status=403 if request.method == "POST" else 200)
    if request.method == "POST":
        try:
            operations.accept_series_invitation(invitation=invitation, account=account, now=timezone.now())
        except InvitationOver:
            return _over(request, invitation)
        return _welcome(request, invitation, account)
    return _show(request, invitation)


def _welcome(request: HttpRequest, invitation: SeriesInvitation, account: Account) -> HttpResponse:
    note_acceptance(request, account, invitation)
    messages.success(
        request,
        _("Welcome. You now have a role in the series: %(series)s.") % {"series": invitation.series.title},
    )
    return redirect("desk:series", invitation.series.slug)


def _show(
    request: HttpRequest, invitation: SeriesInvitation, *, status: int = 200, **context: Any
) -> HttpResponse:
    context |= {
        "invitation": invitation,
        "invited_to": invitation.series.title,
        "inviting": invitation.series.tenant.name,
        "role": ROLES[invitation.role],
        "work": WORK[invitation.role],
    }
    return render(request, "desk/members/accept.html", context, status=status)


def _over(request: HttpRequest, invitation: SeriesInvitation | None) -> HttpResponse:
    return render(
        request, "desk/members/over.html", {"invitation": invitation}, status=410 if invitation else 404
    )
