"""Is a municipality ready for an action? A profile with a next step for each no; nothing is saved."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from skaala.catalogue.presenters.readiness import readiness_lines
from skaala.site.catalogue.forms.readiness import ReadinessForm
from skaala.site.catalogue.views.actions import action_or_404


def readiness(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask the questions, and show the profile above them once they are answered."""
    action = action_or_404(slug)
    form = ReadinessForm(request.GET or None)
    place = form.cleaned_data["place"] if form.is_bound and form.is_valid() else None
    lines = readiness_lines(action, place, form.cleaned_data) if place else []
    return render(
        request,
        "site/catalogue/readiness.html",
        {"action": action, "form": form, "place": place, "lines": lines},
        status=422 if form.errors else 200,
    )
