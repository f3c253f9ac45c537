"""Reading the audit trail."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from skaala.people.models import AuditEntry, Tenant

# What shows one person's data, and what gives out the data of everybody who has registered.
ONE_PERSON = (
    *("see.person", "see.certificate", "see.person-events", "see.restore-person", "see.address", "see.link"),
    *("see.email", "see.email-page", "see.email-file"),
    *("link.entrance-code", "link.check-in"),
)
EVERYBODY = (
    *("see.export", "see.answers", "see.registrations", "see.waiting", "see.mentions"),
    *("see.door", "see.came", "see.emails"),
    "link.helper",
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


def entries(
    tenant: Tenant,
    *,
    words: str = "",
    kind: str = "",
    shared: Iterable[tuple[int, datetime, datetime | None]] = (),
    whose: Iterable[UUID] = (),
) -> QuerySet[AuditEntry]:
    """
    Return the entries of an organisation, the newest first.

    :param kind: “see”, “do” or “sign-in”
    :param whose: registrations whose people are meant by ``words``, for who may see people
    :param shared: series that others share with it, since when and until when: their entries of that time are among them
    """
    of_partner = Q(pk__in=[])
    for series, since, until in shared:
        in_time = Q(series_number=series, at__gte=since)
        of_partner |= in_time & Q(at__lte=until) if until else in_time
    found = (
        AuditEntry.objects.filter(Q(tenant=tenant) | of_partner)
        .select_related("personal", "tenant")
        .order_by("-pk")
    )
    if kind in {"see", "do"}:
        found = found.filter(action__startswith=f"{kind}.")
    elif kind:
        found = found.filter(action__startswith="sign-in")
    if words:
        in_own = Q(tenant=tenant, personal__content__icontains=words)
        about = Q(tenant=tenant, personal__registration__in=list(whose))
        found = found.filter(Q(action__icontains=words) | in_own | about)
    return found


def row(entry: AuditEntry, *, reader: Tenant) -> Row:
    """Return an entry as a list of ``reader`` shows it: of another organisation's who acted, but not from where."""
    personal = getattr(entry, "personal", None)
    content = json.loads(personal.content) if personal else {}
    if entry.tenant_id != reader.pk:
        content = {name: content[name] for name in ("name",) if name in content}
    return Row(entry, content)


def openings(*, registration: UUID, series: int, since: datetime, most: int = 50) -> list[Opening]:
    """Return who opened a person's page, and the lists and files they were in, the latest first."""
    found = (
        AuditEntry.objects.filter(series_number=series, at__gte=since)
        .filter(Q(action__in=EVERYBODY) | Q(action__in=ONE_PERSON, personal__registration=registration))
        .select_related("tenant")
        .order_by("-pk")[:most]
    )
    # Somebody of a partner organisation acted in the series of another, whose trail it is.
    partners = {
        one.slug: one for one in Tenant.objects.filter(slug__in=[_partner_of(each) for each in found])
    }
    return [
        Opening(entry.at, entry.action, entry.role, partners.get(_partner_of(entry), entry.tenant))
        for entry in found
    ]


def _partner_of(entry: AuditEntry) -> str:
    return str(entry.details.get("partner", ""))
