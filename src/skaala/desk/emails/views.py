"""Emails: how each stands, what is in it, sending again, and trying whether emails arrive."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from skaala.desk.frame.access import account_of
from skaala.desk.frame.downloads import download
from skaala.desk.frame.email_page import in_a_frame
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import capitalised
from skaala.desk.frame.sections import series_page
from skaala.desk.frame.test_email import queue_test_email
from skaala.desk.frame.trail import remember_person
from skaala.mail import queries as mail_queries
from skaala.mail.messages import delivery_problem
from skaala.mail.models import Email
from skaala.mail.operations import send_again as send_email_again
from skaala.mail.operations import send_failed_again as send_emails_again
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, compose, name_of
from skaala.people.queries import sender_of, tenants_where
from skaala.people.rules import Permission
from skaala.registration import links, queries
from skaala.series.models import Series

A_PAGE = 50


def emails(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    state = request.GET.get("state", "")
    state = state if state in Email.State.values else ""
    by_state = queries.emails_by_state(series)
    page = Paginator(queries.emails_about(series, state=state), A_PAGE).get_page(request.GET.get("page"))
    tabs = [("", _("All"), sum(by_state.values()))]
    tabs += [
        (value, label, by_state[value])
        for value, label in capitalised(Email.State.choices)
        if value in by_state
    ]
    return series_page(
        request,
        "desk/emails/emails.html",
        series,
        section="emails",
        page_of_emails=page,
        rows=[
            (
                name_of(email.kind),
                _state(email),
                delivery_problem(email.problem, email.problem_detail),
                email,
            )
            for email in page
        ],
        tabs=[
            {
                "label": label,
                "href": f"?state={value}" if value else "?",
                "current": value == state,
                "count": count,
            }
            for value, label, count in tabs
        ],
        state=state,
        lost=by_state.get("failed", 0) + by_state.get("bounced", 0),
        failed=by_state.get("failed", 0),
        has_mail_server=bool(settings.EMAIL_URL),
    )


def email(request: HttpRequest, slug: str, email_id: UUID) -> HttpResponse:
    series = find_series(slug)
    found = _find(request, series, email_id)
    try:
        composed, is_superseded = _as_written_now(found), False
    except Obsolete as nothing:
        composed, is_superseded = None, isinstance(nothing, Superseded)
    return series_page(
        request,
        "desk/emails/email.html",
        series,
        section="emails",
        beneath=[(name_of(found.kind), "")],
        email=found,
        kind=name_of(found.kind),
        state=_state(found),
        problem=delivery_problem(found.problem, found.problem_detail),
        composed=composed,
        is_superseded=is_superseded or found.state == Email.State.SUPERSEDED,
        files=list(enumerate(composed.attachments)) if composed else [],
        sender=composed.sender.address_line if composed else "",
        answers_to=(composed.sender.reply_to or composed.reply_to) if composed else "",
        may_be_sent_again=found.state in {Email.State.FAILED, Email.State.BOUNCED, Email.State.NOT_SENT},
        links_are_masked=_masks_links(),
        text_is_open=not _masks_links(),
        has_mail_server=bool(settings.EMAIL_URL),
        registration=found.registration_email.registration,
    )


@in_a_frame
def email_page(request: HttpRequest, slug: str, email_id: UUID) -> HttpResponse:
    """The email's HTML, to be shown in a frame."""
    composed = _composed(_find(request, find_series(slug), email_id))
    if composed is None:
        raise Http404
    return HttpResponse(composed.as_page())


def email_file(request: HttpRequest, slug: str, email_id: UUID, index: int) -> HttpResponse:
    composed = _composed(_find(request, find_series(slug), email_id))
    if composed is None or index >= len(composed.attachments):
        raise Http404
    file = composed.attachments[index]
    return download(file.content, content_type=file.content_type, name=file.name)


@require_POST
def send_again(request: HttpRequest, slug: str, email_id: UUID) -> HttpResponse:
    series = find_series(slug)
    found = _find(request, series, email_id)
    send_email_again(email=found, now=timezone.now())
    messages.success(request, _("The email is in the queue again."))
    return redirect("desk:email", slug, email_id)


@require_POST
def send_failed_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Send all emails of a series that failed once more."""
    count = send_emails_again(emails=queries.emails_about(find_series(slug)), now=timezone.now())
    words = ngettext(
        "%(number)s email is in the queue again.", "%(number)s emails are in the queue again.", count
    )
    messages.success(request, words % {"number": count})
    return redirect("desk:emails", slug)


def test_email(request: HttpRequest) -> HttpResponse:
    """Send an email to whoever is signed in, and show what became of the last ones."""
    found = tenants_where(account_of(request), Permission.SEND_EMAILS).distinct()
    if request.method == "POST":
        named = request.POST.get("organisation", "")
        chosen = next((one for one in found if one.slug == named or len(found) == 1), None)
        queue_test_email(account_of(request), chosen, now=timezone.now())
        messages.success(request, _("The test email is in the queue. Reload this page to see the result."))
        return redirect("desk:test-email")
    sent = mail_queries.emails_to(account_of(request).email, kind="desk.test")[:10]
    return render(
        request,
        "desk/emails/test_email.html",
        {
            "emails": [
                (_state(email), delivery_problem(email.problem, email.problem_detail), email)
                for email in sent
            ],
            "has_mail_server": bool(settings.EMAIL_URL),
            "senders": [(one, sender_of(one).address_line) for one in found],
        },
    )


def _state(email: Email) -> str:
    """Return the email's state as the tag component calls it; what failed for now is being tried again."""
    is_retried = email.state == Email.State.QUEUED and bool(email.problem)
    return "retrying" if is_retried else email.state


def _find(request: HttpRequest, series: Series, email_id: UUID) -> Email:
    found = queries.emails_about(series).filter(pk=email_id).first()
    if found is None:
        raise Http404
    remember_person(request, found.registration_email.registration_id)
    return found


def _masks_links() -> bool:
    """
    Say whether personal links are hidden at the desk: always but in a demo without a mail server.

    There nobody gets the emails, and who tries the demo out needs the link to go on as a participant.
    """
    return not (settings.DEMO and not settings.EMAIL_URL)


def _composed(email: Email) -> RenderedEmail | None:
    """Return the words as they would be sent now, or None if there is nothing to be said any more."""
    try:
        return _as_written_now(email)
    except Obsolete:
        return None


def _as_written_now(email: Email) -> RenderedEmail:
    if not _masks_links():
        return compose(email)
    with links.masked():
        return compose(email)
