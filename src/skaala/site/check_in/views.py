"""At the door: the list that a helper's link opens, and the page that a participant's entrance code opens."""

from __future__ import annotations

import uuid
from contextlib import suppress
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from skaala.people.models import Account
from skaala.people.operations import network_address
from skaala.people.queries import lacks_second_factor
from skaala.people.rules import Permission
from skaala.registration import operations
from skaala.registration.links.check_in import make_helper_token, read_code, read_helper_token
from skaala.registration.links.personal import InvalidLink
from skaala.registration.models import Arrival, Attendance, HelperLink
from skaala.registration.operations import note_check_in
from skaala.registration.presenters import check_in as presenters
from skaala.registration.queries import arrivals
from skaala.registration.renderers import qr_code
from skaala.registration.rules import check_in as rules
from skaala.series.models import Event
from skaala.series.presenters import naming
from skaala.series.queries import access_to
from skaala.site.http.private import keep_private
from skaala.ui.languages import LANGUAGES, reader_language
from skaala.ui.same_origin import form_without_session

COOKIE = "skaala-helper"
DAYS = 3


def private(view: Any) -> Any:
    """Keep a page out of caches, referrers and search engines; its forms must come from our own pages."""

    @form_without_session
    @wraps(view)
    def shown(request: HttpRequest, **parts: object) -> HttpResponse:
        return keep_private(view(request, **parts))

    return shown


def _note(request: HttpRequest, action: str, event: Event, **more: Any) -> None:
    source = network_address(request.META)
    note_check_in.note_check_in(action, event, source=source, now=timezone.now(), **more)


def wants_json(request: HttpRequest) -> bool:
    return request.GET.get("as") == "json" or request.headers.get("Accept") == "application/json"


def opens(link: HelperLink) -> bool:
    """Say whether a helper's link still opens."""
    return rules.helper_link_opens(
        revoked_at=link.revoked_at,
        ends_with_event=link.ends_with_event,
        end=link.event.end,
        now=timezone.now(),
    )


@private
def helper(request: HttpRequest, token: str) -> HttpResponse:
    """Show who is expected at one event, and take marks of who has come."""
    try:
        link = read_helper_token(token)
    except InvalidLink:
        return refused(request, _("This link does not work. Ask the organiser for a new one."), 404)
    if not opens(link):
        return refused(
            request,
            _("This link has ended. Ask the organiser for a new one if you still need it."),
            410,
        )
    now, event = timezone.now(), link.event
    if operations.note_helper_link_use(link=link, now=now):
        _note(request, note_check_in.LIST, event, link=link)
    if request.method == "POST":
        return _take_mark(request, link)
    if wants_json(request):
        return JsonResponse(presenters.as_json(event, now=now))
    search = request.GET.get("q", "")[:100]
    context = {
        "event": event,
        "heading": naming.heading(event),
        "people": presenters.people_at(event, search=search),
        "counts": presenters.counts_at(event, now=now),
        "search": search,
        "mark": uuid.uuid4(),
        "form_token": False,
        "is_refused": "refused" in request.GET,
        "ends": arrivals.helper_link_ends(link),
    }
    response = render(request, "site/check_in/helper.html", context)
    # Entrance codes that this phone reads from now on are checked in at this event.
    response.set_cookie(
        COOKIE,
        f"{get_language()}.{token}",
        max_age=DAYS * 24 * 3600,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response


def _take_mark(request: HttpRequest, link: HelperLink) -> HttpResponse:
    now, event = timezone.now(), link.event
    mark = rules.read_mark(request.POST)
    is_refused = mark is None
    if mark is not None:
        try:
            operations.note_arrival(
                event=event,
                attendance_id=mark.attendance_id,
                mark_id=mark.mark_id,
                has_come=mark.has_come,
                how=Arrival.How.HELPER,
                helper_link=link,
                now=now - mark.waited,
            )
        except operations.UnableToCheckIn:
            is_refused = True
        else:
            person = Attendance.objects.filter(pk=mark.attendance_id).values_list(
                "registration_id", flat=True
            )
            _note(request, note_check_in.CHECK_IN, event, link=link, registration=person.first())
    if wants_json(request):
        state = presenters.as_json(event, now=now)
        return JsonResponse(
            state | ({"problem": not_expected()} if is_refused else {}), status=409 if is_refused else 200
        )
    here = reverse("site:helper", args=[make_helper_token(link)])
    return HttpResponseRedirect(
        f"{here}?refused=1" if is_refused else f"{here}#p{mark.attendance_id if mark else 0}"
    )


def not_expected() -> str:
    """Say that somebody has no place at the event any more."""
    return _("This person has no place at the event any more. Reload the list, or ask the organiser.")


def refused(request: HttpRequest, problem: str, status: int) -> HttpResponse:
    """Say in words why a link at the door does not open; to a page that waits to send marks, as JSON."""
    if wants_json(request):
        return JsonResponse({"problem": problem}, status=status)
    return render(request, "site/check_in/invalid_link.html", {"problem": problem}, status=status)


def _may_check_in(request: HttpRequest, account: Account, slug: str) -> bool:
    """Say whether an organiser may check in; as on the organiser pages, not without the second factor that is required."""
    found = access_to(slug, account)
    return Permission.CHECK_IN in found.permissions and not lacks_second_factor(
        account,
        request.session,
        required_by=found.tenant if found.requires_second_factor else None,
    )


@private
def entrance_code(request: HttpRequest, code: str) -> HttpResponse:
    """
    Show an entrance code to whoever has it; to a helper or an organiser, offer to check its owner in.

    Nothing of the person is shown but to those who check people in; only a POST notes anything.
    """
    try:
        attendance = read_code(code)
    except InvalidLink:
        return refused(request, _("This is not a valid entry code."), 404)
    registration = attendance.registration
    if not is_valid(attendance):
        return refused(
            request,
            _("This code is no longer valid: the registration or the event has been cancelled."),
            410,
        )
    link, language = _helper_of(request)
    if link is not None and language != get_language() and request.method == "GET":
        # The code is in its owner's language; the helper reads on in their own.
        with override(language):
            return HttpResponseRedirect(reverse("site:entrance-code", args=[code]))
    account = request.user if isinstance(request.user, Account) else None
    if account and not _may_check_in(request, account, registration.series.slug):
        account = None
    if link is None and account is None:
        context = {
            "event": attendance.event,
            "heading": naming.heading(attendance.event),
            "code_svg": qr_code.as_svg(attendance),
            "needs_helper": request.method == "POST",
        }
        return render(
            request,
            "site/check_in/entrance_code.html",
            context,
            status=403 if request.method == "POST" else 200,
        )
    here = attendance
    if link is not None and link.event_id != attendance.event_id:
        own = registration.attendances.filter(event=link.event_id, state=Attendance.State.CONFIRMED)
        other = own.select_related("event__series", "registration").first()
        if other is None:
            context = {
                "heading": naming.heading(attendance.event),
                "event": attendance.event,
                "here": naming.heading(link.event),
                "list_url": reverse("site:helper", args=[make_helper_token(link)]),
            }
            return render(request, "site/check_in/other_event.html", context, status=409)
        here = other
    by = None if link else account
    _note(
        request,
        note_check_in.CHECK_IN if request.method == "POST" else note_check_in.CODE,
        here.event,
        link=link,
        account=by,
        registration=here.registration_id,
    )
    if request.method == "POST":
        with suppress(operations.UnableToCheckIn):  # given up this very moment; the page says so
            operations.note_arrival(
                event=here.event,
                attendance_id=here.pk,
                mark_id=uuid.uuid4(),
                how=Arrival.How.CODE,
                helper_link=link,
                noted_by=by,
                now=timezone.now(),
            )
        return HttpResponseRedirect(request.path)
    context = {
        "event": here.event,
        "heading": naming.heading(here.event),
        "person": presenters.person(here),
        "is_of_other_event": here is not attendance,
        "counts": presenters.counts_at(here.event, now=timezone.now()),
        "list_url": _list_url(link, here),
    }
    return render(request, "site/check_in/check_in.html", context)


def is_valid(attendance: Attendance) -> bool:
    """Say whether an entrance code still stands for a place."""
    return (
        attendance.registration.cancelled_at is None
        and attendance.state == Attendance.State.CONFIRMED
        and not attendance.event.is_cancelled
    )


def _helper_of(request: HttpRequest) -> tuple[HelperLink | None, str]:
    """Return the helper's link that this phone has opened, if it still opens, and in which language."""
    language, _dot, token = request.COOKIES.get(COOKIE, "").partition(".")
    try:
        link = read_helper_token(token)
    except InvalidLink:
        return None, ""
    is_known = language in LANGUAGES
    return (link if opens(link) else None), (language if is_known else reader_language())


def _list_url(link: HelperLink | None, attendance: Attendance) -> str:
    if link is not None:
        page = reverse("site:helper", args=[make_helper_token(link)])
    else:
        page = reverse("desk:door", args=[attendance.event.series.slug, attendance.event.slug])
    return f"{page}#p{attendance.pk}"
