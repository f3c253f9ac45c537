"""Reports of adoptions that wait for an editor."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.catalogue import operations, queries
from skaala.catalogue.messages.reporting import refusal_message
from skaala.catalogue.presenters.adoptions import units_reached
from skaala.catalogue.presenters.dates import inexact
from skaala.catalogue.rules.reporting import UnableToReport
from skaala.desk.catalogue.presenters import catalogue_page
from skaala.desk.frame.access import account_of
from skaala.desk.frame.lookups import or_404


def reports(request: HttpRequest) -> HttpResponse:
    """Show what waits, and confirm or refuse it."""
    if request.method == "POST":
        identifier = request.POST.get("report", "")
        report = or_404(queries.find_report(int(identifier)) if identifier.isdecimal() else None)
        now, account = timezone.now(), account_of(request)
        if request.POST.get("action") == "confirm":
            try:
                operations.confirm_report(report=report, account=account, now=now)
                messages.success(request, _("The report is confirmed and public."))
            except UnableToReport as problem:
                messages.error(request, refusal_message(problem))
        elif request.POST.get("action") == "refuse":
            operations.refuse_report(report=report, account=account, now=now)
            messages.success(request, _("The report is refused. It is kept, and it is not public."))
        return redirect("desk:adoption-reports")
    rows = [
        (report, inexact(report.on, report.precision), units_reached(report))
        for report in queries.waiting_reports()
    ]
    return catalogue_page(request, "desk/catalogue/reports.html", here="reports", rows=rows)
