"""How far a municipality has come: said on the page of an action without an account, and confirmed by an editor."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue import operations
from skaala.catalogue.messages.reporting import refusal_message
from skaala.catalogue.models import Action, AdoptionReport
from skaala.catalogue.rules.reporting import UnableToReport
from skaala.people.operations import hit, network_address
from skaala.site.catalogue.forms.adopt import AdoptForm
from skaala.site.catalogue.views.actions import action_or_404
from skaala.ui.errors import too_many_requests
from skaala.ui.same_origin import form_without_session

LIMIT, WITHIN = 30, timedelta(hours=1)


@form_without_session
def adopt(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask how far a municipality has come, and take the report."""
    action = action_or_404(slug)
    form = AdoptForm(
        request.POST or None,
        action=action,
        initial={"stage": request.GET.get("stage", ""), "municipality": request.GET.get("place", "")},
    )
    status = 200
    if request.method == "POST":
        now = timezone.now()
        if form.is_valid():
            try:
                wait = _report(request, action, form, now=now)
            except UnableToReport as problem:
                form.add_error(problem.field, refusal_message(problem))
            else:
                if wait:
                    return too_many_requests(request, wait)
                return redirect(reverse("site:adopt", args=[slug]) + "?sent=1")
        status = 422
    context = {
        "action": action,
        "form": form,
        "is_sent": request.GET.get("sent") == "1" and request.method == "GET",
    }
    return render(request, "site/catalogue/adopt.html", context, status=status)


@transaction.atomic
def _report(request: HttpRequest, action: Action, form: AdoptForm, *, now: datetime) -> int:
    """Take the report, or return how many seconds a flood has to wait; only what could be true counts towards one."""
    operations.report_adoption(
        action=action,
        municipality=form.cleaned_data["municipality"],
        report=form.report(reporter_email=form.cleaned_data["reporter_email"]),
        source=AdoptionReport.Source.FORM,
        now=now,
    )
    wait = hit(purpose="adoption", caller=network_address(request.META), limit=LIMIT, within=WITHIN, now=now)
    if wait:
        transaction.set_rollback(True)
    return wait
