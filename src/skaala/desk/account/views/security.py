"""Sessions, the second factor, and showing once more who one is."""

from __future__ import annotations

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.account.forms import CodeForm, ConfirmForm
from skaala.desk.account.views.sign_in import safe, wrong_code
from skaala.desk.frame.access import account_of, needs_second_factor
from skaala.desk.frame.fresh import note_fresh
from skaala.people import operations, queries
from skaala.people.links import authenticator_address
from skaala.people.models import Directory
from skaala.people.rules import totp
from skaala.ui.errors import too_many_requests

ISSUER = "Skaala"


def security(request: HttpRequest) -> HttpResponse:
    """Show where one is signed in and whether a second factor is on."""
    account = account_of(request)
    here = request.session.session_key
    return render(
        request,
        "desk/account/security.html",
        {
            "sessions": [(one, one.session_key == here) for one in operations.open_sessions(account)],
            "has_second_factor": queries.has_second_factor(account),
            "codes_left": account.recovery_codes.filter(used_at=None).count(),
            "passkeys": list(account.passkeys.all()),
            "by_directory": queries.directory_instead_of_password(account),
            "by_passkey": request.session.get(queries.BY_PASSKEY),
            "is_required": queries.requires_second_factor(account),
            "asked_for_more": bool(request.session.get(queries.VOUCHED_FOR_BY))
            and needs_second_factor(request),
        },
    )


@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign out in another browser."""
    operations.end_session(account=account_of(request), session_id=session_id)
    messages.success(request, _("You are signed out there."))
    return redirect("desk:security")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out in all other browsers."""
    operations.end_sessions(account=account_of(request), but=request.session.session_key or "")
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("desk:security")


def confirm(request: HttpRequest) -> HttpResponse:
    """Ask for the password once more before something that cannot be taken back."""
    account = account_of(request)
    where = safe(request, request.POST.get("next") or request.GET.get("next", ""))
    form = ConfirmForm(request.POST or None)
    if form.is_valid():
        made = operations.attempt(operations.proofs(account), now=timezone.now())
        if made.wait:
            return too_many_requests(request, made.wait)
        if account.check_password(form.cleaned_data["password"]):
            operations.succeeded(made)
            note_fresh(request)
            return redirect(where)
        form.add_error("password", _("The password is not right. Try again."))
    directory = _by_directory(request)
    context = {"form": form, "next": where, "directory": directory, "has_passkeys": account.passkeys.exists()}
    return render(request, "desk/account/confirm.html", context, status=422 if form.errors else 200)


def _by_directory(request: HttpRequest) -> Directory | None:
    number = request.session.get(queries.VOUCHED_FOR_BY)
    return queries.offered_directories().filter(tenant_id=number).first() if number else None


def second_factor(request: HttpRequest) -> HttpResponse:
    """Show the QR code for an authenticator app; a code of it turns the second factor on."""
    account = account_of(request)
    if queries.has_second_factor(account):
        return redirect("desk:security")
    secret = operations.begin_second_factor(account=account)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            codes = operations.confirm_second_factor(
                account=account, typed=form.cleaned_data["code"], now=timezone.now()
            )
        except operations.WrongCode:
            form.add_error("code", wrong_code())
        else:
            return render(request, "desk/account/recovery_codes.html", {"codes": codes})
    address = authenticator_address(secret, account, issuer=ISSUER)
    context: dict[str, Any] = {
        "form": form,
        # Made of the address alone, by a library that escapes it.
        "qr": mark_safe(segno.make(address).svg_inline(scale=5, border=2)),  # noqa: S308
        "secret": " ".join(_in_fours(totp.as_text(secret))),
    }
    return render(request, "desk/account/second_factor.html", context, status=422 if form.errors else 200)


@require_POST
def remove_second_factor(request: HttpRequest) -> HttpResponse:
    """Turn the second factor off, unless an organisation requires it."""
    account = account_of(request)
    if queries.requires_second_factor(account) and not account.passkeys.exists():
        messages.error(request, _("One of your organisations requires a second factor, so it stays on."))
    else:
        operations.remove_second_factor(account=account)
        messages.success(request, _("The second factor is off."))
    return redirect("desk:security")


@require_POST
def renew_codes(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes; those before no longer work."""
    codes = operations.renew_recovery_codes(account=account_of(request))
    return render(request, "desk/account/recovery_codes.html", {"codes": codes})


def _in_fours(text: str) -> list[str]:
    return [text[place : place + 4] for place in range(0, len(text), 4)]
