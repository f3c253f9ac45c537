"""What a refusal is called on the page."""

from __future__ import annotations

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from skaala.registration.rules import Refusal, UnableToRegister
from skaala.series.models import Event
from skaala.ui import dates


def refusal_words(refusal: UnableToRegister, event: Event | None) -> str:
    """Return in the reader's language what is not possible, why, and what she can do."""
    moment = ""
    if refusal.since is not None and event is not None:
        day = (
            dates.end_of_day(refusal.since.astimezone(event.zone))
            if refusal.refusal in {Refusal.CLOSED, Refusal.WAY_STAYS}
            else None
        )
        language = get_language() or "fi"
        moment = dates.day(day, language) if day else dates.moment(refusal.since, language, event.zone)
    words = {
        Refusal.NOTHING_CHOSEN: _("Choose at least one event."),
        Refusal.NOT_OF_THIS_SERIES: _(
            "One of the events you chose does not belong to this series. Choose again."
        ),
        Refusal.NOT_PUBLISHED: _("This event has not been published yet."),
        Refusal.NOT_YET_OPEN: _("Registration opens on %(when)s."),
        Refusal.CLOSED: _("Registration closed on %(when)s. Untick this event to register for the others."),
        Refusal.MODE_NOT_OFFERED: _("One cannot take part in this event that way. Choose the other way."),
        Refusal.ALREADY_STARTED: _("The event has started, so this can no longer be changed."),
        Refusal.ADDRESS_TAKEN: _(
            "Another registration in this series uses this e-mail address. Keep your earlier one."
        ),
        Refusal.EVENT_CANCELLED: _("This event has been cancelled. Untick it to register for the others."),
        Refusal.BY_INVITATION: _(
            "One registers for this event by an invitation link only. Untick it to register for the others."
        ),
        Refusal.INVITATION_OVER: _(
            "This invitation link has been used as often as it may, or has ended. Ask the organiser for a new one."
        ),
        Refusal.INVITATION_TOO_SMALL: ngettext(
            "This invitation link lets in %(left)s more person only. Take the others out of the form, or ask the organiser for "
            "a new link.",
            "This invitation link lets in %(left)s more people only. Take the others out of the form, or ask the organiser for "
            "a new link.",
            refusal.left or 0,
        ),
        Refusal.WAY_STAYS: _(
            "Registration closed on %(when)s, so you can no longer change how you take part. Choose what you had. If you "
            "cannot come, untick the event."
        ),
        Refusal.CANCELLED: _(
            "This registration has been cancelled. You can register again on the page of the series."
        ),
    }[refusal.refusal]
    return words % {"when": moment, "left": refusal.left} if "%(" in words else words
