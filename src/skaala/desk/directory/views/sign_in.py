"""Signing in by a directory: the way there, the way back, and out again."""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from skaala.desk.frame.signing_in import SIGN_OUT_ELSEWHERE, let_in
from skaala.desk.frame.trail import note_by_directory
from skaala.people import operations, queries
from skaala.people.messages import REASONS
from skaala.people.models import Account, Directory, Tenant
from skaala.people.operations import openid
from skaala.people.rules.directory import Person, Reason, Refused, check, check_fresh, person_of
from skaala.series.queries import works_elsewhere
from skaala.ui.errors import too_many_requests
from skaala.ui.languages import reader_language

ATTEMPTS = "signing-in-by-directory"
"""Under this name the session keeps what was asked of a directory, until it answers."""
AT_ONCE = 5  # several tabs
A_MINUTE = timedelta(minutes=1)
MOST_NOTED_AN_HOUR = 30  # refusals of one network address
MOST_A_MINUTE = 60  # sign-ins of one network address: each has us ask the directory
PATIENCE = 15 * 60  # seconds that somebody has at the directory


def address_for(tenant: Tenant, name: str) -> str:
    """Return one of the addresses that a directory is told: it is the same in all languages."""
    return f"{settings.BASE_URL}{reverse(f'directories:{name}', args=[tenant.slug])}"


@require_safe
def leave(request: HttpRequest, organisation: str) -> HttpResponse:
    """Lead the browser to the directory; by a link, since the policy of our pages lets no form lead elsewhere."""
    directory = _find(organisation)
    caller = operations.network_address(request.META)
    wait = operations.hit(
        purpose="directory-sign-in", caller=caller, limit=MOST_A_MINUTE, within=A_MINUTE, now=timezone.now()
    )
    if wait:
        return too_many_requests(request, wait)
    where = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        where, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    is_fresh = request.user.is_authenticated
    try:
        offer = openid.discover(directory.issuer)
    except Refused as refusal:
        return _say(request, directory, refusal)
    attempt: dict[str, Any] = {
        "organisation": organisation,
        "state": secrets.token_urlsafe(32),
        "nonce": secrets.token_urlsafe(32),
        "verifier": secrets.token_urlsafe(48),
        "since": timezone.now().timestamp(),
        "where": where if is_ours else reverse("desk:home"),
        "is_fresh": is_fresh,
        "language": reader_language(),
    }
    request.session[ATTEMPTS] = [*request.session.get(ATTEMPTS, []), attempt][-AT_ONCE:]
    return HttpResponseRedirect(
        openid.authorization_address(
            directory,
            offer,
            back=address_for(directory.tenant, "return"),
            state=attempt["state"],
            nonce=attempt["nonce"],
            verifier=attempt["verifier"],
            is_fresh=is_fresh,
        )
    )


@require_safe
def come_back(request: HttpRequest, organisation: str) -> HttpResponse:
    """Take what the directory answers; each answer once."""
    directory = _find(organisation)
    attempt = _take_attempt(request, organisation)
    with translation.override(attempt["language"] if attempt else reader_language()):
        try:
            return _answered(request, directory, attempt)
        except Refused as refusal:
            return _refuse(request, directory, refusal)


def _answered(request: HttpRequest, directory: Directory, attempt: dict[str, Any] | None) -> HttpResponse:
    now = timezone.now()
    if attempt is None or now.timestamp() - attempt["since"] > PATIENCE:
        raise Refused(Reason.UNKNOWN_ATTEMPT)
    if request.GET.get("iss", directory.issuer) != directory.issuer:  # RFC 9207
        raise Refused(Reason.WRONG_ISSUER, request.GET["iss"][:200])
    if "error" in request.GET:
        raise Refused(Reason.REFUSED_BY_DIRECTORY, request.GET["error"][:100])
    offer = openid.discover(directory.issuer)
    tokens = openid.tokens_for_code(
        directory,
        offer,
        code=request.GET.get("code", ""),
        verifier=attempt["verifier"],
        back=address_for(directory.tenant, "return"),
    )
    claims = openid.read_token(tokens.identity, offer)
    subject = check(claims, issuer=directory.issuer, client_id=directory.client_id, now=now)
    claims = openid.completed(claims, offer, tokens, groups_claim=directory.groups_claim)
    person = person_of(claims, subject=subject, nonce=attempt["nonce"], groups_claim=directory.groups_claim)
    if attempt["is_fresh"]:
        check_fresh(claims, since=datetime.fromtimestamp(attempt["since"], UTC))
    if not tokens.refresh and not offer.tells_of_sign_outs:
        raise Refused(Reason.NO_REFRESH)
    return _admit(request, directory, person, tokens, offer, attempt["where"])


def _admit(
    request: HttpRequest,
    directory: Directory,
    person: Person,
    tokens: openid.Tokens,
    offer: openid.Offer,
    where: str,
) -> HttpResponse:
    now = timezone.now()
    try:
        admission = operations.admit(
            directory=directory,
            person=person,
            language=reader_language(),
            works_elsewhere=works_elsewhere,
            now=now,
        )
    except Refused as refusal:
        return _refuse(request, directory, refusal, person=person)
    account = admission.account
    for action, details in admission.changes:
        note_by_directory(request, directory, action, account=account, details=details)
    if admission.refused:
        return _refuse(request, directory, Refused(admission.refused), person=person, account=account)
    if admission.is_kept:
        messages.warning(request, kept_words())
    response = let_in(request, account, HttpResponseRedirect(where), directory=directory)
    operations.note_directory_session(
        session_key=request.session.session_key or "",
        identity=admission.identity,
        person=person,
        tokens=tokens,
        offer=offer,
        now=now,
    )
    return response


def kept_words() -> str:
    """Say why the last owner stays one, whatever the directory says."""
    return _(
        "Your groups in the directory do not make you an owner, but you are the last one, so you stay it. Look at the table of groups and roles."
    )


def signed_out(request: HttpRequest) -> HttpResponse:
    """Say that one is signed out here, and lead to where one signs out of the directory too."""
    sealed = request.session.get(SIGN_OUT_ELSEWHERE, "")
    address = operations.unseal(SIGN_OUT_ELSEWHERE, sealed.encode()) if sealed else None
    if request.user.is_authenticated or address is None:
        return redirect("site:front")
    return render(request, "desk/directory/signed_out.html", {"address": address.decode()})


def _find(organisation: str) -> Directory:
    found = queries.find_directory(organisation)
    if found is None:
        raise Http404
    return found


def _take_attempt(request: HttpRequest, organisation: str) -> dict[str, Any] | None:
    state = request.GET.get("state", "")
    kept, taken = [], None
    for one in request.session.get(ATTEMPTS, []):
        if hmac.compare_digest(one["state"].encode(), state.encode()):
            taken = one
        else:
            kept.append(one)
    if taken is not None:
        request.session[ATTEMPTS] = kept
    return taken if taken and taken["organisation"] == organisation else None


def _refuse(
    request: HttpRequest,
    directory: Directory,
    refusal: Refused,
    *,
    person: Person | None = None,
    account: Account | None = None,
) -> HttpResponse:
    if refusal.reason != Reason.UNKNOWN_ATTEMPT and _is_noted(request):
        note_by_directory(
            request,
            directory,
            "sign-in-refused",
            account=account,
            address=person.address if person else "",
            details={"reason": refusal.reason.value},
        )
    return _say(request, directory, refusal)


def _is_noted(request: HttpRequest) -> bool:
    # Anybody can have themselves refused; that fills no trail.
    caller, now = operations.network_address(request.META), timezone.now()
    return not operations.hit(
        purpose="directory-refusal",
        caller=caller,
        limit=MOST_NOTED_AN_HOUR,
        within=timedelta(hours=1),
        now=now,
    )


def _say(request: HttpRequest, directory: Directory, refusal: Refused) -> HttpResponse:
    context = {"tenant": directory.tenant, "reason": REASONS[refusal.reason], "detail": refusal.detail}
    return render(request, "desk/directory/refused.html", context, status=403)
