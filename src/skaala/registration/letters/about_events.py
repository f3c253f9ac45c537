"""The letters about one event: it has changed, it has been cancelled, it is near."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from skaala.mail.compose import Composed, NothingToSay, Overtaken, composes
from skaala.mail.models import Letter
from skaala.registration import queries
from skaala.registration.letters.frame import correspondence_of, write
from skaala.registration.letters.items import AttendedEvent, standing_events
from skaala.registration.models import Correspondence, Mailing
from skaala.registration.rules_of_telling import Change
from skaala.series.models import Event
from skaala.ui import dates
from skaala.ui.texts import Texts


@composes("registration.event_changed")
def event_changed(letter: Letter) -> Composed:
    """Say what has changed, from what to what; the file attached moves the entry in the person's calendar."""
    correspondence, mailing = _mailing_of(letter)
    item = _her_event(correspondence)
    if item.is_cancelled:
        raise Overtaken
    registration = correspondence.registration
    return write(
        registration,
        "event_changed",
        _("Changed: %(event)s") % {"event": item.heading},
        events=[item],
        before=_before(mailing, item.attendance.event, registration.language),
        moved_to=item.attendance.mode if item.attendance.pk in mailing.before["moved"] else "",
    )


@composes("registration.event_cancelled")
def event_cancelled(letter: Letter) -> Composed:
    """Say that the event does not take place, and why; the file attached takes it out of the person's calendar."""
    correspondence, mailing = _mailing_of(letter)
    item = _her_event(correspondence)
    subject = _("Cancelled: %(event)s") % {"event": item.heading}
    return write(
        correspondence.registration,
        "event_cancelled",
        subject,
        events=[],
        dropped=[item.attendance],
        item=item,
        reason=mailing.body.for_reader(letter.language),
    )


@composes("registration.reminder")
def reminder(letter: Letter) -> Composed:
    """Say when and where, with the way in for who attends online; not if things have changed since it was due."""
    correspondence, mailing = _mailing_of(letter)
    item = _her_event(correspondence)
    if not item.has_place or item.attendance.event.start != mailing.about_start:
        raise Overtaken
    subject = _("Reminder: %(event)s, %(when)s") % {"event": item.heading, "when": item.when}
    own = mailing.body.for_reader(letter.language)
    return write(
        correspondence.registration,
        "reminder",
        subject,
        events=[item],
        with_calendar=False,
        own=own,
        unanswered=queries.unanswered_by(correspondence.registration),
    )


def _mailing_of(letter: Letter) -> tuple[Correspondence, Mailing]:
    correspondence = correspondence_of(letter)
    if correspondence.mailing is None:
        raise NothingToSay
    return correspondence, correspondence.mailing


def _her_event(correspondence: Correspondence) -> AttendedEvent:
    """Return the event a letter is about, as the person attends it; she may have given it up since."""
    for item in standing_events(correspondence.registration):
        if item.attendance.event_id == correspondence.event_id:
            return item
    raise Overtaken


def _before(mailing: Mailing, event: Event, language: str) -> list[str]:
    """Return in words what held before, a line for each thing that has changed."""
    held, found = mailing.before, []
    if Change.TIME in held["changes"]:
        start, end = datetime.fromisoformat(held["start"]), datetime.fromisoformat(held["end"])
        found.append(_("Time before: %(when)s") % {"when": dates.when(start, end, language, event.zone)})
    if Change.PLACE in held["changes"] and held["place"]:
        found.append(
            _("Place before: %(place)s") % {"place": Texts.from_dict(held["place"]).for_reader(language)}
        )
    if Change.MODE in held["changes"]:
        words = {"online": _("online"), "onsite": _("on site"), "hybrid": _("on site or online")}
        found.append(_("Way of attending before: %(way)s") % {"way": words[held["mode"]]})
    return found
