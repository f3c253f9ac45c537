"""The link that brings somebody's key, putting it into their browser, and their page in the series."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from skaala.registration.models import Registration
from skaala.registration.operations import open_workspace as take_key_into_use
from skaala.registration.queries.workspaces import permit_with, registration_with
from skaala.registration.renderers import qr_code
from skaala.registration.rules import workspace_key
from skaala.series.models import Series
from skaala.series.queries import find_series
from skaala.site.board.views.workspace_cookie import key_in, participant_in, remember_key
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.private import keep_private
from skaala.ui.same_origin import form_without_session
from skaala.workshops import queries, rules
from skaala.workshops.models import Board, Participant
from skaala.workshops.operations.enter import may_enter
from skaala.workshops.operations.rekey import join_guest, take_over_earlier_id

View = Callable[..., HttpResponse]


def private_form(view: View) -> View:
    """A page of one person, whose forms need no session."""

    @form_without_session
    @wraps(view)
    def kept(request: HttpRequest, *args: object, **parts: object) -> HttpResponse:
        return keep_private(view(request, *args, **parts))

    return kept


@private_form
def open_workspace(request: HttpRequest, key: str) -> HttpResponse:
    """Show a button; its press puts the key into the browser. Opening the link alone does nothing: mail scanners open links."""
    held = workspace_key.from_text(key)
    series = _series_of(held) if held is not None else None
    if held is None or series is None:
        return render(request, "site/board/no_key.html", status=404)
    offer_languages_of(request, series)
    guest = _guest_here(request, held, series)
    if request.method != "POST":
        return render(request, "site/board/open_workspace.html", {"series": series, "guest": guest})
    take_key_into_use(key=held)
    registration = registration_with(held, series)
    if registration is not None:
        take_over_earlier_id(registration=registration, key=held)
        if guest is not None and "join" in request.POST:
            join_guest(guest=guest, key=held, registration=registration)
    response = HttpResponseRedirect(_first_page(series, registration))
    remember_key(response, held, series)
    return response


def _series_of(key: bytes) -> Series | None:
    """Return the series that a key belongs to: by its permit, or where that has gone by what was written with it."""
    permit = permit_with(key)
    if permit is not None:
        return permit.series
    found = Participant.objects.filter(pk=workspace_key.participant_of(key)).select_related("series").first()
    return found.series if found else None


def _guest_here(request: HttpRequest, key: bytes, series: Series) -> Participant | None:
    """Return who took part in this browser as a guest, if the key is somebody else's."""
    here = participant_in(request, series)
    if here is None or not here.is_guest or here.pk == workspace_key.participant_of(key):
        return None
    return here


def opens_to(board: Board, registration: Registration | None, participant: Participant | None) -> bool:
    """Say whether a board opens to a browser: to whoever has a place at its event, and to guests who came to its door."""
    if registration is not None and may_enter(registration, board):
        return True
    return participant is not None and queries.admission_of(board, participant) is not None


def _first_page(series: Series, registration: Registration | None) -> str:
    """Return the address of the one workspace that is open to them, or of their page in the series."""
    open_ones = [
        board
        for board in queries.boards_in(series)
        if board.phase in rules.RUNNING and opens_to(board, registration, None)
    ]
    if len(open_ones) == 1:
        return reverse("site:board", args=[open_ones[0].code])
    return reverse("site:own", args=[series.slug])


@private_form
def other_device(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the link with the key as a code to photograph, on a press: it is on no page that one shares with a room."""
    series = find_series(slug)
    if series is not None:
        offer_languages_of(request, series)
    key = key_in(request, series) if series is not None else None
    if series is None or key is None:
        return render(request, "site/board/no_key.html", {"series": series}, status=404)
    url = code = ""
    if request.method == "POST":
        url = request.build_absolute_uri(reverse("site:workspace-link", args=[workspace_key.as_text(key)]))
        code = qr_code.svg_of(url)
    return render(request, "site/board/other_device.html", {"series": series, "url": url, "code": code})
