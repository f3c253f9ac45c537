"""What somebody wrote and voted in a series, by the key in their browser: to read, to take along and to erase. No name is here."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from skaala.registration.queries.workspaces import registration_with
from skaala.reports.queries.outcome import cited_findings
from skaala.series.models import Series
from skaala.series.presenters import naming
from skaala.series.queries import find_series
from skaala.site.board.presenters.became import what_became_of
from skaala.site.board.presenters.own_data import on_boards
from skaala.site.board.views.open_workspace import opens_to, private_form
from skaala.site.board.views.workspace_cookie import forget_key, key_in, participant_in
from skaala.site.http.offered import offer_languages_of
from skaala.ui.languages import reader_language
from skaala.workshops import queries, rules
from skaala.workshops.models import Participant
from skaala.workshops.operations.erase import erase_own


@private_form
def own(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what became of each of their statements on all boards, and the way into those that are open."""
    series, participant = _who(request, slug)
    if series is None or (participant is None and key_in(request, series) is None):
        return _no_key(request, series)
    key = key_in(request, series)
    registration = registration_with(key, series) if key is not None else None
    context = {
        "series": series,
        "participant": participant,
        "boards": _own_statements(series, participant) if participant is not None else [],
        "open_boards": [
            {"heading": naming.heading(board.event), "url": reverse("site:board", args=[board.code])}
            for board in queries.boards_in(series)
            if rules.is_open(board.phase) and opens_to(board, registration, participant)
        ],
        "is_erased": "erased" in request.GET,
    }
    return render(request, "site/board/own.html", context)


@private_form
def data(request: HttpRequest, slug: str) -> HttpResponse:
    """Give what is stored under their participant id, as a file that programs can read; a name is not among it."""
    series, participant = _who(request, slug)
    if series is None or participant is None:
        return _no_key(request, series)
    found = {
        "series": {"address": series.slug, "title": series.title.as_dict()},
        "participant": {
            "perspective": participant.perspective,
            "size_class": participant.size_class,
            "is_guest": participant.is_guest,
            "joined_on": participant.joined_on.isoformat(),
        },
        "boards": on_boards(series, participant),
    }
    content = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="skaala-workspaces.json"'
    return response


@private_form
def erase(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask whether to remove their votes; do so on a POST alone."""
    series, participant = _who(request, slug)
    if series is None or participant is None:
        return _no_key(request, series)
    if request.method != "POST":
        return render(request, "site/board/erase.html", {"series": series})
    erase_own(participant=participant)
    response = HttpResponseRedirect(f"{reverse('site:own', args=[series.slug])}?erased=1")
    if participant.is_guest:
        forget_key(response, series)
    return response


def _who(request: HttpRequest, slug: str) -> tuple[Series | None, Participant | None]:
    series = find_series(slug)
    if series is not None:
        offer_languages_of(request, series)
    return series, participant_in(request, series) if series is not None else None


def _no_key(request: HttpRequest, series: Series | None) -> HttpResponse:
    return render(request, "site/board/no_key.html", {"series": series}, status=404)


def _own_statements(series: Series, participant: Participant) -> list[dict[str, Any]]:
    """By board, what they wrote there first, what came of it, and which published findings rest on it."""
    cited = cited_findings(series, reader_language())
    found = []
    for board in queries.boards_in(series):
        mine = [each for each in queries.own_statements(board, participant) if not each.carried_from_id]
        if mine:
            rows = what_became_of(mine, board, cited)
            found.append({"heading": naming.heading(board.event), "rows": rows})
    return found
