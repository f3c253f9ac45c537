"""A municipality describes an action without an account; an editor confirms it."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue import operations
from skaala.people.operations import hit, network_address
from skaala.site.catalogue.forms.submit import SubmitForm
from skaala.ui.errors import too_many_requests
from skaala.ui.languages import reader_language
from skaala.ui.same_origin import form_without_session

LIMIT, WITHIN = 10, timedelta(hours=1)


@form_without_session
def submit(request: HttpRequest) -> HttpResponse:
    """Ask what the municipality does, and put it before an editor."""
    form = SubmitForm(request.POST or None, initial={"municipality": request.GET.get("place", "")[:100]})
    status = 200
    if request.method == "POST":
        now = timezone.now()
        if form.is_valid():
            wait = hit(
                purpose="submission",
                caller=network_address(request.META),
                limit=LIMIT,
                within=WITHIN,
                now=now,
            )
            if wait:
                return too_many_requests(request, wait)
            action = operations.save_action(action=form.action(), now=now)
            if form.cleaned_data["contact_email"]:
                operations.save_contact(
                    action=action,
                    name=form.cleaned_data["contact_name"],
                    email=form.cleaned_data["contact_email"],
                    job_title="",
                    language=reader_language(),
                    today=timezone.localdate(now),
                )
            return redirect(reverse("site:submit-action") + "?sent=1")
        status = 422
    is_sent = request.GET.get("sent") == "1" and request.method == "GET"
    return render(request, "site/catalogue/submit.html", {"form": form, "is_sent": is_sent}, status=status)
