"""What happens when somebody is let in: the session is renewed and listed, and this device is known from then on."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import login
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import get_random_string

from skaala.desk.frame.fresh import note_fresh
from skaala.desk.frame.trail import note_sign_in
from skaala.people.models import Account, Directory
from skaala.people.operations import note_session
from skaala.people.queries import BY_PASSKEY, VOUCHED_FOR_BY

DEVICE = "__Host-skaala-device" if settings.HTTPS else "skaala-device"
LONGEST = timedelta(days=400)  # browsers keep no cookie for longer
PENDING = "signing-in"
"""Under this name the session keeps whose password was right while the second factor is asked for."""
SIGN_OUT_ELSEWHERE = "sign-out-elsewhere"
"""Under this name the session of somebody who has just signed out keeps, sealed, where they sign out of their directory too."""
_signer = Signer(salt="skaala.known-device", sep="~")


def device_of(request: HttpRequest, account: Account | None) -> str:
    """Return the mark of a device that has signed in to ``account`` since its password was set; empty if it has not."""
    try:
        number, name, proof = _signer.unsign(request.COOKIES.get(DEVICE, "")).split(":")
    except (BadSignature, ValueError):
        return ""
    if account is None or number != str(account.pk) or proof != _proof(account):
        return ""
    return f"{number}:{name}"


def account_of_device(request: HttpRequest) -> int | None:
    """Return the number of the account that has signed in on this device before; None if it is nobody's."""
    number = request.COOKIES.get(DEVICE, "").partition(":")[0]
    account = Account.objects.filter(pk=number, is_active=True).first() if number.isdecimal() else None
    return account.pk if account is not None and device_of(request, account) else None


def let_in(
    request: HttpRequest,
    account: Account,
    response: HttpResponse,
    *,
    directory: Directory | None = None,
    by_passkey: bool = False,
) -> HttpResponse:
    """
    Sign ``account`` in; ``response`` is where they go.

    :param directory: the one that has signed them in, if one has
    :param by_passkey: whether a passkey was shown
    """
    known = device_of(request, account)
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.pop(PENDING, None)
    request.session[VOUCHED_FOR_BY] = directory.tenant_id if directory else None
    request.session[BY_PASSKEY] = by_passkey
    note_fresh(request)
    note_session(
        account=account,
        session_key=request.session.session_key or "",
        browser=browser_of(request),
        now=timezone.now(),
    )
    details = {"by": "directory"} if directory else {"by": "passkey"} if by_passkey else {}
    note_sign_in(request, account, "sign-in", details=details)
    return remember_device(account, response, known=known)


def remember_device(account: Account, response: HttpResponse, *, known: str = "") -> HttpResponse:
    """
    Have this browser known as one of the owner's, until the password changes.

    :param known: its mark, if it is known already
    """
    name = known.partition(":")[2] or get_random_string(22)
    response.set_cookie(
        DEVICE,
        _signer.sign(f"{account.pk}:{name}:{_proof(account)}"),
        max_age=LONGEST,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response


def browser_of(request: HttpRequest) -> str:
    """Return browser and system in a few words, as far as they can be told."""
    agent = request.headers.get("User-Agent", "")
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return ", ".join(part for part in (browser, system) if part)


_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def _proof(account: Account) -> str:
    # Ends with the password, as sessions do.
    return account.get_session_auth_hash()[:16]
