"""The page that leads to an event's call. Looking at it marks nobody as come: mail scanners and browsers open links, too."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.registration import operations
from skaala.registration.links.joining import read_token
from skaala.registration.links.personal import InvalidLink
from skaala.registration.models import Attendance
from skaala.site.announcement.presenters.pages import event_page
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.private import keep_private
from skaala.ui.same_origin import form_without_session


@form_without_session
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Show one person the event with a button; the press notes that they came, and leads to the call."""
    return keep_private(_join(request, token))


def _join(request: HttpRequest, token: str) -> HttpResponse:
    try:
        attendance = read_token(token)
    except InvalidLink:
        return render(request, "site/personal/invalid_link.html", status=404)
    offer_languages_of(request, attendance.event.series)
    event, now = attendance.event, timezone.now()
    context: dict[str, object] = {"series": event.series}
    if not _takes_part_online(attendance):
        return render(request, "site/joining/not_joining.html", context, status=404)
    context["event"] = event_page(event.series, event, now=now)
    if not event.join_url:
        return render(request, "site/joining/no_link_yet.html", context, status=404)
    if request.method != "POST":
        return render(request, "site/joining/join.html", context)
    operations.confirm_address(registration=attendance.registration, now=now)
    operations.note_joining(attendance=attendance, now=now)
    # Not a redirect: the rule of whereto forms may lead would hold for it, and calls lead on from address to address.
    return render(request, "site/joining/to_the_call.html", context | {"call_url": event.join_url})


def _takes_part_online(attendance: Attendance) -> bool:
    return (
        attendance.registration.cancelled_at is None
        and attendance.state == Attendance.State.CONFIRMED
        and attendance.mode == Attendance.Mode.ONLINE
        and not attendance.event.is_cancelled
    )
