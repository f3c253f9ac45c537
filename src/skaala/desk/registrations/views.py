"""Who comes: the list, one person, the files for a spreadsheet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from skaala.desk.frame.downloads import download, table_download
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label, mode_and_state, organisation_of
from skaala.desk.frame.preview import say_how_many
from skaala.desk.frame.sections import series_page
from skaala.desk.registrations.forms import AddressForm, FilterForm
from skaala.desk.registrations.messages import ADDRESS_REFUSALS
from skaala.desk.registrations.tables import catering_table, needs_table, people_table
from skaala.mail.renderers.emails import name_of
from skaala.registration import links, operations, queries
from skaala.registration.models import Attendance, Registration
from skaala.registration.presenters import certificate as certificates
from skaala.registration.queries import arrivals
from skaala.registration.queries.invitations import source_of
from skaala.registration.queries.questions import answers_of, unanswered_by
from skaala.registration.rules import UnableToRegister
from skaala.registration.rules.check_in import Presence
from skaala.series.models import Series
from skaala.series.queries import is_former
from skaala.ui.languages import reader_language

A_PAGE = 50


def registrations(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    form = FilterForm(request.GET, series=series)
    found = _found(request, series, form)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return series_page(
        request,
        "desk/registrations/registrations.html",
        series,
        section="registrations",
        form=form,
        page_of_people=page,
        rows=_rows(list(page)),
        columns=_columns(request),
        query=_query(request, without="page"),
        total=queries.active_registrations(series).count(),
        cancelled=queries.cancelled_registrations(series).count(),
        reset_url=reverse("desk:registrations", args=[slug]) if form.is_filtering else "",
    )


def export(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    found = _found(request, series, FilterForm(request.GET, series=series))
    write = {"needs": needs_table, "catering": catering_table}.get(request.GET.get("what", ""), people_table)
    return table_download(request, write(series, found), prefix=f"{series.slug}-")


def person(request: HttpRequest, slug: str, registration_id: UUID) -> HttpResponse:
    series = find_series(slug)
    registration = _find(series, registration_id)
    now = timezone.now()
    came = queries.presences([registration], now=now)
    with links.masked():
        masked_link = links.personal_url(registration)
    source = source_of(registration)
    return series_page(
        request,
        "desk/registrations/person.html",
        series,
        section="registrations",
        beneath=[(registration.name, "")],
        registration=registration,
        organisation=organisation_of(registration),
        attendances=[
            (event_label(item.event), item, _status(item, came.get(item.pk)))
            for item in registration.attendances.all()
        ],
        only_waits=all(item.state != Attendance.State.CONFIRMED for item in registration.attendances.all()),
        may_restore=registration.cancelled_at is not None,
        may_change=not registration.cancelled_at
        and any(event.end > now and not event.is_cancelled for event in series.events.all()),
        has_certificate=bool(arrivals.certified(registration, now=now)),
        answers=answers_of(registration),
        unanswered=[] if registration.cancelled_at else unanswered_by(registration),
        source=source,
        source_is_former=source is not None
        and source.account is not None
        and is_former(series, source.account),
        emails=[
            (item.email.subject or name_of(item.email.kind), item.email)
            for item in registration.registration_emails.all()
        ],
        masked_link=masked_link.replace(links.HIDDEN, "••••••••"),
    )


def _status(attendance: Attendance, presence: Presence | None) -> str:
    """Return as what the state of an attendance is shown: whether they came, once that is known."""
    shown = {Presence.CAME: "attended", Presence.MISSED: "missed"}
    return shown.get(presence or Presence.UNKNOWN, attendance.state)


def certificate(request: HttpRequest, slug: str, registration_id: UUID) -> HttpResponse:
    """Give the certificate of what a person has attended, in the reader's language."""
    registration = _find(find_series(slug), registration_id)
    now = timezone.now()
    attended = arrivals.certified(registration, now=now)
    if not attended:
        messages.error(
            request,
            _("There is no certificate: nobody has noted that this person came to an event that is over."),
        )
        return redirect("desk:person", slug, registration_id)
    content = certificates.certificate(registration, attended, language=reader_language(), now=now)
    name = f"{certificates.file_name(registration)}.pdf"
    return download(content, content_type="application/pdf", name=name)


@require_POST
def link(request: HttpRequest, slug: str, registration_id: UUID) -> HttpResponse:
    """Send the personal link again, or end it and send a new one."""
    series = find_series(slug)
    registration = _find(series, registration_id)
    now = timezone.now()
    if registration.cancelled_at:
        messages.error(request, _("The registration has been cancelled; no link is sent."))
    elif "renew" in request.POST:
        operations.renew_link(registration=registration, now=now)
        messages.success(request, _("The old link no longer works. A new one is on its way."))
    elif operations.send_link(series=series, address=registration.email, now=now):
        messages.success(request, _("The link is on its way."))
    else:
        messages.warning(
            request, _("The link was sent less than ten minutes ago. Wait a moment before you send it again.")
        )
    return redirect("desk:person", slug, registration_id)


def _find(series: Series, registration_id: UUID) -> Registration:
    registration = queries.find_registration(series, registration_id)
    if registration is None:
        raise Http404
    return registration


def _found(request: HttpRequest, series: Series, form: FilterForm) -> Any:
    return queries.find_registrations(
        series, **form.wanted(), sort=request.GET.get("sort", "-created"), now=timezone.now()
    )


def _rows(registrations: list[Registration]) -> list[dict[str, Any]]:
    came = queries.presences(registrations, now=timezone.now())
    return [
        {
            "registration": registration,
            "organisation": organisation_of(registration),
            "events": [
                {
                    "label": event_label(item.event),
                    "mode": mode_and_state(item, came.get(item.pk, Presence.UNKNOWN)),
                }
                for item in queries.loaded_attendances(registration)
            ],
        }
        for registration in registrations
    ]


def _columns(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the columns' heads; their links sort, keep search and filters, and turn the order around."""
    present = request.GET.get("sort", "-created")
    columns = []
    for key, label, is_roomy in [
        ("name", _("Name"), False),
        ("municipality", _("Organisation"), False),
        ("", _("Events"), False),
        ("", pgettext("of a person", "Role"), True),
        ("created", _("Registered"), False),
    ]:
        direction = {key: "ascending", f"-{key}": "descending"}.get(present, "") if key else ""
        sort = f"-{key}" if direction == "ascending" else key
        rest = _query(request, without="sort", also="page")
        href = f"?{rest}{'&' if rest else ''}sort={sort}" if key else ""
        columns.append({"label": label, "href": href, "direction": direction, "is_roomy": is_roomy})
    return columns


def _query(request: HttpRequest, *, without: str, also: str = "") -> str:
    """Return the query string without one or two of its keys and without empty ones."""
    query = request.GET.copy()
    for key in [name for name, value in query.items() if name in {without, also} or not value]:
        query.pop(key, None)
    return query.urlencode()


def correct_address(request: HttpRequest, slug: str, registration_id: UUID) -> HttpResponse:
    """Give a person the right address, and send again what did not arrive."""
    series = find_series(slug)
    registration = queries.find_registration(series, registration_id)
    if registration is None:
        raise Http404
    form = AddressForm(request.POST or None, initial={"email": registration.email})
    if request.method == "POST" and form.is_valid():
        try:
            count = operations.correct_address(
                registration=registration, address=form.cleaned_data["email"], now=timezone.now()
            )
        except UnableToRegister as refusal:
            form.add_error("email", ADDRESS_REFUSALS[refusal.refusal])
        else:
            messages.success(request, _("The address has been corrected."))
            if count:
                say_how_many(request, count)
            return redirect("desk:person", slug, registration_id)
    return series_page(
        request,
        "desk/registrations/address.html",
        series,
        section="registrations",
        beneath=[
            (registration.name, reverse("desk:person", args=[slug, registration_id])),
            (_("Correct the address"), ""),
        ],
        status=422 if form.errors else 200,
        form=form,
        registration=registration,
    )
