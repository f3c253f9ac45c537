"""Next year's series from last year's: choose the first day, look at the dates, then make it."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import series_page
from skaala.desk.series.forms.publishing import CopyForm, FirstDayForm
from skaala.registration.operations import copy_series
from skaala.series import operations
from skaala.series.models import Series
from skaala.ui import dates
from skaala.ui.languages import reader_language

A_YEAR_OF_WEEKS = timedelta(weeks=52)


def copy(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    asked = request.POST if request.method == "POST" else request.GET
    first_day = FirstDayForm(
        asked if "first_day" in asked else None, initial={"first_day": _same_weekday_to_come(series)}
    )
    plan = None
    form = None
    if first_day.is_valid() and series.events.all():
        plan = operations.plan_copy(series=series, first_day=first_day.cleaned_data["first_day"])
        form = CopyForm(request.POST if request.method == "POST" else None, initial={"slug": plan.slug})
        if request.method == "POST" and form.is_valid():
            try:
                slug_of_copy = form.cleaned_data["slug"]
                made = copy_series(series=series, slug=slug_of_copy, days=plan.days, now=timezone.now())
            except operations.AddressTaken:
                form.add_error("slug", _("Another series has this address. Choose another."))
            else:
                messages.success(
                    request, _("This is the copy, as a draft. Look through its texts, then publish it.")
                )
                return redirect("desk:series", made.slug)
    has_errors = first_day.errors or (form is not None and form.errors)
    return series_page(
        request,
        "desk/series/copy.html",
        series,
        section="copy",
        status=422 if has_errors else 200,
        first_day=first_day,
        form=form,
        plan=plan,
        rows=[(event_label(planned.event), planned) for planned in plan.events] if plan else [],
        holidays=[
            (dates.day(warning.day, reader_language(), weekday=True), warning.holiday)
            for warning in (plan.warnings if plan else [])
        ],
        now=timezone.now(),
    )


def _same_weekday_to_come(series: Series) -> date | None:
    """Return the day of the first event some full years of 52 weeks later, so that it is to come."""
    events = list(series.events.all())
    if not events:
        return None
    day = events[0].start.astimezone(events[0].zone).date() + A_YEAR_OF_WEEKS
    while day <= timezone.localdate():
        day += A_YEAR_OF_WEEKS
    return day
