"""Letters: how each stands, what is in it, sending again, and trying whether letters arrive."""

from __future__ import annotations

from base64 import b64encode
from uuid import UUID

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from skaala.desk.access import account_of
from skaala.desk.letters import queue_test_letter
from skaala.desk.sections import find_series, series_page
from skaala.desk.wording import capitalised, delivery_problem
from skaala.mail import queries as mail_queries
from skaala.mail.compose import Composed, NothingToSay, Overtaken, compose
from skaala.mail.models import Letter
from skaala.mail.operations import send_again as send_letter_again
from skaala.mail.operations import send_failed_again as send_letters_again
from skaala.registration import links, queries
from skaala.series.models import Series

A_PAGE = 50
KINDS = {
    "registration.confirmation": pgettext_lazy("letter", "Confirmation"),
    "registration.changed": pgettext_lazy("letter", "Change"),
    "registration.cancelled": pgettext_lazy("letter", "Cancellation"),
    "registration.promoted": pgettext_lazy("letter", "Moved up from the waiting list"),
    "registration.event_changed": pgettext_lazy("letter", "Change of an event"),
    "registration.event_cancelled": pgettext_lazy("letter", "Cancellation of an event"),
    "registration.reminder": pgettext_lazy("letter", "Reminder"),
    "registration.feedback": pgettext_lazy("letter", "Request for feedback"),
    "registration.message": pgettext_lazy("letter", "Message"),
    "reports.outcome": pgettext_lazy("letter", "What came of it"),
    "registration.link": pgettext_lazy("letter", "Personal link"),
    "desk.test": gettext_lazy("Test letter"),
}


def letters(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    state = request.GET.get("state", "")
    state = state if state in Letter.State.values else ""
    by_state = queries.letters_by_state(series)
    page = Paginator(queries.letters_about(series, state=state), A_PAGE).get_page(request.GET.get("page"))
    tabs = [("", _("All"), sum(by_state.values()))]
    tabs += [
        (value, label, by_state[value])
        for value, label in capitalised(Letter.State.choices)
        if value in by_state
    ]
    return series_page(
        request,
        "desk/letters.html",
        series,
        section="letters",
        page_of_letters=page,
        rows=[
            (KINDS.get(letter.kind, letter.kind), _state(letter), delivery_problem(letter.last_error), letter)
            for letter in page
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


def letter(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    series = find_series(slug)
    found = _find(series, letter_id)
    try:
        composed, is_overtaken = _as_written_now(found), False
    except NothingToSay as nothing:
        composed, is_overtaken = None, isinstance(nothing, Overtaken)
    return series_page(
        request,
        "desk/letter.html",
        series,
        section="letters",
        beneath=[(KINDS.get(found.kind, found.kind), "")],
        letter=found,
        kind=KINDS.get(found.kind, found.kind),
        state=_state(found),
        problem=delivery_problem(found.last_error),
        composed=composed,
        is_overtaken=is_overtaken or found.state == Letter.State.OVERTAKEN,
        files=list(enumerate(composed.attachments)) if composed else [],
        sender=settings.MAIL_FROM,
        may_be_sent_again=found.state in {Letter.State.FAILED, Letter.State.BOUNCED, Letter.State.NOT_SENT},
        links_are_masked=_masks_links(),
        text_is_open=not _masks_links(),
        has_mail_server=bool(settings.EMAIL_URL),
        registration=found.correspondence.registration,
    )


# The letter brings its own style and must not be able to do anything else, whatever is written in it.
@csp(  # type: ignore[arg-type]  # it knows only views without parts of the address
    {
        "default-src": [NONE],
        "style-src": [UNSAFE_INLINE],
        "img-src": ["data:"],
        "form-action": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "sandbox": [True],
    }
)
@xframe_options_sameorigin
def letter_page(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """The letter's HTML, to be shown in a frame."""
    composed = _composed(_find(find_series(slug), letter_id))
    if composed is None:
        raise Http404
    html = composed.html
    for name, content in composed.pictures.items():
        html = html.replace(f"cid:{name}", f"data:image/png;base64,{b64encode(content).decode()}")
    return HttpResponse(html)


def letter_file(request: HttpRequest, slug: str, letter_id: UUID, index: int) -> HttpResponse:
    composed = _composed(_find(find_series(slug), letter_id))
    if composed is None or index >= len(composed.attachments):
        raise Http404
    file = composed.attachments[index]
    response = HttpResponse(file.content, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@require_POST
def send_again(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    series = find_series(slug)
    found = _find(series, letter_id)
    send_letter_again(letter=found, now=timezone.now())
    messages.success(request, _("The letter is in the queue again."))
    return redirect("desk:letter", slug, letter_id)


@require_POST
def send_failed_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Send all letters of a series that failed once more."""
    count = send_letters_again(letters=queries.letters_about(find_series(slug)), now=timezone.now())
    words = ngettext(
        "%(number)s letter is in the queue again.", "%(number)s letters are in the queue again.", count
    )
    messages.success(request, words % {"number": count})
    return redirect("desk:letters", slug)


def test_letter(request: HttpRequest) -> HttpResponse:
    """Send a letter to whoever is signed in, and show what became of the last ones."""
    if request.method == "POST":
        queue_test_letter(account_of(request), now=timezone.now())
        messages.success(
            request, _("The test letter is in the queue. Load this page again to see what came of it.")
        )
        return redirect("desk:test-letter")
    sent = mail_queries.letters_to(account_of(request).email, kind="desk.test")[:10]
    return render(
        request,
        "desk/test_letter.html",
        {
            "letters": [(_state(letter), delivery_problem(letter.last_error), letter) for letter in sent],
            "has_mail_server": bool(settings.EMAIL_URL),
            "sender": settings.MAIL_FROM,
        },
    )


def _state(letter: Letter) -> str:
    """Return the letter's state as the tag component calls it; what failed for now is being tried again."""
    is_retried = letter.state == Letter.State.QUEUED and bool(letter.last_error)
    return "retrying" if is_retried else letter.state


def _find(series: Series, letter_id: UUID) -> Letter:
    found = queries.letters_about(series).filter(pk=letter_id).first()
    if found is None:
        raise Http404
    return found


def _masks_links() -> bool:
    """
    Say whether personal links are hidden at the desk: always but in a demo without a mail server.

    There nobody gets the letters, and who tries the demo out needs the link to go on as a participant.
    """
    return not (settings.DEMO and not settings.EMAIL_URL)


def _composed(letter: Letter) -> Composed | None:
    """Return the words as they would be sent now, or None if there is nothing to be said any more."""
    try:
        return _as_written_now(letter)
    except NothingToSay:
        return None


def _as_written_now(letter: Letter) -> Composed:
    if not _masks_links():
        return compose(letter)
    with links.masked():
        return compose(letter)
