"""What programs are told of a series or an event that cannot be saved or published as they ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from skaala.series.operations import UnableToChangeStatus
from skaala.series.rules import Problem

PROBLEMS: Mapping[str, tuple[str, Any]] = {
    Problem.END_BEFORE_START: ("end", _("The event ends before it starts.")),
    Problem.START_IN_PAST: ("start", _("This start is in the past.")),
    Problem.DEADLINE_AFTER_START: ("registration_closes", _("The deadline is after the start of the event.")),
    Problem.OPENS_AFTER_CLOSING: ("registration_opens", _("Registration would open after it has closed.")),
    Problem.NUMBER_TAKEN: ("number", _("Another event of this kind has this number in the series.")),
    Problem.VENUE_MISSING: ("venue", _("An event on site needs a venue.")),
    Problem.ADDRESS_TAKEN: ("title", _("Another page of this series has the address that this title gives.")),
}
"""At which field a problem is told, and in which words."""

NOT_NOW: Mapping[str, Any] = {
    UnableToChangeStatus.NOT_FROM_HERE: _("The series cannot be published from the state that it is in."),
    UnableToChangeStatus.NO_EVENTS: _("The series has no event yet."),
    UnableToChangeStatus.NO_TITLE: _("The series has no title."),
    UnableToChangeStatus.TIME_IN_PAST: _("This time is in the past."),
}
SEATS_TAKEN = _("More people have a place than would be left: %(number)s.")
NO_SUCH_VENUE = _("The organisation has no venue with this number.")
NO_SUCH_LANGUAGE = _("Choose among the languages of the service: %(languages)s.")
