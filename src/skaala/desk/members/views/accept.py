"""Accepting an invitation: by a press of whoever reads the email of the invited address."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.accept_invitation import InvitationPage
from skaala.people import operations
from skaala.people.links import find_invitation
from skaala.people.models import Account, MemberInvitation
from skaala.ui.languages import reader_language
from skaala.ui.same_origin import form_without_session


class _Page(InvitationPage[MemberInvitation]):
    def find(self, token: str) -> MemberInvitation | None:
        return find_invitation(token)

    def accept(self, invitation: MemberInvitation, account: Account) -> None:
        operations.accept_invitation(invitation=invitation, account=account, now=timezone.now())

    def open_account(self, invitation: MemberInvitation, *, name: str, password: str) -> Account:
        return operations.accept_with_new_account(
            invitation=invitation,
            name=name,
            password=password,
            language=reader_language(),
            now=timezone.now(),
        )

    def welcome(self, request: HttpRequest, invitation: MemberInvitation, account: Account) -> HttpResponse:
        messages.success(
            request,
            _("Welcome. You are now a member: %(organisation)s.") % {"organisation": invitation.tenant.name},
        )
        return redirect("desk:home")


@form_without_session  # a page without a referrer sends no origin either, so a forgery token would be refused
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Show the invitation; a press accepts it."""
    return _Page()(request, token)
