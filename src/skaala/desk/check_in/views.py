"""The day itself: who has come, links for helpers, and the lists of calls."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from skaala.desk.check_in.forms import CameForm, HelperLinkForm
from skaala.desk.frame.access import account_of
from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.sections import event_address, event_crumb, series_page
from skaala.registration import links, operations
from skaala.registration.models import Arrival, HelperLink
from skaala.registration.presenters import check_in as doors
from skaala.registration.queries import arrivals
from skaala.registration.rules import check_in
from skaala.series.models import Event, Series
from skaala.series.presenters import naming
from skaala.ui.languages import reader_language


def door(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """The list at the door: search, mark who has come, take it back."""
    series, event = find_event(slug, event_slug)
    now = timezone.now()
    if request.method == "POST":
        return _take_mark(request, series, event)
    if request.GET.get("as") == "json":
        return JsonResponse(doors.as_json(event, now=now))
    return _page(request, series, event)


def _page(
    request: HttpRequest,
    series: Series,
    event: Event,
    *,
    link_form: HelperLinkForm | None = None,
    came_form: CameForm | None = None,
    unknown: list[str] | None = None,
    new_link: HelperLink | None = None,
) -> HttpResponse:
    now = timezone.now()
    search = request.GET.get("q", "")[:100]
    has_errors = any(form is not None and form.errors for form in (link_form, came_form))
    return series_page(
        request,
        "desk/check_in/list.html",
        series,
        section="events",
        beneath=[event_crumb(event), (_("Check-in"), "")],
        status=422 if has_errors else 200,
        event=event,
        heading_of_event=naming.heading(event),
        people=doors.people_at(event, search=search),
        counts=doors.counts_at(event, now=now),
        search=search,
        mark=uuid.uuid4(),
        form_token=True,
        helper_links=[_shown(link) for link in arrivals.helper_links(event)],
        link_form=link_form or HelperLinkForm(),
        came_form=came_form or CameForm(event=event, initial={"mode": event.modes[0] if event.modes else ""}),
        unknown=unknown,
        new_link=new_link,
        new_link_url=links.helper_url(new_link, reader_language()) if new_link else "",
        is_over=event.end <= now,
    )


def _shown(link: HelperLink) -> dict[str, object]:
    opens = check_in.helper_link_opens(
        revoked_at=link.revoked_at,
        ends_with_event=link.ends_with_event,
        end=link.event.end,
        now=timezone.now(),
    )
    return {
        "link": link,
        "opens": opens,
        "ends": arrivals.helper_link_ends(link),
        "marks": vars(link)["marks"],
    }


def _take_mark(request: HttpRequest, series: Series, event: Event) -> HttpResponse:
    now, mark, is_refused = timezone.now(), check_in.read_mark(request.POST), True
    if mark is not None:
        try:
            operations.note_arrival(
                event=event,
                attendance_id=mark.attendance_id,
                mark_id=mark.mark_id,
                has_come=mark.has_come,
                how=Arrival.How.DESK,
                noted_by=account_of(request),
                now=now - mark.waited,
            )
            is_refused = False
        except operations.UnableToCheckIn:
            pass
    problem = _("This person has no place at the event any more.")
    if request.headers.get("Accept") == "application/json":
        state = doors.as_json(event, now=now)
        return JsonResponse(
            state | ({"problem": problem} if is_refused else {}), status=409 if is_refused else 200
        )
    if is_refused:
        messages.error(request, problem)
    return redirect(event_address("door", event) + (f"#p{mark.attendance_id}" if mark else ""))


@require_POST
def helper_link(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Give a link to helpers; it is shown this once, and can be shown again."""
    series, event = find_event(slug, event_slug)
    form = HelperLinkForm(request.POST)
    if not form.is_valid():
        return _page(request, series, event, link_form=form)
    link = operations.give_helper_link(event=event, now=timezone.now(), **form.cleaned_data)
    return _page(request, series, event, new_link=link)


@require_POST
def helper_link_action(request: HttpRequest, slug: str, event_slug: str, link_id: UUID) -> HttpResponse:
    """Show a helper's link again, or end it."""
    series, event = find_event(slug, event_slug)
    link = HelperLink.objects.filter(pk=link_id, event=event).first()
    if link is None:
        raise Http404
    if "end" not in request.POST:
        return _page(request, series, event, new_link=link)
    operations.end_helper_link(link=link, now=timezone.now())
    messages.success(request, _("The link no longer works. Check-ins made with it stay."))
    return redirect(event_address("door", event) + "#helpers")


@require_POST
def came(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Note as come all whom a list of the call names, and say who was not found."""
    series, event = find_event(slug, event_slug)
    form = CameForm(request.POST, event=event)
    if not form.is_valid():
        return _page(request, series, event, came_form=form)
    noted, unknown = operations.note_from_list(
        event=event,
        mode=form.cleaned_data["mode"],
        lines=form.cleaned_data["people"].splitlines(),
        noted_by=account_of(request),
        now=timezone.now(),
    )
    said = ngettext("%(count)s person was checked in.", "%(count)s people were checked in.", noted)
    if unknown:
        left = CameForm(
            event=event, initial={"mode": form.cleaned_data["mode"], "people": "\n".join(unknown)}
        )
        messages.warning(request, said % {"count": noted})
        return _page(request, series, event, came_form=left, unknown=unknown)
    messages.success(request, said % {"count": noted})
    return redirect(event_address("door", event))
