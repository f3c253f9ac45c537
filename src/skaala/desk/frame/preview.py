"""Showing what an action would write to whom, before it is done: the form's answers are carried on, hidden, to the second time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext

from skaala.desk.frame.messages import organisation_of
from skaala.desk.frame.sections import series_page
from skaala.registration.models import Attendance
from skaala.registration.operations import Rehearsal
from skaala.series.models import Series
from skaala.ui.languages import language_name

CONFIRMED = "seen_and_confirmed"
GO_ON = "go_on_writing"
FEW = 20  # people whose names stand open on the page, before the button that writes to them


def is_confirmed(request: HttpRequest) -> bool:
    """Say whether the organiser has seen the emails and says yes to them."""
    return CONFIRMED in request.POST


def goes_on_writing(request: HttpRequest) -> bool:
    """Say whether the organiser has seen the emails and would like to change something; the form comes back as it was."""
    return GO_ON in request.POST


def preview(
    request: HttpRequest,
    series: Series,
    rehearsal: Rehearsal,
    *,
    section: str,
    beneath: Sequence[tuple[Any, str]],
    heading: Any,
    intro: Any,
    yes: Any,
    back: str,
    danger: bool = False,
) -> HttpResponse:
    """
    Answer with who will get which email in which language, and a button that does it.

    :param intro: what will happen, in a sentence or two
    :param yes: what the button says
    :param back: where one goes without doing it
    """
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {CONFIRMED, GO_ON, "csrfmiddlewaretoken"}
        for value in values
    ]
    return series_page(
        request,
        "desk/frame/preview.html",
        series,
        section=section,
        beneath=beneath,
        heading=heading,
        intro=intro,
        yes=yes,
        back=back,
        is_danger=danger,
        carried=carried,
        confirmed_name=CONFIRMED,
        go_on_name=GO_ON,
        count=len(rehearsal.people),
        is_short=len(rehearsal.people) <= FEW,
        simulated=sum(one.is_simulated for one in rehearsal.people),
        people=[
            {
                "name": one.name,
                "address": one.email,
                "organisation": organisation_of(one),
                "language": language_name(one.email_language),
            }
            for one in rehearsal.people
        ],
        samples=[
            {
                "language": language_name(sample.language),
                "code": sample.language,
                "mode": Attendance.Mode(sample.mode).label if sample.mode else "",
                "state": Attendance.State(sample.state).label if sample.state else "",
                "count": sample.count,
                "written_in": language_name(sample.written_in) if sample.written_in else "",
                "composed": sample.composed,
                "files": [file.name for file in sample.composed.attachments],
            }
            for sample in rehearsal.samples
        ],
    )


def say_how_many(request: HttpRequest, count: int) -> None:
    """Say in a message that so many emails have been written; how each stands is seen in the list of emails."""
    words = ngettext("%(number)s email has been written.", "%(number)s emails have been written.", count)
    messages.success(request, words % {"number": count})
