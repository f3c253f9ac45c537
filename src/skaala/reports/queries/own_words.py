"""Where reports use an organisation's own words."""

from __future__ import annotations

from django.db.models import TextField
from django.db.models.functions import Cast

from skaala.reports.models import Report, Version


def is_in_report(tenant: int, which: str, code: str) -> bool:
    """Say whether votes kept with a report, published or not, have this code."""
    quoted = f'"{code}"'
    drafts = Report.objects.filter(series__tenant=tenant).annotate(kept=Cast("vote_snapshot", TextField()))
    versions = Version.objects.filter(report__series__tenant=tenant).annotate(
        kept=Cast("snapshot", TextField())
    )
    return any(found.filter(kept__contains=quoted).exists() for found in (drafts, versions))
