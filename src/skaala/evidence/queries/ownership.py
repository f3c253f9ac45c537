"""Who may change a word of the vocabulary or a support measure, which all organisations see."""

from __future__ import annotations

from skaala.evidence.models import Bottleneck, SupportMeasure
from skaala.people.models import Tenant


def may_edit(record: Bottleneck | SupportMeasure, *, tenant: Tenant) -> bool:
    """Say whether members of ``tenant`` may change it: theirs, and nobody's as long as there is no other organisation."""
    if record.tenant_id is not None:
        return record.tenant_id == tenant.pk
    return record.pk is None or is_alone(tenant)


def is_alone(tenant: Tenant) -> bool:
    """Say whether no other organisation works here."""
    return not Tenant.objects.exclude(pk=tenant.pk).exists()
