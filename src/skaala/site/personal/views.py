"""The page behind the personal link: see, change, cancel, join. No account; the link itself is the key."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import wraps
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from skaala.people.messages import ROLES, action_words
from skaala.people.queries import openings
from skaala.registration import operations, queries, rules
from skaala.registration.links import joining, messages_url
from skaala.registration.links.personal import InvalidLink, read_token
from skaala.registration.models import Attendance, Registration
from skaala.registration.presenters import certificate as certificates
from skaala.registration.presenters.attended_events import AttendedEvent, active_events, attended_events
from skaala.registration.presenters.calendars import personal_calendar
from skaala.registration.queries import arrivals, own_data
from skaala.registration.queries import feedback as feedback_queries
from skaala.registration.queries.questions import answers_of, unanswered_by
from skaala.registration.renderers import qr_code
from skaala.registration.rules import UnableToRegister
from skaala.series import queries as series_queries
from skaala.series.models import Series
from skaala.site.announcement.presenters.pages import event_page, forget_day, series_page
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.private import keep_private
from skaala.site.personal.contexts import AttendedRow, PersonalPage
from skaala.site.personal.presenters import has_open_workspace, workspace_of
from skaala.site.registration.forms.companions import forget_errors, switches_language
from skaala.site.registration.forms.sign_up import SignUpForm, initial_of
from skaala.site.registration.messages import refusal_message
from skaala.site.registration.presenters import open_for
from skaala.ui.languages import reader_language
from skaala.ui.same_origin import form_without_session
from skaala.workshops import queries as board_queries
from skaala.workshops import rules as board_rules
from skaala.workshops.models import Board

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PersonalView = Callable[..., HttpResponse]


def behind_link(view: PersonalView) -> PersonalView:
    """Open the registration that the token names, and keep the page out of caches, referrers and search engines."""

    @form_without_session
    @wraps(view)
    def opened(request: HttpRequest, token: str, **parts: object) -> HttpResponse:
        try:
            registration = read_token(token)
        except InvalidLink:
            response = render(request, "site/personal/invalid_link.html", status=404)
        else:
            offer_languages_of(request, registration.series)
            if request.method == "POST" and registration.is_opened_by_its_address:
                operations.confirm_address(registration=registration, now=timezone.now())
            response = view(request, registration, token, **parts)
        return keep_private(response)

    return opened


@behind_link
def personal(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Show the registration as it stands."""
    now = timezone.now()
    series = registration.series
    current = active_events(registration)
    boards = board_queries.boards_of(
        item.attendance.event for item in current if item.attendance.state == Attendance.State.CONFIRMED
    )
    came = {attendance.pk for attendance in arrivals.attended(registration)}
    starts = [item.attendance.event.start for item in current]
    offers, _by = queries.offers_to(registration, [one.attendance.event_id for one in current], now=now)
    context: PersonalPage = {
        "registration": registration,
        "series": series,
        "token": token,
        "attended": _attended_rows(series, current, boards, came=came, now=now),
        "has_certificate": bool(arrivals.certified(registration, now=now)),
        "has_place": any(item.has_place for item in current),
        "workspace": workspace_of(registration, boards.values(), token, asked=request.GET.get("link", "")),
        "has_outcome": bool(board_queries.boards_in(series)),
        "forget_on": forget_day(series),
        "answers": answers_of(registration),
        "unanswered": unanswered_by(registration),
        "may_change": registration.cancelled_at is None and rules.can_change(starts, offers, now=now),
        "may_cancel": registration.cancelled_at is None and rules.can_edit(starts, now=now),
        "openings": _openings(registration),
        "messages_url": "" if registration.no_messages_since is None else messages_url(registration),
        "consents": list(registration.consents.filter(withdrawn_at__isnull=True).order_by("given_at")),
        "is_withdrawn": "withdrawn" in request.GET,
        "is_same": "same" in request.GET,
        "is_changed": "changed" in request.GET,
        "is_unchanged": "unchanged" in request.GET,
    }
    return render(request, "site/personal/page.html", context)


def _openings(registration: Registration) -> list[tuple[datetime, StrOrPromise, StrOrPromise, str]]:
    """Return who has looked at the person's details: when, what, in which role, of which organisation."""
    found = openings(
        registration=registration.pk, series=registration.series_id, since=registration.created_at
    )
    return [(one.at, action_words(one.action), ROLES.get(one.role, ""), one.tenant.name) for one in found]


def _attended_rows(
    series: Series,
    active: Sequence[AttendedEvent],
    boards: Mapping[int, Board],
    *,
    came: set[int],
    now: datetime,
) -> list[AttendedRow]:
    """Return what the page says of each event that the person attends or waits for."""
    asking = feedback_queries.events_open_for_feedback([item.attendance.event for item in active], now=now)
    return [
        _attended_row(
            series,
            item,
            now=now,
            has_come=item.attendance.pk in came,
            asks_feedback=item.has_place and item.attendance.event_id in asking,
            board_url=_board_url(boards.get(item.attendance.event_id)),
        )
        for item in active
    ]


def _attended_row(
    series: Series, item: AttendedEvent, *, now: datetime, has_come: bool, asks_feedback: bool, board_url: str
) -> AttendedRow:
    event = item.attendance.event
    is_over = event.end <= now
    return {
        "page": event_page(series, event, now=now),
        "mode": item.attendance.mode,
        "place": item.place,
        "join_token": joining.make_token(item.attendance) if item.join_url and not is_over else "",
        "state": "cancelled" if item.is_cancelled else item.attendance.state,
        "is_cancelled": item.is_cancelled,
        "waiting_list_position": item.waiting_list_position,
        "waits_for": item.waits_for,
        "other_way": item.other_way,
        "may_step_off": bool(item.waiting_list_position) and event.start > now,
        "code_svg": qr_code.as_svg(item.attendance) if item.code_url and not is_over else "",
        "code_url": item.code_url,
        "has_come": has_come,
        "asks_feedback": asks_feedback,
        "board_url": board_url,
    }


def _board_url(board: Board | None) -> str:
    """Where the workshop's board is, once it is open; it opens with the key in the browser, not with this page's link."""
    if board is None or not board_rules.is_open(board.phase):
        return ""
    return reverse("site:board", args=[board.code])


@behind_link
def withdraw_consent(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """End one consent, with what was stored with it; on a POST alone."""
    page_url = reverse("site:personal", args=[token])
    if request.method == "POST" and operations.withdraw_consent(
        registration=registration, purpose=request.POST.get("purpose", ""), now=timezone.now()
    ):
        page_url += "?withdrawn=1#consents"
    return HttpResponseRedirect(page_url)


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
    current = queries.active_attendances(registration)
    form = SignUpForm(
        data,
        page=page,
        now=now,
        current={item.event_id: item.wanted_mode for item in current},
        with_place=frozenset(item.event_id for item in current if item.state == Attendance.State.CONFIRMED),
        initial=initial_of(registration),
        answers=dict(registration.answers.values_list("question", "value")),
    )
    is_shown_anew = switches_language(data or {})
    if is_shown_anew:
        forget_errors(form)
    elif data is not None and form.is_valid():
        asked = form.sign_up()
        try:
            is_changed = operations.change_registration(
                registration=registration,
                details=asked.details,
                choices=asked.choices,
                answers=asked.answers,
                now=now,
                as_of=_version_seen(data, registration),
            )
        except UnableToRegister as refusal:
            form.add_refusal(refusal)
        else:
            return HttpResponseRedirect(page_url + ("?changed=1" if is_changed else "?same=1"))
    context = {
        "series": series,
        "page_of": page,
        "form": form,
        "is_change": True,
        "token": token,
        "version": registration.updated_at.isoformat(),
    }
    if is_shown_anew:  # in another language: it is still the form that was opened
        context["version"] = request.POST.get("version", "")
        return render(request, "site/registration/register.html", context)
    status = 422 if data is not None else 200
    return render(request, "site/registration/register.html", context, status=status)


def _version_seen(sent: QueryDict, registration: Registration) -> datetime | None:
    """Return as of when the form was that somebody sends: an old tab must not overwrite what was saved since."""
    if "version" not in sent:
        return None
    try:
        return datetime.fromisoformat(str(sent["version"]))
    except ValueError:
        return registration.created_at - timedelta(days=1)  # no version of ours: older than any


@behind_link
def cancel(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Ask whether to cancel; cancel on a POST alone, since mail scanners follow links."""
    problem, now = "", timezone.now()
    if request.method == "POST":
        try:
            operations.cancel_registration(registration=registration, now=now)
        except UnableToRegister as refusal:
            problem = refusal_message(refusal, None)
        else:
            return HttpResponseRedirect(reverse("site:personal", args=[token]) + "?changed=1")
    elif registration.cancelled_at is not None:
        return HttpResponseRedirect(reverse("site:personal", args=[token]))
    current = active_events(registration)
    context = {
        "registration": registration,
        "series": registration.series,
        "token": token,
        "problem": problem,
        "to_come": [item for item in current if item.attendance.event.start > now],
        "has_been": any(item.has_place and item.attendance.event.start <= now for item in current),
    }
    return render(request, "site/personal/cancel.html", context, status=422 if problem else 200)


@behind_link
def ask_for_workspace(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Send the link to the workspaces, by email alone: this page never shows it."""
    said = ""
    if request.method == "POST" and registration.cancelled_at is None:
        answer = operations.ask_for_workspace_link(
            registration=registration, has_open_workspace=has_open_workspace(registration), now=timezone.now()
        )
        said = f"?link={answer.value if answer else 'wait'}#workspace"
    return HttpResponseRedirect(reverse("site:personal", args=[token]) + said)


@behind_link
def step_off(request: HttpRequest, registration: Registration, token: str, event_id: int) -> HttpResponse:
    """Leave the waiting list of one event; a POST alone does it."""
    said = ""
    if request.method == "POST":
        try:
            has_left = operations.leave_waiting_list(
                registration=registration, event_id=event_id, now=timezone.now()
            )
        except UnableToRegister:
            has_left = False
        said = "?changed=1" if has_left else "?unchanged=1"
    return HttpResponseRedirect(reverse("site:personal", args=[token]) + said)


@behind_link
def data(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Give everything that is stored about the person, as a file that they can keep and programs can read."""
    found = json.dumps(own_data.as_json(registration), ensure_ascii=False, indent=2)
    response = HttpResponse(found + "\n", content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="skaala.json"'
    return response


@behind_link
def delete(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Ask whether to remove everything about the person; do so on a POST alone."""
    series, now = registration.series, timezone.now()
    if request.method == "POST":
        operations.forget_person(registration=registration, now=now)
        return render(request, "site/personal/deleted.html", {"series": series})
    same_person = queries.registrations_of_same_person(registration).select_related("series")
    context = {
        "registration": registration,
        "series": series,
        "token": token,
        "to_come": [
            item for one in same_person for item in attended_events(one) if item.attendance.event.start > now
        ],
    }
    return render(request, "site/personal/delete.html", context)


@behind_link
def calendar(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Give the calendar file of the events somebody attends."""
    response = HttpResponse(personal_calendar(registration), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="skaala.ics"'
    return response


@behind_link
def certificate(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Give the certificate of what the person has attended, in the reader's language."""
    now = timezone.now()
    attended = arrivals.certified(registration, now=now)
    if not attended:
        context = {"registration": registration, "series": registration.series, "token": token}
        return render(request, "site/personal/no_certificate.html", context, status=404)
    content = certificates.certificate(registration, attended, language=reader_language(), now=now)
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{certificates.file_name(registration)}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@behind_link
def earlier_join_link(
    request: HttpRequest, registration: Registration, token: str, event_id: int
) -> HttpResponse:
    """Lead from the join links of emails sent before these had a token of their own to what took their place."""
    attendance = registration.attendances.filter(event_id=event_id).first()
    if attendance is None:
        return render(request, "site/joining/not_joining.html", {"series": registration.series}, status=404)
    return HttpResponseRedirect(reverse("site:join", args=[joining.make_token(attendance)]))
