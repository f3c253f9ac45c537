"""An action made of a statement or a finding with one press."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.catalogue import operations
from skaala.desk.frame.lookups import find_series, or_404
from skaala.reports.models import Finding
from skaala.workshops.models import Statement


@require_POST
def make_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Make an action, or open the one made before; its texts are then completed by the editor."""
    series = find_series(slug)
    now = timezone.now()
    if identifier := _uuid(request.POST.get("statement", "")):
        statements = Statement.objects.select_related("board__event__series", "root")
        statement = or_404(statements.filter(pk=identifier, board__event__series=series).first())
        if statement.board.is_rehearsal:
            raise Http404
        action = operations.action_from_statement(statement=statement, now=now)
    elif identifier := _uuid(request.POST.get("finding", "")):
        found = Finding.objects.select_related("report__series").filter(pk=identifier, report__series=series)
        action = operations.action_from_finding(finding=or_404(found.first()), now=now)
    else:
        raise Http404
    messages.info(request, _("This action comes from the series. Add its owner and publish it."))
    return redirect("desk:action", action.pk)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
