"""What is said of the status of a series."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from skaala.series.operations import UnableToChangeStatus

REFUSALS = {
    UnableToChangeStatus.NOT_FROM_HERE: gettext_lazy(
        "Somebody else has changed the status meanwhile. Look at it again."
    ),
    UnableToChangeStatus.NO_EVENTS: gettext_lazy("The series has no events yet. Add one first."),
    UnableToChangeStatus.NO_TITLE: gettext_lazy("There is no title yet. Write one first."),
    UnableToChangeStatus.TIME_IN_PAST: gettext_lazy("That time is past. Choose a later one, or publish now."),
}
