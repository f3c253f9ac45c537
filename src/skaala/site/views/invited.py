"""The registration form behind an invitation link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.registration.invitation_link import read_token
from skaala.registration.queries.ways_in import holds
from skaala.series import queries
from skaala.site.invited import open_for
from skaala.site.present import series_page
from skaala.site.private import keep_private
from skaala.site.same_origin import form_without_session
from skaala.site.views.register import show_or_register


@form_without_session
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form with the events open that the invitation opens; say so where it has ended."""
    now = timezone.now()
    invitation = read_token(token)
    series = queries.find_public_series(invitation.series.slug, now=now) if invitation else None
    if invitation is None or series is None:
        response = render(request, "site/no_invitation.html", status=404)
    elif request.method != "POST" and not holds(invitation, now=now):  # what was typed is not thrown away
        response = render(request, "site/no_invitation.html", {"series": series}, status=410)
    else:
        page, by = open_for(invitation, series_page(series, now=now), now=now)
        response = show_or_register(request, page, now=now, invited=by)
    return keep_private(response)
