"""An action made of a statement, a claim or a finding with one press."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.catalogue import operations
from skaala.catalogue.models import Action
from skaala.desk.frame.lookups import find_series, or_404
from skaala.reports.claims.queries import find_claim
from skaala.reports.models import Finding
from skaala.series.models import Series
from skaala.workshops.models import Statement


@require_POST
def make_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Make an action, or open the one made before; its texts are then completed by the editor."""
    try:
        action = _make_action(request, find_series(slug), now=timezone.now())
    except operations.UnableToMakeAction as refused:
        raise Http404 from refused
    messages.info(request, _("This action keeps its origin. Add its owner and publish it."))
    return redirect("desk:action", action.pk)


def _make_action(request: HttpRequest, series: Series, *, now: datetime) -> Action:
    if identifier := _uuid(request.POST.get("statement", "")):
        statements = Statement.objects.select_related("board__event__series", "root")
        statement = or_404(statements.filter(pk=identifier, board__event__series=series).first())
        return operations.action_from_statement(statement=statement, now=now)
    if key := request.POST.get("claim", ""):
        claim = or_404(find_claim(series, key))
        return operations.action_from_claim(series=series, claim=claim, now=now)
    if identifier := _uuid(request.POST.get("finding", "")):
        found = Finding.objects.select_related("report__series").filter(pk=identifier, report__series=series)
        return operations.action_from_finding(finding=or_404(found.first()), now=now)
    raise Http404


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
