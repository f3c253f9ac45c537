"""Who did what, as a list and as a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from skaala.desk.frame.access import may
from skaala.people.messages import ROLES, action_words, detail_words
from skaala.people.models import AuditEntry, Tenant
from skaala.people.queries import audit as queries
from skaala.registration.models import Registration
from skaala.registration.queries import find_people, named_like
from skaala.series.presenters.naming import dated_title
from skaala.series.queries import spans_of

A_PAGE = 100
MOST = 100_000


def audit(request: HttpRequest, organisation: str) -> HttpResponse:
    """List entries, the newest first."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    found = _wanted(request, tenant)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    people = _people(request, tenant, page)
    titles = {one.pk: dated_title(one) for one in tenant.series.all()}
    kinds = [("", _("Everything")), ("see", _("Opened")), ("do", _("Changed")), ("sign-in", _("Sign-ins"))]
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "tenant": tenant,
        "page": page,
        "rows": [_shown(entry, tenant, people, titles) for entry in page],
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
        whose=_meant(request, tenant),
        shared=[(one.series, one.since, one.until) for one in spans_of(tenant)],
    )


def _meant(request: HttpRequest, tenant: Tenant) -> list[UUID]:
    """Whose registrations the words of the search mean, for who may see people."""
    words = request.GET.get("q", "").strip()[:200]
    return named_like(words, tenant=tenant) if words and may(request, "person") else []


def _people(request: HttpRequest, tenant: Tenant, page: Iterable[AuditEntry]) -> dict[UUID, Registration]:
    """Those whose data the entries are about, as far as they are still there and whoever asks may see people."""
    if not may(request, "person"):
        return {}
    asked = [_registration(entry) for entry in page if entry.tenant_id == tenant.pk]
    return find_people([one for one in asked if one is not None], tenant=tenant)


def _registration(entry: AuditEntry) -> UUID | None:
    personal = getattr(entry, "personal", None)
    return personal.registration if personal else None


def _shown(
    entry: AuditEntry, tenant: Tenant, people: Mapping[UUID, Registration], titles: Mapping[int, str]
) -> dict[str, Any]:
    row = queries.row(entry, reader=tenant)
    number = _registration(entry)
    return {
        "whose": people.get(number) if number else None,
        "series": titles.get(entry.series_number or 0, ""),
        "entry": entry,
        "owner": entry.tenant.name if entry.tenant_id != tenant.pk else "",
        "words": action_words(entry.action),
        "who": row.personal.get("name") or row.personal.get("account", ""),
        "role": ROLES.get(entry.role, ""),
        "from": row.personal.get("from", ""),
        "filter": row.personal.get("filter", ""),
        # The title says it better.
        "details": detail_words({name: part for name, part in entry.details.items() if name != "slug"}),
    }
