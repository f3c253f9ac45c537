"""Reading the audit trail."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from skaala.people.models import AuditEntry, Tenant

# What shows one person's data, and what gives out the data of everybody who has registered.
ONE_PERSON = (
    *("see.person", "see.certificate", "see.person-events", "see.address", "see.link"),
    *("see.email", "see.email-page", "see.email-file"),
)
EVERYBODY = (
    *("see.export", "see.answers", "see.registrations", "see.waiting", "see.mentions"),
    *("see.door", "see.came", "see.emails"),
)


@dataclass(frozen=True)
class Row:
    """An entry with what is left of its personal part."""

    entry: AuditEntry
    personal: dict[str, Any]


@dataclass(frozen=True)
class Opening:
    """Somebody looked at a person's data: when, in which role, and what they opened (a key of the messages)."""

    at: datetime
    action: str
    role: str
    tenant: Tenant


def entries(tenant: Tenant, *, words: str = "", kind: str = "") -> QuerySet[AuditEntry]:
    """Return the entries of an organisation, the newest first; ``kind`` is “see”, “do” or “sign-in”."""
    found = AuditEntry.objects.filter(tenant=tenant).select_related("personal").order_by("-pk")
    if kind in {"see", "do"}:
        found = found.filter(action__startswith=f"{kind}.")
    elif kind:
        found = found.filter(action__startswith="sign-in")
    if words:
        found = found.filter(Q(action__icontains=words) | Q(personal__content__icontains=words))
    return found


def row(entry: AuditEntry) -> Row:
    """Return an entry as a list shows it."""
    personal = getattr(entry, "personal", None)
    return Row(entry, json.loads(personal.content) if personal else {})


def openings(*, registration: UUID, series: int, since: datetime, most: int = 50) -> list[Opening]:
    """Return who opened a person's page, and the lists and files they were in, the latest first."""
    found = (
        AuditEntry.objects.filter(series_number=series, at__gte=since)
        .filter(Q(action__in=EVERYBODY) | Q(action__in=ONE_PERSON, personal__registration=registration))
        .select_related("tenant")
        .order_by("-pk")[:most]
    )
    return [Opening(entry.at, entry.action, entry.role, entry.tenant) for entry in found]
