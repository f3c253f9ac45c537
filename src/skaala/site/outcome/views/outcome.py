"""What came of it, for one person: the report, and in which next steps they take part."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue.queries.steps import public_actions_by_root
from skaala.registration.models import Registration
from skaala.reports import queries as reports
from skaala.reports.commitments import operations, queries
from skaala.series.presenters import naming
from skaala.site.personal.views import behind_link


@behind_link
def outcome(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Show what they take part in, and lead to the report and to their statements; take a part back on a press."""
    here = reverse("site:personal-outcome", args=[token])
    if request.method == "POST":
        try:
            chosen = uuid.UUID(request.POST.get("commitment", ""))
        except ValueError:
            return HttpResponseRedirect(here)
        gone = operations.withdraw_commitment(registration=registration, commitment_id=chosen)
        return HttpResponseRedirect(f"{here}?withdrawn" if gone else here)
    series = registration.series
    version = reports.latest_version(series)
    commitments = queries.commitments_of(registration)
    actions = public_actions_by_root([one.root_id for one in commitments], now=timezone.now())
    context = {
        "series": series,
        "token": token,
        "version": version if version is not None and not version.is_replaced else None,
        "commitments": [
            {
                "commitment": one,
                "event": naming.heading(one.board.event),
                "actions": actions.get(one.root_id, []),
            }
            for one in commitments
        ],
        "is_withdrawn": "withdrawn" in request.GET,
    }
    return render(request, "site/outcome/outcome.html", context)
