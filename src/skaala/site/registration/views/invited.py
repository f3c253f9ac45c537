"""The registration form behind an invitation link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.registration.links.invitation import read_token
from skaala.registration.queries.invitations import holds
from skaala.series import queries
from skaala.site.announcement.presenters.pages import series_page
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.private import keep_private
from skaala.site.registration.presenters import open_for
from skaala.site.registration.views.register import show_or_register
from skaala.ui.same_origin import form_without_session


@form_without_session
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form with the events open that the invitation opens; say so where it has ended."""
    now = timezone.now()
    invitation = read_token(token)
    series = queries.find_public_series(invitation.series.slug, now=now) if invitation else None
    if series is not None:
        offer_languages_of(request, series)
    if invitation is None or series is None:
        response = render(request, "site/registration/invalid_invitation.html", status=404)
    elif request.method != "POST" and not holds(invitation, now=now):  # what was typed is not thrown away
        response = render(
            request, "site/registration/invalid_invitation.html", {"series": series}, status=410
        )
    else:
        page, by = open_for(invitation, series_page(series, now=now), now=now)
        response = show_or_register(request, page, now=now, invited=by)
    return keep_private(response)
