"""Writing the audit trail, and chaining it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from skaala.people.models import AuditEntry, AuditLink, AuditPersonal, Tenant
from skaala.people.rules import audit_chain

# Any number that no other advisory lock of ours has.
LOCK = 7_202_314
AT_ONCE = 5_000


@transaction.atomic
def note(
    *,
    action: str,
    tenant: int,
    account: int | None,
    now: datetime,
    role: str = "",
    series: int | None = None,
    registration: UUID | None = None,
    details: Mapping[str, Any] | None = None,
    personal: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """
    Note what somebody did, within the caller's transaction. No request waits for another: the chain is made later.

    :param details: what is kept for good; nothing in it may name a person
    :param personal: what names people; destroyed with the series
    """
    salt, content = secrets.token_hex(16), audit_chain.canonical(personal or {})
    entry = AuditEntry.objects.create(
        at=now,
        tenant_id=tenant,
        action=action,
        account_number=account,
        role=role,
        series_number=series,
        details=dict(details or {}),
        personal_digest=audit_chain.digest_of_personal(salt, content) if personal else "",
    )
    if personal:
        AuditPersonal.objects.create(
            entry=entry, series_number=series, registration=registration, salt=salt, content=content
        )
    return entry


def chain_entries() -> int:
    """
    Give each entry that has none its link, one organisation after the other.

    :returns: how many
    """
    return sum(_chain(tenant_id) for tenant_id in Tenant.objects.values_list("pk", flat=True))


def entry_text(entry: AuditEntry) -> str:
    """Return what the digest of an entry's link covers."""
    return audit_chain.entry_as_text(
        number=entry.pk,
        at=entry.at,
        tenant=entry.tenant_id,
        action=entry.action,
        account=entry.account_number,
        role=entry.role,
        series=entry.series_number,
        details=entry.details,
        personal_digest=entry.personal_digest,
    )


@transaction.atomic
def _chain(tenant_id: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, tenant_id])
    last = AuditLink.objects.filter(tenant_id=tenant_id).order_by("-position").first()
    position, digest = (last.position, last.digest) if last else (0, audit_chain.START)
    links = []
    for entry in AuditEntry.objects.filter(tenant_id=tenant_id, link=None).order_by("pk")[:AT_ONCE]:
        position, digest = position + 1, audit_chain.next_digest(digest, entry_text(entry))
        links.append(AuditLink(tenant_id=tenant_id, position=position, entry=entry, digest=digest))
    AuditLink.objects.bulk_create(links)
    return len(links)
