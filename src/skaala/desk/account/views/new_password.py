"""A new password by email, for somebody who has forgotten theirs."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.account.forms import ChosenPasswordForm, ForgottenForm
from skaala.desk.frame.signing_in import remember_device
from skaala.people.links import account_of_link
from skaala.people.operations import choose_password, hit, network_address, send_new_password_link
from skaala.ui.errors import too_many_requests
from skaala.ui.same_origin import form_without_session

AN_HOUR = timedelta(hours=1)
# Emails to one address, and requests from one network address.
MOST_EMAILS, MOST_REQUESTS = 3, 30


@form_without_session
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for the address; the answer is the same whether there is an account or not."""
    form = ForgottenForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "desk/account/forgotten.html", {"form": form}, status=status)
    now, address = timezone.now(), form.cleaned_data["address"].lower()
    caller = network_address(request.META)
    wait = hit(purpose="new-password", caller=caller, limit=MOST_REQUESTS, within=AN_HOUR, now=now)
    if wait:
        return too_many_requests(request, wait)
    if not hit(purpose="new-password-to", caller=address, limit=MOST_EMAILS, within=AN_HOUR, now=now):
        send_new_password_link(address=address, now=now)
    return render(request, "desk/account/link_sent.html", {"address": address})


@form_without_session  # a page without a referrer sends no origin either, so a forgery token would be refused
def new_password(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the new password; saving it ends the link and every session of the account."""
    response = _answer(request, token)
    response["Referrer-Policy"] = "no-referrer"
    return response


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    account = account_of_link(token)
    if account is None:
        return render(request, "desk/account/link_over.html", status=410)
    form = ChosenPasswordForm(request.POST or None, account=account)
    if form.is_valid():
        choose_password(account=account, password=form.cleaned_data["password"])
        messages.success(request, _("Your password has been changed. Sign in with it."))
        return remember_device(account, redirect("desk:sign-in"))
    context = {"form": form, "address": account.email}
    return render(request, "desk/account/new_password.html", context, status=422 if form.errors else 200)
