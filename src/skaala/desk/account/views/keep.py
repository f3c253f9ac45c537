"""Keeping an account open that nobody has used for a year: by a press, since mail scanners open links."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.people.links import account_to_keep
from skaala.people.operations import AccountIsClosed, keep_account
from skaala.ui.same_origin import form_without_session


@form_without_session  # a page without a referrer sends no origin either, so a forgery token would be refused
def keep(request: HttpRequest, token: str) -> HttpResponse:
    """Offer to keep the account of the link; a press does it, and says so."""
    account = account_to_keep(token)
    state, status = "asked", 200
    if account is None:
        state, status = "unknown", 404
    elif not account.is_active:
        state, status = "closed", 410
    elif request.method == "POST":
        try:
            keep_account(account=account, now=timezone.now())
            state = "kept"
        except AccountIsClosed:
            state, status = "closed", 410
    response = render(request, "desk/account/keep.html", {"state": state}, status=status)
    response["Referrer-Policy"] = "no-referrer"
    return response
