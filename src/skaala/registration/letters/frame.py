"""What all letters of this room have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.template.loader import render_to_string

from skaala.mail.compose import Attachment, Composed, NothingToSay, Overtaken
from skaala.mail.models import Letter
from skaala.registration import links, qr_code
from skaala.registration.letters.calendars import calendar_of, cancelling_calendar
from skaala.registration.letters.items import AttendedEvent
from skaala.registration.models import Attendance, Correspondence, Registration


def correspondence_of(letter: Letter) -> Correspondence:
    """
    Return whom and what a letter is about.

    :raises NothingToSay: if that is gone
    """
    found = Correspondence.objects.select_related(
        "registration__series__controller", "event__venue", "mailing"
    )
    correspondence = found.filter(letter=letter).first()
    if correspondence is None:
        raise NothingToSay
    # One language from greeting to links, also where she has chosen another since the letter was queued.
    correspondence.registration.language = letter.language
    return correspondence


def is_unsent(letter: Letter) -> bool:
    """Say whether a letter has yet to go; one that has gone is only looked at once more."""
    return letter.sent_at is None


def standing_of(letter: Letter) -> Correspondence:
    """
    Return whom and what a letter is about that is for those who come.

    :raises NothingToSay: if that is gone
    :raises Overtaken: if she has cancelled before it went; the letter about that says all
    """
    correspondence = correspondence_of(letter)
    if is_unsent(letter) and correspondence.registration.cancelled_at is not None:
        raise Overtaken
    return correspondence


def write(
    registration: Registration,
    name: str,
    subject: str,
    *,
    events: Sequence[AttendedEvent],
    dropped: Sequence[Attendance] = (),
    with_calendar: bool = True,
    **words: object,
) -> Composed:
    """
    Write the letter ``name`` about these events.

    :param events: told of in the letter; those at which she has a place come as a calendar file
    :param dropped: what a second file takes out of her calendar
    """
    series = registration.series
    in_calendar = [item for item in events if item.has_place] if with_calendar else []
    context = {
        "registration": registration,
        "series": series,
        "events": events,
        "in_calendar": len(in_calendar),
        "dropped_from_calendar": bool(dropped),
        "personal_url": links.personal_url(registration),
        "subject": subject,
        **words,
    }
    attachments = []
    if in_calendar:
        content = calendar_of(registration, in_calendar)
        attachments.append(Attachment("skaala.ics", content, "text/calendar; method=PUBLISH"))
    if dropped:
        content = cancelling_calendar(registration, dropped)
        attachments.append(Attachment("skaala-cancelled.ics", content, "text/calendar; method=CANCEL"))
    folder = "registration/letters"
    return Composed(
        subject=" ".join(subject.split()),
        text=_without_gaps(render_to_string(f"{folder}/{name}.txt", context)),
        html=render_to_string(f"{folder}/{name}.html", context),
        attachments=attachments,
        reply_to=series.contact_email,
        pictures={item.picture: qr_code.as_png(item.attendance) for item in events if item.code_url},
    )


def _without_gaps(text: str) -> str:
    """Leave one empty line where parts that say nothing have left several."""
    return re.sub(r"\n[ \t]*\n(?:[ \t]*\n)+", "\n\n", text.strip()) + "\n"
