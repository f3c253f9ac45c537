"""What of the organiser pages goes into the audit trail: each change, and each reading of personal data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from skaala.desk.frame.permissions import ANYWHERE, IN_ORGANISATION, OWN, SHOWS_PEOPLE, needed
from skaala.people import operations
from skaala.people.models import Account, Directory, Membership
from skaala.people.rules import Permission
from skaala.series.models import SeriesInvitation
from skaala.series.queries import SeriesAccess
from skaala.workshops.models import Invitation

PERSONAL = {
    Permission.SEE_PEOPLE,
    Permission.CHANGE_PEOPLE,
    Permission.CHECK_IN,
    Permission.SEND_EMAILS,
    Permission.SEE_AUDIT,
}
"""A page that needs one of these shows personal data; a page of people that is added later is noted without being told."""
READING = {"GET", "HEAD", "OPTIONS"}


def remember_access(request: HttpRequest, access: SeriesAccess) -> None:
    """Keep what the guard has found out about whoever asks, for :func:`note_request`."""
    request.series_access = access  # type: ignore[attr-defined]


def access_in_series(request: HttpRequest) -> SeriesAccess | None:
    """Return what whoever asks is in the series of the page; None on a page of no series."""
    found: SeriesAccess | None = getattr(request, "series_access", None)
    return found


def remember_person(request: HttpRequest, registration: UUID) -> None:
    """Keep whose data a page shows whose address does not name them, for :func:`note_request`."""
    request.shown_registration = registration  # type: ignore[attr-defined]


def remember_details(request: HttpRequest, **details: object) -> None:
    """Keep what else the entry of this request says, for :func:`note_request`; nothing in it may name a person."""
    request.noted_details = details  # type: ignore[attr-defined]


def note_request(
    request: HttpRequest, account: Account, page: str, parts: dict[str, Any], answer: HttpResponse
) -> None:
    """Note a request of ``account`` that has been answered, if it changed something or showed personal data."""
    method = str(request.method)
    if answer.status_code >= 400 or (method in READING and not _shows_people(page, method)):
        return
    registration = parts.get("registration_id", getattr(request, "shown_registration", None))
    for found in _where(request, account, page, parts):
        operations.note(
            action=f"{'see' if method in READING else 'do'}.{page}",
            tenant=found.tenant,
            account=account.pk,
            role=found.all_roles[0] if found.all_roles else "",
            series=found.series or None,
            registration=registration if isinstance(registration, UUID) else None,
            details={name: str(part) for name, part in sorted(_details(request, parts).items())},
            personal=_who(request, account),
            now=timezone.now(),
        )


def _details(request: HttpRequest, parts: dict[str, Any]) -> dict[str, Any]:
    shown = {name: part for name, part in parts.items() if name != "registration_id"}
    access = access_in_series(request)
    if access is not None and access.partner:
        shown["partner"] = access.partner
    return shown | getattr(request, "noted_details", {})


def note_acceptance(request: HttpRequest, account: Account, invitation: SeriesInvitation) -> None:
    """Note in the trail of the series' organisation that somebody has accepted a role there."""
    operations.note(
        action="do.accept-series-invitation",
        tenant=invitation.series.tenant_id,
        account=account.pk,
        role=invitation.role,
        series=invitation.series_id,
        details={"slug": invitation.series.slug},
        personal=_who(request, account),
        now=timezone.now(),
    )


def note_link_request(
    request: HttpRequest, invitation: Invitation, page: str, answer: HttpResponse, *, is_first: bool
) -> None:
    """Note what somebody did who leads a board by a link; that they looked at it, only now and then."""
    is_change = request.method not in READING
    if answer.status_code >= 400 or not (is_change or is_first):
        return
    event = invitation.board.event
    operations.note(
        action=f"link.{page}" if is_change else "link.lead",
        tenant=event.series.tenant_id,
        account=None,
        series=event.series_id,
        details={"event": event.slug},
        personal={"name": invitation.label, "from": operations.network_address(request.META)},
        now=timezone.now(),
    )


def note_sign_in(
    request: HttpRequest, account: Account, action: str, *, details: Mapping[str, str] | None = None
) -> None:
    """Note in each organisation of ``account`` that it signed in, or that somebody failed to."""
    for found in _memberships(account):
        operations.note(
            action=action,
            tenant=found.tenant,
            account=account.pk,
            role=found.roles[0],
            details=details,
            personal=_who(request, account),
            now=timezone.now(),
        )


def note_by_directory(
    request: HttpRequest,
    directory: Directory,
    action: str,
    *,
    account: Account | None,
    address: str = "",
    details: Mapping[str, str],
) -> None:
    """Note what an organisation's directory has changed or what was refused to somebody who came from it; ``address`` is whom it named."""
    named = _who(request, account) if account else {"account": address}
    operations.note(
        action=action,
        tenant=directory.tenant_id,
        account=account.pk if account else None,
        details=details,
        personal=named | {"from": operations.network_address(request.META), "filter": ""},
        now=timezone.now(),
    )


def _shows_people(page: str, method: str) -> bool:
    if page in ANYWHERE or page in OWN:
        return page in SHOWS_PEOPLE
    return needed(page, method) in PERSONAL


def _where(request: HttpRequest, account: Account, page: str, parts: dict[str, Any]) -> list[SeriesAccess]:
    """Return whose trail it goes into: what concerns the account or the common catalogue, that of each of its organisations."""
    in_series = access_in_series(request)
    if in_series is not None:
        return [in_series] if in_series.tenant else []
    if page in IN_ORGANISATION:
        return _memberships(account, tenant__slug=parts["organisation"])
    permission = needed(page, str(request.method))
    if permission == Permission.EDIT_SERIES:
        return []  # what was read or typed has not become a series, which would say whose it is
    return [one for one in _memberships(account) if permission is None or permission in one.permissions]


def _memberships(account: Account, **which: str) -> list[SeriesAccess]:
    held = Membership.objects.filter(account=account, ended_at=None, **which)
    return [SeriesAccess(0, one.tenant_id, (one.role,)) for one in held]


def _who(request: HttpRequest, account: Account) -> dict[str, str]:
    """Return what names people: who it was, from where, and the words and filters of a list."""
    return {
        "account": account.email,
        "name": account.name,
        "from": operations.network_address(request.META),
        "filter": request.GET.urlencode()[:1000],
    }
