"""What a refusal is called on the page."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.registration.rules import Refusal, UnableToRegister
from skaala.series.models import Event
from skaala.ui import dates
from skaala.ui.languages import reader_language


def refusal_message(refusal: UnableToRegister, event: Event | None) -> str:
    """Return in the reader's language what is not possible, why, and what they can do."""
    moment = ""
    if refusal.since is not None and event is not None:
        is_deadline = refusal.refusal in {Refusal.CLOSED, Refusal.MODE_IS_FIXED}
        say = dates.day_or_moment if is_deadline else dates.moment
        moment = say(refusal.since, reader_language(), event.zone, timezone.get_default_timezone())
    words = {
        Refusal.NOTHING_CHOSEN: _("Choose at least one event."),
        Refusal.NOT_OF_THIS_SERIES: _("One of the events you chose is not offered here. Choose again."),
        Refusal.NOT_PUBLISHED: _("This event has not been published yet."),
        Refusal.NOT_YET_OPEN: _("Registration opens on %(when)s."),
        Refusal.CLOSED: _("Registration closed on %(when)s. Untick this event to register for the others."),
        Refusal.MODE_NOT_OFFERED: _("This event does not offer that way of attending. Choose the other one."),
        Refusal.ALREADY_STARTED: _("The event has started, so this can no longer be changed."),
        Refusal.ADDRESS_TAKEN: _(
            "Another registration in this series uses this email address. Keep your earlier one."
        ),
        Refusal.EVENT_CANCELLED: _("This event has been cancelled. Untick it to register for the others."),
        Refusal.BY_INVITATION: _(
            "Registration for this event is by invitation. Clear its box to register for the other events."
        ),
        Refusal.INVITATION_OVER: _(
            "This invitation link has reached its limit or has ended. Ask the organiser for a new one."
        ),
        Refusal.INVITATION_TOO_SMALL: ngettext(
            "This invitation link lets in %(left)s more person only. Take the others out of the form, or ask the organiser for "
            "a new link.",
            "This invitation link lets in %(left)s more people only. Take the others out of the form, or ask the organiser for "
            "a new link.",
            refusal.left or 0,
        ),
        Refusal.MODE_IS_FIXED: _(
            "Registration closed on %(when)s, so you can no longer change how you take part. Choose what you had. If you "
            "cannot come, untick the event."
        ),
        Refusal.CHANGED_MEANWHILE: _(
            "Your registration has been changed since you opened this page, so nothing was saved. Below is what you have typed. "
            "Check it and save again, or go back to see your registration as it is now."
        ),
        Refusal.CANCELLED: _(
            "This registration has been cancelled. You can register again on the page of the series."
        ),
    }[refusal.refusal]
    return words % {"when": moment, "left": refusal.left} if "%(" in words else words
