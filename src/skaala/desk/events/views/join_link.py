"""The join link of an event, which can be changed until the last minute."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from skaala.desk.events.forms.events import JoinLinkForm
from skaala.desk.frame.editing import one_at_a_time
from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.sections import event_crumb, series_page
from skaala.registration import queries as registration_queries
from skaala.series import operations
from skaala.series.presenters import naming


@one_at_a_time
def join_link(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Change what stands behind the link that emails carry, also minutes before the start."""
    series, event = find_event(slug, event_slug)
    form = JoinLinkForm(request.POST or None, record=event)
    if request.method == "POST" and form.is_valid():
        operations.change_join_link(event=event, join_url=form.cleaned_data["join_url"])
        messages.success(
            request, _("The join link has been changed. Emails already sent now lead to the new one.")
        )
        return redirect("desk:join-link", slug, event_slug)
    counts = {count.event.pk: count for count in registration_queries.counts_by_event(series)}
    return series_page(
        request,
        "desk/events/join_link.html",
        series,
        section="events",
        beneath=[event_crumb(event), (_("Join link"), "")],
        status=422 if form.errors else 200,
        form=form,
        event=event,
        heading=naming.heading(event),
        online=counts[event.pk].online,
    )
