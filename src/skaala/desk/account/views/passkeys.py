"""Passkeys: signing in by one, adding, naming and removing them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from skaala.desk.account.forms import PasskeyNameForm
from skaala.desk.account.views.sign_in import by_directory, safe
from skaala.desk.frame.access import account_of
from skaala.desk.frame.signing_in import let_in
from skaala.desk.frame.trail import note_sign_in
from skaala.people import operations, queries
from skaala.people.models import Account, Passkey
from skaala.people.operations.passkeys import Question
from skaala.ui.errors import too_many_requests

ASKED = "passkey-asked"
"""Under this name the session keeps what a browser was asked, until it answers: for what, the challenge, and when."""
PATIENCE = 5 * 60  # seconds
A_MINUTE = timedelta(minutes=1)
MOST_A_MINUTE = 60  # of one network address


@require_safe
def options(request: HttpRequest) -> HttpResponse:
    """Say what a browser is asked to sign in by a passkey."""
    caller = operations.network_address(request.META)
    wait = operations.hit(
        purpose="passkey", caller=caller, limit=MOST_A_MINUTE, within=A_MINUTE, now=timezone.now()
    )
    if wait:
        return too_many_requests(request, wait)
    return _ask(request, "get", operations.ask_for_sign_in(place=_place(request)))


def sign_in(request: HttpRequest) -> HttpResponse:
    """Let in whoever has a passkey that we know; it stands for password and second factor."""
    if request.method != "POST":
        return redirect("desk:sign-in")
    here = request.user if isinstance(request.user, Account) else None
    back = "desk:confirm-identity" if here else "desk:sign-in"
    try:
        account = operations.account_by_passkey(
            place=_place(request),
            challenge=_challenge(request, "get"),
            answer=request.POST.get("answer", ""),
            now=timezone.now(),
        )
    except operations.PasskeyRefused:
        messages.error(request, refused())
        return redirect(back)
    if here is not None and account != here:
        messages.error(
            request, _("This passkey belongs to another account than the one you are signed in with.")
        )
        return redirect(back)
    directory = queries.directory_instead_of_password(account)
    if directory is not None or not account.is_active:
        note_sign_in(request, account, "sign-in-failed", details={"by": "passkey"})
        messages.error(
            request, by_directory(directory.tenant) if directory else _("This account has been closed.")
        )
        return redirect(back)
    where = safe(request, request.POST.get("next", ""))
    return let_in(request, account, redirect(where), by_passkey=True)


def new(request: HttpRequest) -> HttpResponse:
    """Ask for a name and, by a script, the browser for a new passkey; keep it."""
    account = account_of(request)
    form = PasskeyNameForm(request.POST or None, initial={"name": _("My passkey")})
    if form.is_valid():
        try:
            operations.add_passkey(
                account=account,
                place=_place(request),
                challenge=_challenge(request, "create"),
                answer=request.POST.get("answer", ""),
                name=form.cleaned_data["name"],
                now=timezone.now(),
            )
        except operations.PasskeyRefused:
            form.add_error(None, refused())
        except operations.TooManyPasskeys:
            form.add_error(None, _("You have as many passkeys as one account may have. Remove one first."))
        else:
            messages.success(request, _("The passkey has been added. You can sign in with it now."))
            return redirect("desk:security")
    return render(
        request, "desk/account/new_passkey.html", {"form": form}, status=422 if form.errors else 200
    )


@require_safe
def new_options(request: HttpRequest) -> HttpResponse:
    """Say what a browser is asked for a new passkey."""
    account = account_of(request)
    return _ask(request, "create", operations.ask_for_new(account=account, place=_place(request)))


def passkey(request: HttpRequest, passkey_id: int) -> HttpResponse:
    """Give a passkey another name."""
    found = _find(request, passkey_id)
    form = PasskeyNameForm(request.POST or None, initial={"name": found.name})
    if form.is_valid():
        operations.rename_passkey(passkey=found, name=form.cleaned_data["name"])
        messages.success(request, _("The name has been saved."))
        return redirect("desk:security")
    context = {"form": form, "passkey": found}
    return render(request, "desk/account/passkey.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: HttpRequest, passkey_id: int) -> HttpResponse:
    """Forget a passkey."""
    try:
        operations.remove_passkey(passkey=_find(request, passkey_id))
    except operations.LastFactor:
        messages.error(
            request,
            _(
                "One of your organisations requires a second factor, and this passkey is the only one you have."
            ),
        )
    else:
        messages.success(request, _("The passkey has been removed. Delete it on your device too."))
    return redirect("desk:security")


def refused() -> str:
    """Say that a passkey was not taken, whatever was wrong with it."""
    return _("The passkey was not accepted. Try again, or choose another way to sign in.")


def _place(request: HttpRequest) -> operations.Place:
    # The host is one of those that the operator has named; a passkey belongs to it.
    host = request.get_host()
    return operations.Place(host.rpartition(":")[0] or host, f"{request.scheme}://{host}")


def _ask(request: HttpRequest, purpose: str, question: Question) -> JsonResponse:
    request.session[ASKED] = [purpose, question.challenge, timezone.now().timestamp()]
    return JsonResponse(question.options)


def _challenge(request: HttpRequest, purpose: str) -> str:
    """Return the challenge that was asked for this purpose lately; it is taken, so no answer works twice."""
    asked: Any = request.session.pop(ASKED, None)
    if asked is None or asked[0] != purpose or timezone.now().timestamp() - asked[2] > PATIENCE:
        return ""
    return str(asked[1])


def _find(request: HttpRequest, passkey_id: int) -> Passkey:
    return get_object_or_404(Passkey, account=account_of(request), pk=passkey_id)
