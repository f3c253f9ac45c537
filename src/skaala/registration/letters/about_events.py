"""The letters about one event: it has changed, it has been cancelled, it is near."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.mail.compose import Composed, NothingToSay, Overtaken, composes
from skaala.mail.models import Letter
from skaala.registration import queries
from skaala.registration.letters.frame import correspondence_of, is_unsent, write
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
    event = item.attendance.event
    if item.is_cancelled or (
        is_unsent(letter) and (event.end <= timezone.now() or _has_changed_since(correspondence))
    ):
        raise Overtaken
    registration = correspondence.registration
    held = _as_she_knows_it(correspondence, mailing)
    was_moved = item.attendance.pk in held["moved"] and event.mode == item.attendance.mode
    return write(
        registration,
        "event_changed",
        _("Changed: %(event)s, %(when)s") % {"event": item.heading, "when": item.when},
        events=[item],
        before=_before(held, event, registration.language),
        moved_to=item.attendance.mode if was_moved else "",
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
        dropped=[item.attendance] if item.is_in_calendars else [],
        item=item,
        reason=mailing.body.for_reader(letter.language),
    )


@composes("registration.reminder")
def reminder(letter: Letter) -> Composed:
    """Say when and where, with the way in for who attends online; not if things have changed since it was due, or it is late."""
    correspondence, mailing = _mailing_of(letter)
    item = _her_event(correspondence)
    start = item.attendance.event.start
    if not item.has_place or start != mailing.about_start or (is_unsent(letter) and start <= timezone.now()):
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


def _changes_told(correspondence: Correspondence) -> QuerySet[Correspondence]:
    """Return what was written to the same person about changes of the same event."""
    return Correspondence.objects.filter(
        registration=correspondence.registration_id,
        event=correspondence.event_id,
        mailing__kind=Mailing.Kind.CHANGE,
    ).order_by("pk")


def _has_changed_since(correspondence: Correspondence) -> bool:
    """Say whether a later letter tells of another change."""
    return _changes_told(correspondence).filter(pk__gt=correspondence.pk).exists()


def _as_she_knows_it(correspondence: Correspondence, mailing: Mailing) -> dict[str, Any]:
    """Return how the event was when she last heard of it: letters about changes before this one may not have reached her."""
    held: dict[str, Any] = dict(mailing.before)
    earlier = (
        _changes_told(correspondence).filter(pk__lt=correspondence.pk).select_related("letter", "mailing")
    )
    for one in earlier.reverse():
        if one.mailing is None or one.letter.state == Letter.State.SENT:
            break
        held = {
            **one.mailing.before,
            "changes": sorted({*held["changes"], *one.mailing.before["changes"]}),
            "moved": [*held["moved"], *one.mailing.before["moved"]],
        }
    return held


def _before(held: dict[str, Any], event: Event, language: str) -> list[str]:
    """Return in words what held before, a line for each thing that has changed; what is again as it was needs none."""
    found = []
    start, end = datetime.fromisoformat(held["start"]), datetime.fromisoformat(held["end"])
    if Change.TIME in held["changes"] and (start, end) != (event.start, event.end):
        found.append(_("Time before: %(when)s") % {"when": dates.when(start, end, language, event.zone)})
    place = Texts.from_dict(held["place"]).for_reader(language).text
    if Change.PLACE in held["changes"] and place and place != str(event.venue or ""):
        found.append(_("Place before: %(place)s") % {"place": place})
    if Change.MODE in held["changes"] and held["mode"] != event.mode:
        words = {"online": _("online"), "onsite": _("on site"), "hybrid": _("on site or online")}
        found.append(_("Way of attending before: %(way)s") % {"way": words[held["mode"]]})
    return found
