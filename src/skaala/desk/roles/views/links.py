"""Ending a link by which somebody without an account works on the series."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.trail import remember_details
from skaala.desk.roles.presenters import HELPER
from skaala.registration.models import HelperLink
from skaala.registration.operations import end_helper_link
from skaala.series.models import Series
from skaala.workshops.models import Invitation
from skaala.workshops.operations import take_invitation_back


@require_POST
def end_series_link(request: HttpRequest, slug: str) -> HttpResponse:
    """End a link by which somebody without an account works on the series."""
    series = find_series(slug)
    kind = request.POST.get("kind", "")
    try:
        key = uuid.UUID(request.POST.get("link", ""))
    except ValueError:
        return redirect("desk:series-roles", slug)
    if _end_link(series, kind, key, now=timezone.now()):
        remember_details(request, kind=kind[:20])
        messages.success(request, _("The link no longer works."))
    return redirect("desk:series-roles", slug)


def _end_link(series: Series, kind: str, key: uuid.UUID, *, now: datetime) -> bool:
    """End a link of the series; says whether there was one."""
    if kind == HELPER:
        link = HelperLink.objects.filter(event__series=series, pk=key).first()
        if link is not None:
            end_helper_link(link=link, now=now)
        return link is not None
    invitation = (
        Invitation.objects.filter(board__event__series=series, pk=key).select_related("board").first()
    )
    if invitation is not None:
        take_invitation_back(board=invitation.board, invitation_id=key)
    return invitation is not None
