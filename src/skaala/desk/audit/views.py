"""Who did what, as a list and as a file."""

from __future__ import annotations

import json
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from skaala.people.messages import ROLES, action_words, detail_words
from skaala.people.models import AuditEntry, Tenant
from skaala.people.queries import audit as queries
from skaala.series.queries import spans_of

A_PAGE = 100
MOST = 100_000


def audit(request: HttpRequest, organisation: str) -> HttpResponse:
    """List entries, the newest first."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    found = _wanted(request, tenant)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    kinds = [("", _("Everything")), ("see", _("Opened")), ("do", _("Changed")), ("sign-in", _("Sign-ins"))]
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "tenant": tenant,
        "page": page,
        "rows": [_shown(entry, tenant) for entry in page],
        "kinds": kinds,
        "kind": request.GET.get("kind", ""),
        "words": request.GET.get("q", ""),
        "query": query.urlencode(),
    }
    return render(request, "desk/audit/audit.html", context)


def audit_file(request: HttpRequest, organisation: str) -> HttpResponse:
    """Give the entries as JSON lines, with their places in the chain."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    lines = []
    for entry in _wanted(request, tenant).select_related("link")[:MOST]:
        link = getattr(entry, "link", None)
        lines.append(
            json.dumps(
                {
                    "number": entry.pk,
                    "at": entry.at.isoformat(),
                    "action": entry.action,
                    "account": entry.account_number,
                    "role": entry.role,
                    "series": entry.series_number,
                    "details": entry.details,
                    "organisation": entry.tenant.slug,
                    "personal": queries.row(entry, reader=tenant).personal,
                    "position": link.position if link else None,
                    "digest": link.digest if link else None,
                },
                ensure_ascii=False,
            )
        )
    response = HttpResponse("\n".join(lines) + "\n", content_type="application/x-ndjson; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="audit-{tenant.slug}.jsonl"'
    return response


def _wanted(request: HttpRequest, tenant: Tenant) -> Any:
    return queries.entries(
        tenant,
        words=request.GET.get("q", "")[:200],
        kind=request.GET.get("kind", ""),
        shared=[(one.series, one.since, one.until) for one in spans_of(tenant)],
    )


def _shown(entry: AuditEntry, tenant: Tenant) -> dict[str, Any]:
    row = queries.row(entry, reader=tenant)
    return {
        "entry": entry,
        "owner": entry.tenant.name if entry.tenant_id != tenant.pk else "",
        "words": action_words(entry.action),
        "who": row.personal.get("name") or row.personal.get("account", ""),
        "role": ROLES.get(entry.role, ""),
        "from": row.personal.get("from", ""),
        "filter": row.personal.get("filter", ""),
        "details": detail_words(entry.details),
    }
