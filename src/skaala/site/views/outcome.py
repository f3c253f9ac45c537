"""What came of it, for one person: her own statements, and in which next steps she takes part."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from skaala.registration.models import Registration
from skaala.reports import operations
from skaala.reports import queries as reports
from skaala.reports import queries_commitments as queries
from skaala.reports.queries_outcome import citing
from skaala.series import naming
from skaala.series.models import Series
from skaala.site.own_statements import what_became_of
from skaala.site.views.personal import behind_link
from skaala.workshops import queries as boards
from skaala.workshops.models import Participant
from skaala.workshops.pseudonym import pseudonym_of


@behind_link
def outcome(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Show what became of each of her statements on all boards, and what she takes part in; take that back on a press."""
    here = reverse("site:personal-outcome", args=[token])
    if request.method == "POST":
        try:
            chosen = uuid.UUID(request.POST.get("commitment", ""))
        except ValueError:
            return HttpResponseRedirect(here)
        gone = operations.withdraw_commitment(registration=registration, commitment_id=chosen)
        return HttpResponseRedirect(f"{here}?withdrawn" if gone else here)
    series = registration.series
    # Worked out for this one page by the key outside the database, and kept nowhere.
    participant = boards.find_participant(pseudonym_of(registration.pk, series), series_id=series.pk)
    version = reports.latest_version(series)
    context = {
        "series": series,
        "token": token,
        "version": version if version is not None and not version.is_replaced else None,
        "boards": _own_statements(series, participant) if participant is not None else [],
        "commitments": [
            {"commitment": one, "event": naming.heading(one.board.event)}
            for one in queries.commitments_of(registration)
        ],
        "is_withdrawn": "withdrawn" in request.GET,
    }
    return render(request, "site/outcome.html", context)


def _own_statements(series: Series, participant: Participant) -> list[dict[str, Any]]:
    """By board, what she wrote there first, what came of it, and which published findings rest on it."""
    cited = citing(series, get_language() or "fi")
    found = []
    for board in boards.boards_in(series):
        own = [each for each in boards.own_statements(board, participant) if not each.carried_from_id]
        if own:
            found.append({"heading": naming.heading(board.event), "rows": what_became_of(own, board, cited)})
    return found
