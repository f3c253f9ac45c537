"""Accepting an invitation to a role, be it in an organisation or in a single series: the same pages, the same order of questions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Generic

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from skaala.desk.frame.accepting import NewAccountForm
from skaala.desk.frame.signing_in import let_in
from skaala.people.messages import ROLES, WORK
from skaala.people.models import Account
from skaala.people.operations import HasAccount, InvitationOver, is_open
from skaala.people.operations.role_invitations import InvitationT
from skaala.people.queries import has_account


class InvitationPage(ABC, Generic[InvitationT]):
    """The page behind the link of an invitation. A kind of invitation says how it is found, accepted and welcomed."""

    @abstractmethod
    def find(self, token: str) -> InvitationT | None:
        """Return the invitation of a link, open or over."""

    @abstractmethod
    def accept(self, invitation: InvitationT, account: Account) -> None:
        """
        Give the role to somebody who has an account.

        :raises InvitationOver: if it is too late
        """

    @abstractmethod
    def open_account(self, invitation: InvitationT, *, name: str, password: str) -> Account:
        """
        Create the account of the invited person and give it the role.

        :raises InvitationOver: if it is too late
        :raises HasAccount: if there is an account by now
        """

    @abstractmethod
    def welcome(self, request: HttpRequest, invitation: InvitationT, account: Account) -> HttpResponse:
        """Say what has become of it; return where the new member goes."""

    def words(self, invitation: InvitationT) -> dict[str, Any]:
        """Return what the page says besides the role."""
        return {}

    def __call__(self, request: HttpRequest, token: str) -> HttpResponse:
        """Say what the invitation is for; a press of the right person accepts it. A mail scanner that follows it does nothing."""
        response = self._answer(request, token)
        response["Referrer-Policy"] = "no-referrer"
        return response

    def _answer(self, request: HttpRequest, token: str) -> HttpResponse:
        invitation = self.find(token)
        if invitation is None or not is_open(invitation, now=timezone.now()):
            return self._over(request, invitation)
        if isinstance(request.user, Account):
            return self._as_account(request, invitation, request.user)
        if has_account(invitation.address):
            # The page after the sign-in is this one again.
            return self._show(request, invitation, needs_sign_in=True)
        form = NewAccountForm(
            request.POST or None, address=invitation.address, initial={"name": invitation.name}
        )
        if not form.is_valid():
            return self._show(request, invitation, form=form, status=422 if form.errors else 200)
        try:
            account = self.open_account(
                invitation, name=form.cleaned_data["name"], password=form.cleaned_data["password"]
            )
        except InvitationOver:
            return self._over(request, invitation)
        except HasAccount:
            return redirect(request.path)
        return let_in(request, account, self.welcome(request, invitation, account))

    def _as_account(self, request: HttpRequest, invitation: InvitationT, account: Account) -> HttpResponse:
        if account.email != invitation.address:
            return self._show(
                request, invitation, is_another=True, status=403 if request.method == "POST" else 200
            )
        if request.method != "POST":
            return self._show(request, invitation)
        try:
            self.accept(invitation, account)
        except InvitationOver:
            return self._over(request, invitation)
        return self.welcome(request, invitation, account)

    def _show(
        self, request: HttpRequest, invitation: InvitationT, *, status: int = 200, **context: Any
    ) -> HttpResponse:
        context |= {"invitation": invitation, "role": ROLES[invitation.role], "work": WORK[invitation.role]}
        context |= self.words(invitation)
        return render(request, "desk/members/accept.html", context, status=status)

    def _over(self, request: HttpRequest, invitation: InvitationT | None) -> HttpResponse:
        status = 410 if invitation else 404
        return render(request, "desk/members/over.html", {"invitation": invitation}, status=status)
