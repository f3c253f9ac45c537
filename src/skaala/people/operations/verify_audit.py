"""Checking that the audit trail is whole: nothing changed, removed or cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from skaala.people.models import AuditEntry, AuditLink, AuditPersonal, Tenant
from skaala.people.operations.audit import entry_text
from skaala.people.rules import audit_chain

# The worker chains every minute; an entry that has waited for longer shows that something is wrong.
LATEST = timedelta(minutes=10)


@dataclass(frozen=True)
class Head:
    """The last link of a chain as it was written down elsewhere."""

    tenant: str
    position: int
    digest: str


@dataclass(frozen=True)
class Fault:
    """Something that does not hold, in which organisation and at which place."""

    tenant: str
    position: int
    what: str


def heads() -> list[Head]:
    """Return the present head of each chain, to be written down elsewhere."""
    found = []
    for tenant in Tenant.objects.all():
        last = AuditLink.objects.filter(tenant=tenant).order_by("-position").first()
        if last is not None:
            found.append(Head(tenant.slug, last.position, last.digest))
    return found


def verify(*, known: Iterable[Head] = (), now: datetime) -> list[Fault]:
    """
    Return what is wrong with the chains.

    :param known: heads written down earlier; without them rows cut off at the end cannot be noticed
    """
    by_tenant: dict[str, list[Head]] = {}
    for head in known:
        by_tenant.setdefault(head.tenant, []).append(head)
    faults: list[Fault] = []
    for tenant in Tenant.objects.all():
        faults += _faults(tenant, by_tenant.pop(tenant.slug, []), now=now)
    faults += [Fault(slug, 0, "the organisation is gone") for slug in by_tenant]
    return faults


def _faults(tenant: Tenant, known: list[Head], *, now: datetime) -> Iterator[Fault]:
    expected = {head.position: head.digest for head in known}
    before, last = audit_chain.START, 0
    for link in AuditLink.objects.filter(tenant=tenant).order_by("position").iterator():
        if link.position != last + 1:
            yield Fault(tenant.slug, last + 1, "links have been removed")
            before = ""
        entry = AuditEntry.objects.filter(pk=link.entry_id).first()
        if entry is None:
            yield Fault(tenant.slug, link.position, "the entry has been removed")
        elif before and link.digest != audit_chain.next_digest(before, entry_text(entry)):
            yield Fault(tenant.slug, link.position, "the entry or its link has been changed")
        elif not _is_bound(entry):
            yield Fault(tenant.slug, link.position, "the personal part has been changed")
        if expected.pop(link.position, link.digest) != link.digest:
            yield Fault(
                tenant.slug,
                link.position,
                "the chain has been made again: it differs from a head written down",
            )
        before, last = link.digest, link.position
    for position in expected:
        yield Fault(tenant.slug, position, "the end has been cut off: a head written down is missing")
    late = AuditEntry.objects.filter(tenant=tenant, link=None, at__lt=now - LATEST).count()
    if late:
        yield Fault(tenant.slug, last, f"{late} entries wait for their link; does the worker run?")


def _is_bound(entry: AuditEntry) -> bool:
    personal = AuditPersonal.objects.filter(entry=entry).first()
    if personal is None:  # destroyed with the series, or there was none
        return True
    return entry.personal_digest == audit_chain.digest_of_personal(personal.salt, personal.content)
