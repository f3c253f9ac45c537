"""The page behind the personal link: see, change, cancel, join. No account; the link itself is the key."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from skaala.registration import certificate as certificates
from skaala.registration import letters, operations, own_data, qr_code, queries, rules
from skaala.registration.models import Attendance, Registration
from skaala.registration.personal_link import InvalidLink, read_token
from skaala.registration.queries import arrivals
from skaala.registration.queries import feedback as feedback_queries
from skaala.registration.queries.questions import answers_of, unanswered_by
from skaala.registration.rules import UnableToRegister
from skaala.series import queries as series_queries
from skaala.series.models import Event
from skaala.site.forms import SignUpForm, initial_of
from skaala.site.invited import open_for
from skaala.site.present import event_page, forget_day, series_page
from skaala.site.private import keep_private
from skaala.site.same_origin import form_without_session
from skaala.site.words import refusal_words
from skaala.workshops import queries as board_queries
from skaala.workshops import rules as board_rules
from skaala.workshops.models import Board

PersonalView = Callable[..., HttpResponse]


def behind_link(view: PersonalView) -> PersonalView:
    """Open the registration that the token names, and keep the page out of caches, referrers and search engines."""

    @form_without_session
    @wraps(view)
    def opened(request: HttpRequest, token: str, **parts: object) -> HttpResponse:
        try:
            registration = read_token(token)
        except InvalidLink:
            response = render(request, "site/invalid_link.html", status=404)
        else:
            response = view(request, registration, token, **parts)
        return keep_private(response)

    return opened


@behind_link
def personal(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Show the registration as it stands."""
    now = timezone.now()
    series = registration.series
    standing = letters.standing_events(registration)
    boards = board_queries.boards_of(
        item.attendance.event for item in standing if item.attendance.state == Attendance.State.CONFIRMED
    )
    came = {attendance.pk for attendance in arrivals.attended(registration)}
    asking = feedback_queries.asking([item.attendance.event for item in standing], now=now)
    attended = [
        {
            "page": event_page(series, item.attendance.event, now=now),
            "mode": item.attendance.mode,
            "place": item.place,
            "join_url": item.join_url if item.attendance.event.end > now else "",
            "state": "cancelled" if item.is_cancelled else item.attendance.state,
            "is_cancelled": item.is_cancelled,
            "place_in_line": item.place_in_line,
            "waits_for": item.waits_for,
            "may_step_off": item.place_in_line and item.attendance.event.start > now,
            "code_svg": qr_code.as_svg(item.attendance)
            if item.code_url and item.attendance.event.end > now
            else "",
            "code_url": item.code_url,
            "has_come": item.attendance.pk in came,
            "asks_feedback": item.has_place and item.attendance.event_id in asking,
            "board_url": _board_url(boards.get(item.attendance.event_id), token),
        }
        for item in standing
    ]
    starts = [item.attendance.event.start for item in standing]
    offers, _by = queries.offers_to(registration, [one.attendance.event_id for one in standing], now=now)
    context = {
        "registration": registration,
        "series": series,
        "token": token,
        "attended": attended,
        "has_certificate": bool(came) and registration.cancelled_at is None,
        "has_place": any(item.has_place for item in standing),
        "has_outcome": bool(board_queries.boards_in(series)),
        "forget_on": forget_day(series),
        "answers": answers_of(registration),
        "unanswered": unanswered_by(registration),
        "may_change": registration.cancelled_at is None and rules.can_change(starts, offers, now=now),
        "may_cancel": registration.cancelled_at is None and rules.can_edit(starts, now=now),
        "is_same": "same" in request.GET,
        "is_changed": "changed" in request.GET,
        "is_unchanged": "unchanged" in request.GET,
    }
    return render(request, "site/personal.html", context)


def _board_url(board: Board | None, token: str) -> str:
    """Where the workshop's board is, once it is open."""
    if board is None or not board_rules.is_open(board.phase):
        return ""
    return reverse("site:board", args=[token, board.code])


@behind_link
def change(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Show the form with what was registered, or take over the changes."""
    now = timezone.now()
    page_url = reverse("site:personal", args=[token])
    if registration.cancelled_at is not None:
        return HttpResponseRedirect(page_url)
    series = series_queries.find_series(registration.series.slug)
    assert series is not None
    page = series_page(series, now=now)
    for invitation in queries.open_invitations(registration, now=now):
        page, _by = open_for(invitation, page, now=now)
    data = request.POST if request.method == "POST" else None
    standing = queries.standing_attendances(registration)
    form = SignUpForm(
        data,
        page=page,
        now=now,
        standing={item.event_id: item.wanted_mode for item in standing},
        with_place=frozenset(item.event_id for item in standing if item.state == Attendance.State.CONFIRMED),
        initial=initial_of(registration),
        answers=dict(registration.answers.values_list("question", "value")),
    )
    if data is not None and form.is_valid():
        asked = form.sign_up()
        try:
            is_changed = operations.change_registration(
                registration=registration,
                details=asked.details,
                choices=asked.choices,
                answers=asked.answers,
                now=now,
            )
        except UnableToRegister as refusal:
            form.add_refusal(refusal)
        else:
            return HttpResponseRedirect(page_url + ("?changed=1" if is_changed else "?same=1"))
    context = {"series": series, "page_of": page, "form": form, "is_change": True, "token": token}
    return render(request, "site/register.html", context, status=422 if data is not None else 200)


@behind_link
def cancel(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Ask whether to cancel; cancel on a POST alone, since mail scanners follow links."""
    problem, now = "", timezone.now()
    if request.method == "POST":
        try:
            operations.cancel_registration(registration=registration, now=now)
        except UnableToRegister as refusal:
            problem = refusal_words(refusal, None)
        else:
            return HttpResponseRedirect(reverse("site:personal", args=[token]) + "?changed=1")
    elif registration.cancelled_at is not None:
        return HttpResponseRedirect(reverse("site:personal", args=[token]))
    standing = letters.standing_events(registration)
    context = {
        "registration": registration,
        "series": registration.series,
        "token": token,
        "problem": problem,
        "to_come": [item for item in standing if item.attendance.event.start > now],
        "has_been": any(item.has_place and item.attendance.event.start <= now for item in standing),
    }
    return render(request, "site/personal_cancel.html", context, status=422 if problem else 200)


@behind_link
def step_off(request: HttpRequest, registration: Registration, token: str, event_id: int) -> HttpResponse:
    """Leave the waiting list of one event; a POST alone does it."""
    said = ""
    if request.method == "POST":
        try:
            has_left = operations.step_off_waiting_list(
                registration=registration, event_id=event_id, now=timezone.now()
            )
        except UnableToRegister:
            has_left = False
        said = "?changed=1" if has_left else "?unchanged=1"
    return HttpResponseRedirect(reverse("site:personal", args=[token]) + said)


@behind_link
def data(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Give everything that is stored about the person, as a file that she can keep and programs can read."""
    found = json.dumps(own_data.as_json(registration), ensure_ascii=False, indent=2)
    response = HttpResponse(found + "\n", content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="skaala.json"'
    return response


@behind_link
def delete(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Ask whether to remove everything about the person; do so on a POST alone."""
    series = registration.series
    if request.method == "POST":
        operations.forget_person(registration=registration, now=timezone.now())
        return render(request, "site/personal_deleted.html", {"series": series})
    context = {
        "registration": registration,
        "series": series,
        "token": token,
        "attended": letters.attended_events(registration),
    }
    return render(request, "site/personal_delete.html", context)


@behind_link
def calendar(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Give the calendar file of the events somebody attends."""
    response = HttpResponse(
        letters.personal_calendar(registration), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="skaala.ics"'
    return response


@behind_link
def certificate(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Give the certificate of what the person has attended, in the reader's language."""
    attended = arrivals.attended(registration)
    if not attended or registration.cancelled_at is not None:
        context = {"registration": registration, "series": registration.series, "token": token}
        return render(request, "site/no_certificate.html", context, status=404)
    content = certificates.certificate(
        registration, attended, language=get_language() or "fi", now=timezone.now()
    )
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{certificates.file_name(registration)}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@behind_link
def join(request: HttpRequest, registration: Registration, token: str, event_id: int) -> HttpResponse:
    """Lead a confirmed online participant to where the event is held, wherever that is by now."""
    attendance = (
        registration.attendances.filter(
            event_id=event_id,
            state=Attendance.State.CONFIRMED,
            mode=Attendance.Mode.ONLINE,
            event__status=Event.Status.SCHEDULED,
        )
        .select_related("event__venue")
        .first()
    )
    if registration.cancelled_at is None and attendance is not None and attendance.event.join_url:
        # A browser that only looks ahead has not come; neither has a program that asks for the heads.
        if request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", ""):
            operations.note_joining(attendance=attendance, now=timezone.now())
        return HttpResponseRedirect(attendance.event.join_url)
    event = event_page(registration.series, attendance.event, now=timezone.now()) if attendance else None
    context = {"registration": registration, "series": registration.series, "token": token, "event": event}
    return render(request, "site/no_join_link.html", context, status=404)
