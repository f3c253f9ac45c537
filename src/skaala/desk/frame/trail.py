"""What of the organiser pages goes into the audit trail: each change, and each reading of personal data."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from skaala.desk.frame.permissions import IN_ORGANISATION, IN_SERIES, needed
from skaala.people import operations
from skaala.people.models import Account, Membership
from skaala.people.rules import Permission
from skaala.series.queries import SeriesAccess

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


def note_request(request: HttpRequest, page: str, parts: dict[str, Any], answer: HttpResponse) -> None:
    """Note a request that has been answered, if it changed something or showed personal data."""
    method = str(request.method)
    if answer.status_code >= 400 or not isinstance(request.user, Account):
        return
    if method in READING and needed(page, method) not in PERSONAL:
        return
    found = _where(request, request.user, page, parts)
    if found is None:
        return
    registration = parts.get("registration_id")
    operations.note(
        action=f"{'see' if method in READING else 'do'}.{page}",
        tenant=found.tenant,
        account=request.user.pk,
        role=found.roles[0] if found.roles else "",
        series=found.series or None,
        registration=registration if isinstance(registration, UUID) else None,
        details={name: str(part) for name, part in sorted(parts.items()) if name != "registration_id"},
        personal=_who(request, request.user),
        now=timezone.now(),
    )


def note_sign_in(request: HttpRequest, account: Account, action: str) -> None:
    """Note in each organisation of ``account`` that it signed in, or that somebody failed to."""
    for member in Membership.objects.filter(account=account, ended_at=None):
        operations.note(
            action=action,
            tenant=member.tenant_id,
            account=account.pk,
            role=member.role,
            personal=_who(request, account),
            now=timezone.now(),
        )


def _where(request: HttpRequest, account: Account, page: str, parts: dict[str, Any]) -> SeriesAccess | None:
    if page in IN_SERIES:
        found: SeriesAccess | None = getattr(request, "series_access", None)
        return found if found and found.tenant else None
    if page in IN_ORGANISATION:
        held = Membership.objects.filter(
            account=account, ended_at=None, tenant__slug=parts["organisation"]
        ).first()
        return SeriesAccess(0, held.tenant_id, (held.role,)) if held else None
    return None


def _who(request: HttpRequest, account: Account) -> dict[str, str]:
    """Return what names people: who it was, from where, and the words and filters of a list."""
    return {
        "account": account.email,
        "name": account.name,
        "from": operations.network_address(request.META),
        "filter": request.GET.urlencode()[:1000],
    }
