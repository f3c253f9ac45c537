"""The programme of an event."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from skaala.desk.events.forms.programme import PendingForm, ProgrammeFormSet, held_items
from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.sections import event_crumb, series_page
from skaala.series import operations
from skaala.series.models import Event, Series
from skaala.series.presenters import naming
from skaala.ui.languages import reader_language


def edit_programme(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    series, event = find_event(slug, event_slug)
    options = {"event": event, "language": reader_language()}
    rows = ProgrammeFormSet(
        request.POST or None, initial=held_items(event), prefix="items", form_kwargs=options
    )
    pending = PendingForm(request.POST or None, initial={"programme_pending": event.programme_pending})
    if request.method == "POST" and all([rows.is_valid(), pending.is_valid()]):
        is_pending = pending.cleaned_data["programme_pending"]
        operations.save_programme(event=event, items=rows.items(), is_pending=is_pending)
        messages.success(request, _("The programme has been saved."))
        return redirect(
            "desk:programme" if "more" in request.POST else "desk:events", *_address(request, series, event)
        )
    has_errors = bool(rows.total_error_count() or pending.errors)
    return series_page(
        request,
        "desk/events/programme.html",
        series,
        section="events",
        beneath=[event_crumb(event), (_("Programme"), "")],
        status=422 if has_errors else 200,
        rows=rows,
        pending=pending,
        event=event,
        heading=naming.heading(event),
    )


def _address(request: HttpRequest, series: Series, event: Event) -> list[str]:
    return [series.slug, event.slug] if "more" in request.POST else [series.slug]
