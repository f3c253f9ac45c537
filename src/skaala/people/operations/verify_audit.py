"""Checking that the audit trail is whole: nothing changed, removed or cut off."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from skaala.people.models import AuditEntry, AuditLink, AuditPersonal, Tenant
from skaala.people.operations import forget_audit
from skaala.people.operations.audit import entry_text
from skaala.people.rules import audit_chain

log = logging.getLogger(__name__)

# The worker chains every minute; an entry that has waited for longer shows that something is wrong.
LATEST = timedelta(minutes=10)
BEGINNING = '{"tenant":'
"""How the line of a head begins, whatever a log has put before it."""


@dataclass(frozen=True)
class Head:
    """The last link of a chain as it was written down elsewhere."""

    tenant: str
    position: int
    digest: str

    def as_line(self) -> str:
        """Return it as one line to be kept."""
        return json.dumps({"tenant": self.tenant, "position": self.position, "digest": self.digest})


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


def read_heads(lines: Iterable[str]) -> list[Head]:
    """Return the heads in lines that were kept: those of `skaala audit heads`, or of a log among others."""
    found = [line[line.index(BEGINNING) :] for line in lines if BEGINNING in line]
    return [Head(**json.JSONDecoder().raw_decode(line)[0]) for line in found]


def note_heads() -> None:
    """Write the head of each chain to the log, which is kept where this program cannot change it."""
    for head in heads():
        log.info("audit head %s", head.as_line())


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
    destroyed = _Destroyed(tenant)
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
        elif (personal := AuditPersonal.objects.filter(entry=entry).first()) is None:
            if entry.personal_digest and not destroyed.has(entry):
                yield Fault(tenant.slug, link.position, "the personal part has been removed")
        elif entry.personal_digest != audit_chain.digest_of_personal(personal.salt, personal.content):
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


class _Destroyed:
    """What the trail itself says was destroyed, as it had to be."""

    def __init__(self, tenant: Tenant) -> None:
        noted = AuditEntry.objects.filter(tenant=tenant)
        # The last time of each series: what was noted about it later is still there.
        self._series: dict[int | None, int] = dict(
            noted.filter(action=forget_audit.OF_SERIES).order_by("pk").values_list("series_number", "pk")
        )
        self._of_one: set[int] = set()
        for details in noted.filter(action=forget_audit.OF_ONE).values_list("details", flat=True):
            self._of_one.update(details.get("entries", []))
        # Until when, by the series; 0 is none.
        self._before: dict[int, datetime] = {}
        for details in (
            noted.filter(action=forget_audit.BY_DATE).order_by("pk").values_list("details", flat=True)
        ):
            until = datetime.fromisoformat(details["before"])
            self._before |= dict.fromkeys(details["series"], until)

    def has(self, entry: AuditEntry) -> bool:
        if entry.pk in self._of_one or entry.pk < self._series.get(entry.series_number, 0):
            return True
        until = self._before.get(entry.series_number or 0)
        return until is not None and entry.at < until
