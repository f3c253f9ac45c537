"""What is said of an event that cannot be saved as it is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from skaala.series.rules import Problem

# At which field a problem is said, and in which words.
PROBLEMS: dict[str, tuple[str, Any]] = {
    Problem.END_BEFORE_START: ("end", _("The event ends before it starts. Check day and time.")),
    Problem.START_IN_PAST: (
        "start",
        _("This start is in the past. Choose a later one, or tick below that the event is already over."),
    ),
    Problem.DEADLINE_AFTER_START: (
        "registration_closes",
        _("The deadline is after the start of the event. Choose the start or an earlier time."),
    ),
    Problem.OPENS_AFTER_CLOSING: (
        "registration_opens",
        _("Registration would open after it has closed. Choose an earlier time."),
    ),
    Problem.NUMBER_TAKEN: ("number", _("Another event of this kind has this number in the series.")),
    Problem.VENUE_MISSING: ("venue", _("An event on site needs a venue. Choose one or add a new one below.")),
    Problem.ADDRESS_TAKEN: ("slug", _("Another page has this address already. Choose another.")),
}
