"""Who may open which of the organiser pages, and that nothing seen there stays in a cache."""

from __future__ import annotations

from collections.abc import Iterable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, URLPattern, resolve, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from skaala.desk.frame.fresh import is_fresh
from skaala.desk.frame.idle import end_idle_session, limit, note_activity
from skaala.desk.frame.kept_forms import forget_form, give_back, keep_form, moved, where_it_comes_back
from skaala.desk.frame.permissions import (
    ANYWHERE,
    BEFORE_SECOND_FACTOR,
    BUTTONS,
    FRESH,
    IN_ORGANISATION,
    OWN,
    needed,
)
from skaala.desk.frame.signing_in import account_of_device
from skaala.desk.frame.trail import access_in_series, note_link_request, note_request, remember_access
from skaala.people.messages import PERMISSIONS, ROLES
from skaala.people.models import Account
from skaala.people.queries import (
    lacks_second_factor,
    permissions_by_tenant,
    permissions_in_tenant,
)
from skaala.people.rules import Permission, roles_with
from skaala.series.models.own_words import speak_for
from skaala.series.operations import note_use
from skaala.series.queries import access_to
from skaala.ui.offered import offer
from skaala.workshops.links.invitation import find_invitation
from skaala.workshops.models import Invitation
from skaala.workshops.operations.invite import note_invitation_use

not_kept = cache_control(private=True, no_store=True)

CO_FACILITATES = "co-facilitates"
"""Under this name the session keeps the token of the link by which somebody without an account leads one board."""


def behind_sign_in(patterns: Iterable[URLPattern], *, co_facilitated: bool = False) -> list[URLPattern]:
    """
    Have each of the views ask who comes first, and what they may do; a view added to the list later cannot forget it.

    :param co_facilitated: the board in the address is also open to those who are invited to lead it
    """
    guarded = list(patterns)
    for pattern in guarded:
        pattern.callback = not_kept(_guarded(pattern.callback, str(pattern.name), co_facilitated))
    return guarded


def open_to_all(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """Return the patterns of the few pages that need no sign-in; they are not kept in caches either."""
    listed = list(patterns)
    for pattern in listed:
        view: Any = pattern.callback
        pattern.callback = not_kept(view)
    return listed


def _guarded(view: Any, page: str, co_facilitated: bool) -> Any:
    @wraps(view)
    def opened(request: HttpRequest, **parts: Any) -> HttpResponse:
        refusal = refusal_of(request, page, parts)
        invitation = _led_by(request, parts) if refusal is not None and co_facilitated else None
        if refusal is not None and invitation is None:
            if isinstance(refusal, Http404):
                raise refusal
            _keep_what_was_sent(request, page, refusal)
            return refusal
        if invitation is not None:
            series = invitation.board.event.series
            offer(series.languages)
            speak_for(series.tenant_id)
        # Taken before: the view may sign them out.
        account = request.user if isinstance(request.user, Account) else None
        if account is not None:
            note_activity(request, page)
            request.idle_after = limit()  # type: ignore[attr-defined]  # pages warn before
            if request.method == "POST":
                forget_form(request, request.path)
        answer: HttpResponse = view(request, **parts)
        if account is not None:
            note_request(request, account, page, parts, answer)
            answer = give_back(request, answer)
        if invitation is not None:
            is_first = note_invitation_use(invitation=invitation, now=timezone.now())
            note_link_request(request, invitation, page, answer, is_first=is_first)
        return _page_with_the_button(request) if _only_takes_forms(request, answer) else answer

    return opened


def _keep_what_was_sent(request: HttpRequest, page: str, refusal: HttpResponse) -> None:
    """Before whoever asks is led to a sign-in: say why, and keep the form that they were sending."""
    if refusal.status_code != HTTPStatus.FOUND:
        return
    account: int | None
    if request.user.is_authenticated:
        account = account_of(request).pk
    else:
        account = end_idle_session(request, but=CO_FACILITATES)
        if account is not None:
            messages.info(
                request, _("You were signed out because this browser had not been used for a while.")
            )
        elif request.method == "POST":
            account = account_of_device(request)
    if keep_form(request, page, account):
        messages.info(
            request,
            _("Nothing has been sent yet. After you have signed in, what you typed is in its form again."),
        )


def _only_takes_forms(request: HttpRequest, answer: HttpResponse) -> bool:
    return request.method in {"GET", "HEAD"} and answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED


def _page_with_the_button(request: HttpRequest) -> HttpResponse:
    """
    Lead from an address that only takes a form to the page above it, where the form is.

    One comes there by reloading, by the address kept at a sign-in, or from the browser's history.
    """
    above = request.path.rstrip("/").rpartition("/")[0]
    while above:
        try:
            resolve(f"{above}/")
        except Resolver404:
            above = above.rpartition("/")[0]
        else:
            moved(request, f"{above}/")
            return redirect(f"{above}/")
    return redirect("desk:home")


def refusal_of(request: HttpRequest, page: str, parts: dict[str, Any]) -> HttpResponse | Http404 | None:
    """Return why this page stays closed to whoever asks; None if it is open to them."""
    if not request.user.is_authenticated:
        return redirect_to_login(_where_to_go_on(request))
    if page not in OWN:
        refusal = _refusal_of_role(request, page, parts)
        if refusal is not None:
            return refusal
    if page not in BEFORE_SECOND_FACTOR and needs_second_factor(request):
        return redirect("desk:security")
    if page in FRESH and not is_fresh(request):
        return _to_confirm(request, page, parts)
    return None


def _refusal_of_role(request: HttpRequest, page: str, parts: dict[str, Any]) -> HttpResponse | Http404 | None:
    allowed = _allowed(request, page, parts)
    _note(request, allowed)
    if page not in ANYWHERE and not allowed:
        # Another organisation's series is not even said to exist.
        return Http404()
    permission = needed(page, str(request.method))
    if permission in allowed:
        return None
    return _forbidden(request, permission)


def _to_confirm(request: HttpRequest, page: str, parts: dict[str, Any]) -> HttpResponse:
    where = reverse(f"desk:{BUTTONS[page]}", kwargs=parts) if page in BUTTONS else _where_to_go_on(request)
    return redirect(f"{reverse('desk:confirm-identity')}?{urlencode({'next': where})}")


def _where_to_go_on(request: HttpRequest) -> str:
    """Return the page that opens after a sign-in: the one that was asked for, or the one whose form was sent."""
    is_page = request.method in {"GET", "HEAD"}
    return request.get_full_path() if is_page else where_it_comes_back(request)


def _allowed(request: HttpRequest, page: str, parts: dict[str, Any]) -> frozenset[Permission]:
    if page in ANYWHERE:
        return _allowed_anywhere(request)
    if page in IN_ORGANISATION:
        return permissions_in_tenant(parts["organisation"], account_of(request))
    found = access_to(parts["slug"], account_of(request))
    remember_access(request, found)
    offer(found.languages)
    speak_for(found.tenant)
    if found.guest_roles:
        note_use(series=found.series, account=account_of(request), now=timezone.now())
    return found.permissions


def _allowed_anywhere(request: HttpRequest) -> frozenset[Permission]:
    return frozenset().union(*permissions_by_tenant(account_of(request)).values())


def _forbidden(request: HttpRequest, permission: Permission | None) -> HttpResponse:
    context = {
        "work": PERMISSIONS[permission] if permission else "",
        "roles": [ROLES[role] for role in roles_with(permission)] if permission else [],
    }
    return render(request, "desk/frame/forbidden.html", context, status=403)


def _led_by(request: HttpRequest, parts: dict[str, Any]) -> Invitation | None:
    """Return the link by which this browser leads the board in the address; None if it leads another, or none."""
    invitation = invitation_of(request)
    if invitation is None:
        return None
    event = invitation.board.event
    return invitation if (event.series.slug, event.slug) == (parts["slug"], parts["event_slug"]) else None


def invitation_of(request: HttpRequest) -> Invitation | None:
    """Return the link by which this browser leads a board; asked each time, so one that was withdrawn opens nothing more."""
    return find_invitation(request.session.get(CO_FACILITATES, ""), now=timezone.now())


def _note(request: HttpRequest, allowed: frozenset[Permission]) -> None:
    request.allowed = allowed  # type: ignore[attr-defined]  # a page shows what its reader may do


def may(request: HttpRequest, page: str, method: str = "GET") -> bool:
    """Say whether whoever has opened this page may also open, or POST to, another one of the same series."""
    return needed(page, method) in getattr(request, "allowed", frozenset())


def is_member(request: HttpRequest) -> bool:
    """Say whether whoever has opened this page of a series has a role there; a guest who leads one board has none."""
    return bool(getattr(request, "allowed", frozenset()))


def sees_house(request: HttpRequest) -> bool:
    """Say whether whoever has opened this page of a series also sees what else its organisation has: venues, organisations."""
    access = access_in_series(request)
    return access is not None and access.is_member


def needs_second_factor(request: HttpRequest) -> bool:
    """Say whether one of their organisations asks whoever is signed in for a second factor that they have not shown."""
    access = access_in_series(request)
    return lacks_second_factor(
        account_of(request),
        request.session,
        required_by=access.tenant if access is not None and access.requires_second_factor else None,
    )


def may_create_series(request: HttpRequest) -> bool:
    """Say whether whoever is signed in may create series in any of their organisations."""
    return Permission.EDIT_SERIES in _allowed_anywhere(request)


def may_edit_catalogue(request: HttpRequest) -> bool:
    """Say whether whoever is signed in may edit the catalogue of actions, which is common to all organisations."""
    return Permission.EDIT_CATALOGUE in _allowed_anywhere(request)


def account_of(request: HttpRequest) -> Account:
    """Return who is signed in, on a page behind the sign-in."""
    assert isinstance(request.user, Account)
    return request.user
