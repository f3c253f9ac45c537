"""Accepting an invitation to one series: by a press of whoever reads the email of the invited address."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.accept_invitation import InvitationPage
from skaala.desk.frame.trail import note_acceptance
from skaala.people.models import Account
from skaala.series import operations
from skaala.series.links import find_role_invitation
from skaala.series.models import SeriesInvitation
from skaala.ui.languages import reader_language
from skaala.ui.same_origin import form_without_session


class _Page(InvitationPage[SeriesInvitation]):
    def find(self, token: str) -> SeriesInvitation | None:
        return find_role_invitation(token)

    def accept(self, invitation: SeriesInvitation, account: Account) -> None:
        operations.accept_series_invitation(invitation=invitation, account=account, now=timezone.now())

    def open_account(self, invitation: SeriesInvitation, *, name: str, password: str) -> Account:
        return operations.accept_series_with_new_account(
            invitation=invitation,
            name=name,
            password=password,
            language=reader_language(),
            now=timezone.now(),
        )

    def welcome(self, request: HttpRequest, invitation: SeriesInvitation, account: Account) -> HttpResponse:
        note_acceptance(request, account, invitation)
        messages.success(
            request,
            _("Welcome. You now have a role in: %(series)s.") % {"series": invitation.series.title},
        )
        return redirect("desk:series", invitation.series.slug)

    def words(self, invitation: SeriesInvitation) -> dict[str, Any]:
        return {"invited_to": invitation.series.title, "inviting": invitation.series.tenant.name}


@form_without_session  # a page without a referrer sends no origin either, so a forgery token would be refused
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Show the invitation; a press accepts it."""
    return _Page()(request, token)
