"""Beside a workshop's results: a municipality is interested in what somebody said, or can help; never a vote."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue.models import Action
from skaala.catalogue.operations import action_from_statement, follow_ups
from skaala.catalogue.queries import is_public_statement
from skaala.people.operations import hit, network_address
from skaala.series.presenters import naming
from skaala.site.catalogue.forms.follow_up import BoardInterestForm
from skaala.site.catalogue.views.follow_up import LIMIT, WITHIN, take_interest
from skaala.site.http.lookups import event_or_404, series_or_404
from skaala.ui.errors import too_many_requests
from skaala.ui.same_origin import form_without_session
from skaala.workshops import queries as boards
from skaala.workshops.models import Board, Statement


@form_without_session
def board_interest(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """
    Take an interest in a statement, or an offer of help.

    The statement becomes a draft of an action, as it does when an editor presses; nothing is public before an editor agrees.
    """
    now = timezone.now()
    event = event_or_404(series_or_404(request, slug, now=now), event_slug)
    board = boards.find_board_of(event)
    if board is None or not boards.results_are_public(board):
        raise Http404
    statements = _open_statements(board)
    form = BoardInterestForm(request.POST or None, statements=statements)
    if request.method == "POST" and form.is_valid():
        if wait := hit(
            purpose="follow-up", caller=network_address(request.META), limit=LIMIT, within=WITHIN, now=now
        ):
            return too_many_requests(request, wait)
        action = action_from_statement(statement=form.statement(), now=now)
        try:
            take_interest(action, form, now=now)
        except follow_ups.TooManyFollowUps as refused:
            return too_many_requests(request, refused.wait)
        sent = "1" if form.cleaned_data["email"] else "noted"
        return redirect(f"{reverse('site:board-interest', args=[slug, event_slug])}?sent={sent}")
    sent = request.GET.get("sent", "") if request.method == "GET" else ""
    context = {
        "series": board.event.series,
        "event": board.event,
        "heading": naming.heading(board.event),
        "form": form,
        "is_sent": sent == "1",
        "is_noted": sent == "noted",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "site/catalogue/board_interest.html", context, status=status)


def _open_statements(board: Board) -> list[Statement]:
    """Return the statements that everybody may read, but for those whose action an editor has withdrawn."""
    now = timezone.now()
    withdrawn = set(
        Action.objects.filter(state=Action.State.WITHDRAWN, statement__isnull=False).values_list(
            "statement__root", flat=True
        )
    )
    return [
        one
        for one in boards.shown_statements(board).select_related("board__event__series")
        if one.root_id not in withdrawn and is_public_statement(one, now=now)
    ]
